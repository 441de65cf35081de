/**
 * Whose departures count, and among whom. Each vendor's page is cited in docs/metrics/churn-rate.md.
 * - `standard`: of those there at the start, who is not there at the end. Who joined and left, or left and came back,
 *   inside the period is no churn [ChartMogulChurn].
 * - `baremetrics`: of those there at the start, who left, even if they came back [BaremetricsChurn].
 * - `stripe`: every departure, among those there at the start and those new in the period [StripeChurn].
 * - `daily`: the sum of the `standard` rates of the days; ChartMogul's B2C formula [ChartMogulChurnRate].
 */
export type ChurnConvention = "standard" | "baremetrics" | "stripe" | "daily";

/** Every {@link ChurnConvention}, the default first. */
export const CHURN_CONVENTIONS: readonly ChurnConvention[] = ["standard", "baremetrics", "stripe", "daily"];

/** Whether a convention counts customers among customers, so that its rate is a proportion. */
export function isShare(convention: ChurnConvention): convention is "standard" | "baremetrics" {
  return convention === "standard" || convention === "baremetrics";
}
