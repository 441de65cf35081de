/** What a customer's revenue did within a period. */
export type RevenueMovement = "new" | "expansion" | "contraction" | "churn" | "reactivation";

/**
 * The one movement that takes a customer's revenue from `before` a period to `after` it; what happened in between does
 * not count. Nothing when both are equal. The five kinds are those of [ChartMogulMovements].
 *
 * @param paidBefore - Whether the customer ever paid before the period: who did comes back, who did not is new.
 */
export function revenueMovement(
  before: number,
  after: number,
  paidBefore: boolean,
): RevenueMovement | undefined {
  if (before === after) return undefined;
  if (before === 0) return paidBefore ? "reactivation" : "new";
  if (after === 0) return "churn";
  return after > before ? "expansion" : "contraction";
}
