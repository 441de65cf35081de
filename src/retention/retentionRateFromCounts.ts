import { checkNames } from "../check.ts";
import { type ProportionOptions, proportionEstimate } from "../stats/proportionEstimate.ts";
import { checkAtRisk } from "./churnRateFromCounts.ts";
import type { RetentionRateEstimate } from "./retentionRate.ts";

/** Customers counted elsewhere: a {@link RetentionRateEstimate} is one, so is a row of a database. */
export interface RetentionCounts {
  /** Those at risk who stayed. */
  readonly retained: number | bigint;
  /** All who were there at the start, the retained among them. */
  readonly atRisk: number | bigint;
}

/**
 * Retention rate from counts made elsewhere: the share of the customers at risk who stayed, from 0 to 1.
 *
 *     retention rate = retained / at risk
 *
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, `retained` is above `atRisk`, or an
 *   option is not valid.
 * @example
 * retentionRateFromCounts({ retained: 90, atRisk: 100 }).estimate; // => 0.9
 * @see docs/metrics/churn-rate.md. Interval: Wilson's, [Wilson1927].
 */
export function retentionRateFromCounts(
  counts: RetentionCounts,
  options: ProportionOptions = {},
): RetentionRateEstimate {
  const task = "compute retentionRate";
  checkNames(task, "option", options, ["level", "method"]);
  const { x: retained, n: atRisk } = checkAtRisk(task, "counts", counts, "retained");
  return { ...proportionEstimate("retentionRate", retained, atRisk, options), retained, atRisk };
}
