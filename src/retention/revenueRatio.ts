import { checkLevel, checkNames } from "../check.ts";
import {
  DEFAULT_LEVEL,
  type Estimate,
  type EstimateOptions,
  type Interval,
  toEstimate,
  UNDETERMINED,
} from "../estimate.ts";
import type { PeriodOptions } from "../history/period.ts";
import { type RevenueChange, revenueBetween } from "../history/revenueBetween.ts";
import { revenueMovement } from "../history/revenueMovement.ts";
import { checkRevenueSum } from "../history/revenueRow.ts";
import type { SubscriptionRevenueRow } from "../rows.ts";
import { bootstrapRatio, type RatioBootstrap } from "../stats/bootstrapRatio.ts";
import { checkSeed, DEFAULT_SEED } from "../stats/random.ts";

/** What every ratio of revenue over a period can be asked. */
export interface RevenueOptions extends PeriodOptions, EstimateOptions {
  /** The integer that fixes the resamples of the interval; nothing else is random. Default 1. */
  readonly seed?: number;
}

/**
 * Whether revenue of customers who come back counts as a gain of existing customers. `"chartmogul"` counts it, as
 * ChartMogul's net MRR churn rate does [ChartMogulNetChurn].
 */
export type RevenueConvention = "standard" | "chartmogul";

/** Every {@link RevenueConvention}, the default first. */
export const REVENUE_CONVENTIONS: readonly RevenueConvention[] = ["standard", "chartmogul"];

/** What a period did to revenue, in minor units, none below 0. */
export interface RevenueParts {
  /** Just before the period. */
  readonly start: number;
  /** Just before its end. */
  readonly end: number;
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churn: number;
  readonly reactivation: number;
}

/** What one customer adds to the numerator and to the denominator. */
export type Share = readonly [y: number, x: number];

/** A ratio of two sums over customers: its record, and the parts that it is made of. */
export interface RevenueRatio<Metric extends string> {
  readonly record: Estimate<Metric> & { readonly method: "bootstrap" };
  readonly parts: RevenueParts;
}

/**
 * Checks the options, reads the rows once, and estimates sum y / sum x over the customers that `shareOf` keeps.
 * `own` names the options that this metric alone has.
 */
export function revenueRatio<Metric extends string>(
  metric: Metric,
  unit: "share" | "ratio",
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: RevenueOptions,
  own: readonly string[],
  bootstrap: RatioBootstrap,
  shareOf: (customer: RevenueChange) => Share | undefined,
): RevenueRatio<Metric> {
  const task = `compute ${metric}`;
  checkNames(task, "option", options, ["from", "to", "timeZone", "level", "seed", ...own]);
  const { level = DEFAULT_LEVEL, seed = DEFAULT_SEED } = options;
  checkLevel(task, level);
  checkSeed(task, seed);
  const customers = revenueBetween(task, subscriptions, options);
  const parts = partsOf(task, customers);
  const kinds = countKinds(customers, shareOf);
  const { ys, xs, counts } = kinds;
  let [n, Y, X] = [0, 0, 0];
  counts.forEach((count, kind) => {
    n += count;
    Y += count * (ys[kind] ?? 0);
    X += count * (xs[kind] ?? 0);
  });
  const estimate = X > 0 ? Y / X : null;
  const standardError = estimate === null ? null : standardErrorOf(kinds, { n, X, R: estimate });
  let interval: Interval = UNDETERMINED;
  if (standardError !== null) {
    interval = bootstrapRatio(kinds, 1 - level, seed, bootstrap);
  }
  const { low, high } = interval;
  const range = [0, unit === "share" ? 1 : Infinity] as const;
  const record = { metric, unit, estimate, low, high, standardError, level, method: "bootstrap" as const, n };
  return { record: toEstimate(record, range), parts };
}

/** Customers alike are one kind, in an order that does not depend on that of the rows. */
interface Kinds {
  readonly ys: Float64Array;
  readonly xs: Float64Array;
  /** How many customers there are of each kind. */
  readonly counts: Float64Array;
}

function countKinds(
  customers: readonly RevenueChange[],
  shareOf: (customer: RevenueChange) => Share | undefined,
): Kinds {
  const counted = new Map<number, Map<number, number>>();
  for (const customer of customers) {
    const share = shareOf(customer);
    if (share === undefined) continue;
    const [y, x] = share;
    let sameX = counted.get(x);
    if (sameX === undefined) {
      sameX = new Map();
      counted.set(x, sameX);
    }
    sameX.set(y, (sameX.get(y) ?? 0) + 1);
  }
  const kinds = [...counted].flatMap(([x, sameX]) => [...sameX].map(([y, count]) => ({ y, x, count })));
  kinds.sort((a, b) => a.x - b.x || a.y - b.y);
  return {
    ys: Float64Array.from(kinds, ({ y }) => y),
    xs: Float64Array.from(kinds, ({ x }) => x),
    counts: Float64Array.from(kinds, ({ count }) => count),
  };
}

/**
 * The standard error of a ratio of two sums over customers by the delta method [Cochran1977]:
 *
 *     R = sum y / sum x,   SE = sqrt(n / (n - 1) sum (y - R x)^2) / sum x
 *
 * `null` when all customers have the same ratio, as one alone has: that shows no spread.
 */
function standardErrorOf(
  { ys, xs, counts }: Kinds,
  { n, X, R }: { readonly n: number; readonly X: number; readonly R: number },
): number | null {
  let squares = 0;
  ys.forEach((y, kind) => {
    const deviation = y - R * (xs[kind] ?? 0);
    // What the rounding of R alone leaves is none.
    if (Math.abs(deviation) > 4 * Number.EPSILON * y) squares += (counts[kind] ?? 0) * (deviation / X) ** 2;
  });
  return squares > 0 ? Math.sqrt((n / (n - 1)) * squares) : null;
}

function partsOf(task: string, customers: readonly RevenueChange[]): RevenueParts {
  const parts = { start: 0, end: 0, new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 };
  for (const { before, after, paidBefore } of customers) {
    parts.start = checkRevenueSum(task, parts.start + before);
    parts.end = checkRevenueSum(task, parts.end + after);
    const movement = revenueMovement(before, after, paidBefore);
    if (movement !== undefined) parts[movement] += Math.abs(after - before);
  }
  return parts;
}
