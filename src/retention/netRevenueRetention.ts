import { checkCarries, checkChoice } from "../check.ts";
import type { Estimate } from "../estimate.ts";
import type { SubscriptionRevenueRow } from "../rows.ts";
import {
  REVENUE_CONVENTIONS,
  type RevenueConvention,
  type RevenueOptions,
  revenueRatio,
} from "./revenueRatio.ts";

/** What {@link netRevenueRetention} returns: a ratio, from 0 up. Amounts are in minor units. */
export interface NetRevenueRetentionEstimate extends Estimate<"netRevenueRetention"> {
  /** To the revenue at the start; above 1 the customers of then pay more than they did. */
  readonly unit: "ratio";
  /** From resamples of the customers [Efron1987]. */
  readonly method: "bootstrap";
  /** Whether customers who came back count. */
  readonly convention: RevenueConvention;
  /** Revenue just before the period. */
  readonly start: number;
  /** Gained from customers who pay more. */
  readonly expansion: number;
  /** Lost to customers who pay less. */
  readonly contraction: number;
  /** Lost to customers who pay nothing any more. */
  readonly churn: number;
  /** Of customers who came back; part of the estimate with `convention: "chartmogul"` alone. */
  readonly reactivation: number;
}

/** The options of {@link netRevenueRetention}. */
export interface NetRevenueRetentionOptions extends RevenueOptions {
  /** Default `"standard"`. */
  readonly convention?: RevenueConvention;
}

/**
 * Net revenue retention: what the customers who paid just before a period pay at its end, as a multiple of what they
 * paid; from 0 up, and above 1 when rises outweigh losses.
 *
 *     standard:    NRR = (start + expansion - contraction - churn) / start
 *     chartmogul:  NRR = (start + expansion + reactivation - contraction - churn) / start
 *
 * `n` counts the customers with revenue at the start; with `"chartmogul"` those with revenue at the start or the end.
 * The interval is the studentized bootstrap of these customers.
 *
 * @param subscriptions - `mrr` in integer minor units, such as cents; several rows of a customer add up.
 * @throws {InvalidInputError} When a row or an option is not valid, or revenue adds up to more than 2^53 - 1.
 * @example
 * const subscriptions = [
 *   { customerId: "ada", startedAt: "2023-05-01", endedAt: "2024-01-20", mrr: 1000 },
 *   { customerId: "bob", startedAt: "2023-06-01", mrr: 3000 },
 *   { customerId: "bob", startedAt: "2024-01-15", mrr: 2000 },
 * ];
 * netRevenueRetention(subscriptions, { from: "2024-01-01", to: "2024-01-31" }).estimate; // => 1.25
 * @see docs/metrics/revenue-retention.md. Conventions: [ChartMogulNetChurn]. Interval: [Hall1988].
 */
export function netRevenueRetention(
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: NetRevenueRetentionOptions,
): NetRevenueRetentionEstimate {
  const metric = "netRevenueRetention";
  checkCarries(`compute ${metric}`, "options", options, ["from", "to"]);
  const { convention = "standard" } = options;
  checkChoice(`compute ${metric}`, "convention", convention, REVENUE_CONVENTIONS);
  const { record, parts } = revenueRatio(
    metric,
    "ratio",
    subscriptions,
    options,
    ["convention"],
    "studentized",
    ({ before, after, paidBefore }) => {
      if (before > 0) return [after, before];
      if (convention === "standard") return undefined;
      return [paidBefore ? after : 0, 0];
    },
  );
  const { start, expansion, contraction, churn, reactivation } = parts;
  return { ...record, unit: "ratio", convention, start, expansion, contraction, churn, reactivation };
}
