import { checkCarries, checkCount, checkLevel } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type EstimateOptions } from "../estimate.ts";
import { type DifferenceEstimate, toDifference } from "../stats/difference.ts";
import { type MeanSummary, welchInterval } from "../stats/welch.ts";
import type { CesDirection } from "./ces.ts";
import { checkSameScale } from "./scale.ts";

/** One side of {@link cesDifference}. A scale or a direction that both sides carry must be the same. */
export interface CesGroup {
  /** The mean; `null` when nobody answered. */
  readonly estimate: number | null;
  /** Sample standard deviation (divisor n - 1); `null` for fewer than two answers, or answers all alike. */
  readonly standardDeviation: number | null;
  /** How many answered: an integer from 0. */
  readonly n: number | bigint;
  /** Where its scale begins; not checked when only one side says so. */
  readonly scaleMin?: number;
  /** Where its scale ends. */
  readonly scaleMax?: number;
  /** Which end of the scale was the good one. */
  readonly direction?: CesDirection;
}

/**
 * The difference of two mean scores of different people, first minus second, in points of the scale.
 *
 * @param a - Anything that carries `estimate`, `standardDeviation` and `n`: a result of {@link ces}, a row of a
 *   rollup, published numbers.
 * @param b - The same, of the other group.
 * @throws {InvalidInputError} When the two sides have different scales or directions, or a number is not valid.
 * @example
 * const web = { estimate: 5.5, standardDeviation: 1.2, n: 200 };
 * const phone = { estimate: 5.1, standardDeviation: 1.5, n: 150 };
 * cesDifference(web, phone).estimate; // => 0.4
 * @see docs/metrics/ces.md. Interval: Welch's, [Welch1947].
 */
export function cesDifference(
  a: CesGroup,
  b: CesGroup,
  { level = DEFAULT_LEVEL }: EstimateOptions = {},
): DifferenceEstimate<"cesDifference"> {
  const task = "compute cesDifference";
  checkLevel(task, level);
  const first = summaryOf(task, "a", a);
  const second = summaryOf(task, "b", b);
  checkSameScale(task, a, b, ["scaleMin", "scaleMax", "direction"]);
  const known = first.n > 0 && second.n > 0;
  const variance = (s: MeanSummary): number => s.standardDeviation ** 2 / s.n;
  const { low } = welchInterval(first, second, 1 - level);
  const width = scaleWidth(a, b);
  return toDifference({
    metric: "cesDifference",
    unit: "score",
    estimate: known ? first.mean - second.mean : null,
    intervalAt: (alpha) => welchInterval(first, second, alpha),
    standardError: low === null ? null : Math.sqrt(variance(first) + variance(second)),
    level,
    method: "welch",
    nA: first.n,
    nB: second.n,
    range: [-width, width],
  });
}

/** How far apart two means on the scale can be. */
function scaleWidth(a: CesGroup, b: CesGroup): number {
  const max = a.scaleMax ?? b.scaleMax;
  const min = a.scaleMin ?? b.scaleMin;
  return max === undefined || min === undefined ? Infinity : max - min;
}

// Squares of larger numbers could overflow.
const LARGEST = 1e100;

function summaryOf(task: string, path: string, group: CesGroup): MeanSummary {
  checkCarries(task, path, group, ["estimate", "standardDeviation", "n"]);
  const { estimate, scaleMin = -LARGEST, scaleMax = LARGEST } = group;
  const n = checkCount(task, `${path}.n`, group.n);
  if (n > 0) checkBetween(task, `${path}.estimate`, estimate, scaleMin, scaleMax);
  // Of answers all alike, 0 is what is estimated for the spread; R's t.test does the same.
  const standardDeviation = group.standardDeviation ?? 0;
  checkBetween(task, `${path}.standardDeviation`, standardDeviation, 0, LARGEST);
  return { mean: estimate ?? 0, standardDeviation, n };
}

function checkBetween(task: string, path: string, value: unknown, min: number, max: number): void {
  if (typeof value === "number" && value >= min && value <= max) return;
  throw new InvalidInputError(task, path, `must be a number from ${min} to ${max}`, value);
}
