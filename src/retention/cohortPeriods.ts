import { checkChoice } from "../check.ts";
import { InvalidInputError } from "../errors.ts";

/**
 * When a customer counts as retained in a cell:
 * - `on`: they bought in that very bucket.
 * - `onOrAfter`: they bought in it, or in a later one.
 * - `bracket`: they bought in any of the buckets that a bracket takes together.
 */
export type RetentionMode = "on" | "onOrAfter" | "bracket";

/** Every {@link RetentionMode}, the default first. */
export const RETENTION_MODES: readonly RetentionMode[] = ["on", "onOrAfter", "bracket"];

/** What the cells of a cohort stand for, in buckets since its own. */
export interface CohortPeriods {
  /** The first offset of a period that is the only one, or of each bracket. */
  readonly offsetOf: (period: number) => number;
  /** The first offset beyond a period. */
  readonly untilOf: (period: number) => number;
  /** The period that holds an offset; -1 when none does. */
  readonly periodAt: (offset: number) => number;
  /** How many periods begin within so many buckets. */
  readonly begunWithin: (buckets: number) => number;
}

/** The periods of a mode: single buckets, or half-open brackets of them. */
export function cohortPeriods(
  task: string,
  mode: RetentionMode,
  brackets: readonly number[] | undefined,
): CohortPeriods {
  checkChoice(task, "mode", mode, RETENTION_MODES);
  if (mode === "bracket") return bracketPeriods(checkBrackets(task, brackets));
  if (brackets !== undefined)
    throw new InvalidInputError(task, "brackets", 'must be left out unless mode is "bracket"', brackets);
  return {
    offsetOf: (period) => period,
    untilOf: (period) => period + 1,
    periodAt: (offset) => offset,
    begunWithin: (buckets) => buckets,
  };
}

/** `[0, 1, 3, 7]` is the brackets [0, 1), [1, 3) and [3, 7). */
function bracketPeriods(edges: readonly number[]): CohortPeriods {
  const edge = (index: number): number => edges[index] as number;
  const brackets = edges.length - 1;
  const begunWithin = (buckets: number): number => {
    let begun = 0;
    while (begun < brackets && edge(begun) < buckets) begun++;
    return begun;
  };
  return {
    offsetOf: edge,
    untilOf: (period) => edge(period + 1),
    periodAt: (offset) => (offset < edge(brackets) ? begunWithin(offset + 1) - 1 : -1),
    begunWithin,
  };
}

function checkBrackets(task: string, brackets: readonly number[] | undefined): readonly number[] {
  if (!Array.isArray(brackets) || brackets.length < 2) {
    const requirement = 'must be a list of two or more offsets, such as [0, 1, 3, 7], with mode "bracket"';
    throw new InvalidInputError(task, "brackets", requirement, brackets);
  }
  let previous = -1;
  // A copy, because each is read more than once, and by index so that a hole is found.
  return Array.from(brackets as readonly number[], (offset, index) => {
    if (!(Number.isSafeInteger(offset) && offset > previous)) {
      const requirement = `must be an integer from ${previous + 1}, since brackets ascend`;
      throw new InvalidInputError(task, `brackets[${index}]`, requirement, offset);
    }
    previous = offset;
    return offset + 0;
  });
}
