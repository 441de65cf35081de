import { checkCarries, checkNames } from "../check.ts";
import { type PeriodOptions, readPeriod } from "../history/period.ts";
import { stretchesByCustomer } from "../history/stretches.ts";
import type { SubscriptionRow } from "../rows.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";
import { type Presence, wasThere } from "./presence.ts";

/** What {@link retentionRate} returns: the share of customers who stayed, from 0 to 1. */
export interface RetentionRateEstimate extends ProportionEstimate<"retentionRate"> {
  /** Those at risk who were there at the end. */
  readonly retained: number;
  /** Customers there at the start. The same as `n`. */
  readonly atRisk: number;
}

/** The options of {@link retentionRate}. */
export interface RetentionRateOptions extends PeriodOptions, ProportionOptions {}

/**
 * Retention rate: of the customers there at the start of a period, the share who are there at its end, from 0 to 1.
 * The complement of {@link churnRate} with the convention `"standard"`, of the same customers.
 *
 *     retention rate = retained / at risk = 1 - churn rate
 *
 * @param subscriptions - Each time in which a customer subscribed; without `endedAt` it goes on.
 * @throws {InvalidInputError} When a row or an option is not valid, or the period is empty.
 * @example
 * const subscriptions = [
 *   { customerId: 1, startedAt: "2024-01-05", endedAt: "2024-03-20" },
 *   { customerId: 2, startedAt: "2024-02-01" },
 * ];
 * retentionRate(subscriptions, { from: "2024-03-01", to: "2024-03-31" }).estimate; // => 0.5
 * @see docs/metrics/churn-rate.md. Interval: Wilson's, [Wilson1927].
 */
export function retentionRate(
  subscriptions: Iterable<SubscriptionRow>,
  options: RetentionRateOptions,
): RetentionRateEstimate {
  const task = "compute retentionRate";
  checkCarries(task, "options", options, ["from", "to"]);
  checkNames(task, "option", options, ["from", "to", "timeZone", "level", "method"]);
  const { timeZone = "UTC" } = options;
  const { start, end } = readPeriod(task, options);
  const customers: readonly Presence[] = stretchesByCustomer(task, subscriptions, timeZone);
  let [retained, atRisk] = [0, 0];
  for (const presence of customers) {
    if (!wasThere(presence, start)) continue;
    atRisk += 1;
    retained += wasThere(presence, end) ? 1 : 0;
  }
  return { ...proportionEstimate("retentionRate", retained, atRisk, options), retained, atRisk };
}
