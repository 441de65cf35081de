import { checkCarries, checkCount, checkLevel, checkPositive } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";

/** What {@link npsSampleSize} needs to know. */
export interface NpsSampleSizeOptions {
  /** Half the width that the interval may have, in points: above 0, at most 100. */
  readonly marginOfError: number;
  /** Confidence level, strictly between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Variance of one answer counted as -1, 0 or 1: above 0, at most 1. Default 1, half promoters, half detractors. */
  readonly variance?: number;
  /** How many people there are to ask, when that is not many more than the sample. */
  readonly populationSize?: number;
}

/**
 * How many answers a net promoter score needs for a given margin of error: an integer, at least 1.
 *
 *     n = V z^2 / m^2 - 3,  with N people to ask n / (1 + (n - 1) / N), rounded up
 *
 * Minus 3 because the adjusted Wald interval (3, T) that this inverts adds three imaginary answers.
 *
 * @throws {InvalidInputError} When an option is out of its range.
 * @example
 * npsSampleSize({ marginOfError: 5 }); // => 1534
 * @see docs/metrics/nps.md. Source: [MeasuringUSampleSize].
 */
export function npsSampleSize(options: NpsSampleSizeOptions): number {
  checkCarries("compute npsSampleSize", "options", options, ["marginOfError"]);
  const { marginOfError, level = DEFAULT_LEVEL, variance = 1, populationSize } = options;
  const task = "compute npsSampleSize";
  checkLevel(task, level);
  checkAtMost(task, "marginOfError", marginOfError, 100);
  checkAtMost(task, "variance", variance, 1);
  const z = normalQuantile((1 - level) / 2);
  const n = Math.max(1, variance * ((100 * z) / marginOfError) ** 2 - 3);
  if (populationSize === undefined) return checkCount(task, "the sample size", Math.ceil(n));
  checkPopulation(task, populationSize);
  // n / (1 + (n - 1) / N), divided by n so that a margin next to 0 asks for everybody.
  return Math.min(populationSize, Math.ceil(1 / (1 / n + (1 - 1 / n) / populationSize)));
}

function checkAtMost(task: string, path: string, value: number, max: number): void {
  if (checkPositive(task, path, value) > max)
    throw new InvalidInputError(task, path, `must be at most ${max}`, value);
}

function checkPopulation(task: string, size: number): void {
  if (!(Number.isSafeInteger(size) && size > 0))
    throw new InvalidInputError(task, "populationSize", "must be an integer above 0", size);
}
