import type { DifferenceEstimate } from "../stats/difference.ts";
import { proportionDifference } from "../stats/proportionDifference.ts";
import type { ProportionOptions } from "../stats/proportionEstimate.ts";
import { type CsatCounts, checkCsatCounts } from "./csatFromCounts.ts";
import { checkSameScale } from "./scale.ts";

/** One side of {@link csatDifference}. A scale or a cut that both sides carry must be the same. */
export interface CsatGroup extends CsatCounts {
  /** Where the scale begins; `null` when that is not known. */
  readonly scaleMin?: number | null;
  /** Where the scale ends; `null` likewise. */
  readonly scaleMax?: number | null;
  /** The cut between the others and the satisfied. */
  readonly satisfiedFrom?: number | null;
}

/**
 * The difference of two satisfaction shares of different people, first minus second, from -1 to 1.
 *
 * @param a - Anything that carries `satisfied` and `n`: a result of {@link csat}, a row of a rollup, plain counts.
 * @param b - The same, of the other group.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, when `satisfied` is above `n`, when
 *   the two sides have different scales or cuts, or an option is not valid.
 * @example
 * csatDifference({ satisfied: 56, n: 70 }, { satisfied: 48, n: 80 }).estimate; // => 0.2
 * @see docs/metrics/csat.md. Interval: Newcombe's hybrid of the two Wilson intervals, [Newcombe1998b].
 */
export function csatDifference(
  a: CsatGroup,
  b: CsatGroup,
  options: ProportionOptions = {},
): DifferenceEstimate<"csatDifference"> {
  const metric = "csatDifference";
  const task = `compute ${metric}`;
  const { satisfied: xA, n: nA } = checkCsatCounts(task, "a", a);
  const { satisfied: xB, n: nB } = checkCsatCounts(task, "b", b);
  checkSameScale(task, a, b, ["scaleMin", "scaleMax", "satisfiedFrom"]);
  return proportionDifference(metric, { x: xA, n: nA }, { x: xB, n: nB }, options);
}
