import { checkCarries, checkNames } from "../check.ts";
import type { DifferenceEstimate } from "../stats/difference.ts";
import { proportionDifference } from "../stats/proportionDifference.ts";
import type { ProportionOptions } from "../stats/proportionEstimate.ts";
import { type ActiveCounts, checkActive } from "./cohortCell.ts";

/**
 * The difference of two retention shares of different customers, first minus second, from -1 to 1.
 *
 * @param a - Anything that carries `active` and `size`: a cell of {@link cohortRetention}, a row of
 *   {@link retentionCurve}, plain counts.
 * @param b - The same, of the other customers.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, when `active` is above `size`, or an
 *   option is not valid.
 * @example
 * cohortRetentionDifference({ active: 56, size: 70 }, { active: 48, size: 80 }).estimate; // => 0.2
 * @see docs/metrics/cohort-retention.md. Interval: Newcombe's hybrid of the two Wilson intervals, [Newcombe1998b].
 */
export function cohortRetentionDifference(
  a: ActiveCounts,
  b: ActiveCounts,
  options: ProportionOptions = {},
): DifferenceEstimate<"cohortRetentionDifference"> {
  const metric = "cohortRetentionDifference";
  const task = `compute ${metric}`;
  checkNames(task, "option", options, ["level", "method"]);
  const sideOf = (path: string, counts: ActiveCounts): { x: number; n: number } => {
    checkCarries(task, path, counts, ["active", "size"]);
    const { active, size } = checkActive(task, path, counts.active, counts.size);
    return { x: active, n: size };
  };
  return proportionDifference(metric, sideOf("a", a), sideOf("b", b), options);
}
