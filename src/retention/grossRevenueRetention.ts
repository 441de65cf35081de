import type { Estimate } from "../estimate.ts";
import type { SubscriptionRevenueRow } from "../rows.ts";
import { type RevenueOptions, revenueRatio } from "./revenueRatio.ts";

/** What {@link grossRevenueRetention} returns: a share of revenue, from 0 to 1. Amounts are in minor units. */
export interface GrossRevenueRetentionEstimate extends Estimate<"grossRevenueRetention"> {
  /** Of the revenue at the start. */
  readonly unit: "share";
  /** Customers are resampled, each with all their subscriptions. */
  readonly method: "bootstrap";
  /** Revenue just before the period. */
  readonly start: number;
  /** What is left of it at the end, rises not counted: start - contraction - churn. */
  readonly retained: number;
  /** Lost to customers who pay less. */
  readonly contraction: number;
  /** Lost to customers who pay nothing any more. */
  readonly churn: number;
}

/**
 * Gross revenue retention: how much of the revenue just before a period is still there at its end, from 0 to 1. Nobody
 * counts for more than they paid at the start, so that what one customer adds never hides what another one takes away.
 *
 *     GRR = sum over customers of min(start, end) / sum of start = (start - contraction - churn) / start
 *
 * `n` counts the customers with revenue at the start. The interval is the studentized bootstrap of
 * these customers.
 *
 * @param subscriptions - `mrr` in integer minor units, such as cents; several rows of a customer add up.
 * @throws {InvalidInputError} When a row or an option is not valid, or revenue adds up to more than 2^53 - 1.
 * @example
 * const subscriptions = [
 *   { customerId: "ada", startedAt: "2023-05-01", endedAt: "2024-01-20", mrr: 1000 },
 *   { customerId: "bob", startedAt: "2023-06-01", mrr: 3000 },
 * ];
 * grossRevenueRetention(subscriptions, { from: "2024-01-01", to: "2024-01-31" }).estimate; // => 0.75
 * @see docs/metrics/revenue-retention.md. The lesser of start and end: [SaasMetricsBoardGrr]. Interval: [Hall1988].
 */
export function grossRevenueRetention(
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: RevenueOptions,
): GrossRevenueRetentionEstimate {
  const { record, parts } = revenueRatio(
    "grossRevenueRetention",
    "share",
    subscriptions,
    options,
    [],
    "studentized",
    ({ before, after }) => (before > 0 ? [Math.min(before, after), before] : undefined),
  );
  const { start, contraction, churn } = parts;
  return { ...record, unit: "share", start, retained: start - contraction - churn, contraction, churn };
}
