import { checkCarries, checkChoice } from "../check.ts";
import type { Estimate } from "../estimate.ts";
import type { SubscriptionRevenueRow } from "../rows.ts";
import {
  REVENUE_CONVENTIONS,
  type RevenueConvention,
  type RevenueOptions,
  revenueRatio,
} from "./revenueRatio.ts";

/** What {@link quickRatio} returns: a ratio, from 0 up. Amounts are in minor units. */
export interface QuickRatioEstimate extends Estimate<"quickRatio"> {
  /** Revenue gained for every unit lost. */
  readonly unit: "ratio";
  /** Customers are drawn, each with all their movements. */
  readonly method: "bootstrap";
  /** Whether `reactivation` is a gain. */
  readonly convention: RevenueConvention;
  /** Of customers who never paid before. */
  readonly new: number;
  /** Gained from customers who pay more. */
  readonly expansion: number;
  /** Of customers who came back; part of the estimate with `convention: "chartmogul"` alone. */
  readonly reactivation: number;
  /** Lost to customers who pay less. */
  readonly contraction: number;
  /** Lost to customers who pay nothing any more. */
  readonly churn: number;
}

/** The options of {@link quickRatio}. */
export interface QuickRatioOptions extends RevenueOptions {
  /** Default `"standard"`. */
  readonly convention?: RevenueConvention;
}

/**
 * The quick ratio of recurring revenue: what a period gained for each unit it lost, from 0 up. `null` when nothing was
 * lost.
 *
 *     standard:    (new + expansion) / (contraction + churn)
 *     chartmogul:  (new + expansion + reactivation) / (contraction + churn)
 *
 * `n` counts the customers with revenue just before the period or at its end. The interval is the bootstrap of these
 * customers; its upper end is `null` where resamples without any loss reach it.
 *
 * @param subscriptions - `mrr` in integer minor units, such as cents; several rows of a customer add up.
 * @throws {InvalidInputError} When a row or an option is not valid, or revenue adds up to more than 2^53 - 1.
 * @example
 * const subscriptions = [
 *   { customerId: "ada", startedAt: "2023-05-01", endedAt: "2024-01-20", mrr: 1000 },
 *   { customerId: "bob", startedAt: "2023-06-01", mrr: 3000 },
 *   { customerId: "eve", startedAt: "2024-01-15", mrr: 2000 },
 * ];
 * quickRatio(subscriptions, { from: "2024-01-01", to: "2024-01-31" }).estimate; // => 2
 * @see docs/metrics/revenue-retention.md#quick-ratio. Formula: [BaremetricsQuickRatio]. Interval: [Efron1987].
 */
export function quickRatio(
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: QuickRatioOptions,
): QuickRatioEstimate {
  const metric = "quickRatio";
  checkCarries(`compute ${metric}`, "options", options, ["from", "to"]);
  const { convention = "standard" } = options;
  checkChoice(`compute ${metric}`, "convention", convention, REVENUE_CONVENTIONS);
  const { record, parts } = revenueRatio(
    metric,
    "ratio",
    subscriptions,
    options,
    ["convention"],
    "bca",
    ({ before, after, paidBefore }) => {
      const counts = before > 0 || !paidBefore || convention === "chartmogul";
      return [counts ? Math.max(0, after - before) : 0, Math.max(0, before - after)];
    },
  );
  const { new: gained, expansion, reactivation, contraction, churn } = parts;
  return { ...record, unit: "ratio", convention, new: gained, expansion, reactivation, contraction, churn };
}
