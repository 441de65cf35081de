import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";

/** What it takes to reach a score in {@link rfm}; every lower score is for those who do not. */
export interface RfmBoundary {
  /** From 2 to the number of bins. */
  readonly score: number;
  /** Fewer days since the last purchase than this. */
  readonly daysSinceLastBelow: number;
  /** More purchases than this. */
  readonly frequencyAbove: number;
  /** More money than this. */
  readonly monetaryAbove: number;
}

/** The three numbers that scores are made of. */
export interface RfmValues {
  readonly daysSinceLast: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** How many scores there can be. */
export const MOST_BINS = 100;

/**
 * Boundaries that split customers into bins of the same size as far as ties let them: the quantiles at 1 / bins,
 * 2 / bins, …, by the inverse of the empirical distribution (definition 1 of [HyndmanFan1996]), from the worst up. Equal
 * values get equal scores, the lowest of those that they span. None without customers.
 */
export function rfmBoundaries(
  { daysSinceLast, frequency, monetary }: RfmValues,
  bins: number,
): RfmBoundary[] {
  const n = frequency.length;
  if (n === 0) return [];
  const ascending = (values: Float64Array): Float64Array => {
    const sorted = new Float64Array(values);
    return sorted.sort();
  };
  const days = ascending(daysSinceLast);
  const [purchases, money] = [ascending(frequency), ascending(monetary)];
  return Array.from({ length: bins - 1 }, (_, index) => {
    const k = Math.ceil((n * (index + 1)) / bins);
    return {
      score: index + 2,
      // The worst are those of the longest silence, which come last.
      daysSinceLastBelow: days[n - k] as number,
      frequencyAbove: purchases[k - 1] as number,
      monetaryAbove: money[k - 1] as number,
    };
  });
}

/** The score of a value: 1, and one more for every boundary that it passes. */
export function scoreOf(
  boundaries: readonly RfmBoundary[],
  passes: (boundary: RfmBoundary) => boolean,
): number {
  // Boundaries ascend, so that the first one not passed ends it.
  const end = boundaries.findIndex((boundary) => !passes(boundary));
  return 1 + (end < 0 ? boundaries.length : end);
}

/** Boundaries that were made of other customers. */
export function checkBoundaries(task: string, given: readonly RfmBoundary[]): RfmBoundary[] {
  checkIterable(task, "boundaries", given);
  const boundaries = Array.from(given, (row) => ({ ...row }));
  if (boundaries.length === 0 || boundaries.length >= MOST_BINS)
    throw new InvalidInputError(task, "boundaries", `must have 1 to ${MOST_BINS - 1} rows`, given);
  boundaries.forEach((row, index) => {
    const before = boundaries[index - 1];
    const { score, daysSinceLastBelow, frequencyAbove, monetaryAbove } = row;
    const check = (field: string, value: number, holds: boolean, requirement: string): void => {
      if (holds && Number.isFinite(value)) return;
      throw new InvalidInputError(task, `boundaries[${index}].${field}`, requirement, value);
    };
    const ordered = (own: number, last: number | undefined): boolean => last === undefined || own >= last;
    const rising = "must be a finite number no less than that of the row before";
    check("score", score, score === index + 2, `must be ${index + 2}`);
    check(
      "daysSinceLastBelow",
      daysSinceLastBelow,
      before === undefined || daysSinceLastBelow <= before.daysSinceLastBelow,
      "must be a finite number no more than that of the row before",
    );
    check("frequencyAbove", frequencyAbove, ordered(frequencyAbove, before?.frequencyAbove), rising);
    check("monetaryAbove", monetaryAbove, ordered(monetaryAbove, before?.monetaryAbove), rising);
  });
  return boundaries;
}
