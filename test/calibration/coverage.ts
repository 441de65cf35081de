import type { Interval } from "../../src/index.ts";

/** One possible outcome of a survey, and what was concluded from it. */
export interface Outcome {
  /** How often each answer was given. */
  readonly counts: readonly number[];
  readonly interval: Interval;
}

/** How a method fares in one population. */
export interface Coverage {
  /** The probability that the interval holds the true value, among the samples that determine an interval. */
  readonly covered: number;
  /** The probability of a sample that determines none. */
  readonly open: number;
}

// Limits that equal the true value up to the last bits of a double count as holding it.
const SLACK = 1e-10;

/** Exact coverage: the multinomial probabilities of all outcomes whose interval holds the true value. */
export function exactCoverage(
  outcomes: readonly Outcome[],
  population: readonly number[],
  truth: number,
): Coverage {
  const logShares = population.map(Math.log);
  let covered = 0;
  let open = 0;
  for (const { counts, interval } of outcomes) {
    const probability = multinomial(counts, logShares);
    if (interval.low === null || interval.high === null) open += probability;
    else if (interval.low - SLACK <= truth && truth <= interval.high + SLACK) covered += probability;
  }
  return { covered: covered / (1 - open), open };
}

/** Every way in which n answers can fall on k points. */
export function* allCounts(n: number, k: number): Generator<number[]> {
  if (k === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first++)
    for (const rest of allCounts(n - first, k - 1)) yield [first, ...rest];
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++)
    logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? 0;
}

function multinomial(counts: readonly number[], logShares: readonly number[]): number {
  let n = 0;
  let log = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    n += count;
    if (count > 0) log += count * (logShares[i] ?? 0) - logFactorial(count);
  }
  return Math.exp(log + logFactorial(n));
}

/** Average and minimum over populations, and where the minimum is. */
export function summarize<Population>(
  populations: readonly Population[],
  coverageOf: (population: Population) => number,
): { average: number; minimum: number; at: Population } {
  const coverages = populations.map(coverageOf);
  const minimum = coverages.reduce((least, coverage) => Math.min(least, coverage), 1);
  const at = populations[coverages.indexOf(minimum)] as Population;
  return { average: coverages.reduce((sum, c) => sum + c, 0) / coverages.length, minimum, at };
}

/** A coverage as the documentation shows it. */
export function show(coverage: number): string {
  return coverage.toFixed(3).replace(/^0/, "");
}
