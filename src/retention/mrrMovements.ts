import { checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type RevenueMovement, revenueMovement } from "../history/revenueMovement.ts";
import { checkRevenueSum } from "../history/revenueRow.ts";
import { type RevenueStep, revenueSteps } from "../history/revenueSteps.ts";
import type { Instant, SubscriptionRevenueRow } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { bucketOf, checkBucket } from "../time/checkBucket.ts";

/** A period of {@link mrrMovements}. Amounts are in the minor units of the rows, and none is below 0. */
export interface MrrMovementRow {
  /** The label of the period: `2024-01`. */
  readonly period: string;
  /** Whether the period ends no later than `asOf` does. */
  readonly complete: boolean;
  /** Revenue just before the period. */
  readonly opening: number;
  /** Of customers who never paid before. */
  readonly new: number;
  /** Customers who pay more than before the period, but paid then: the rise. */
  readonly expansion: number;
  /** Customers who pay less, but still pay: the fall. */
  readonly contraction: number;
  /** Customers who pay nothing any more: what they paid. */
  readonly churn: number;
  /** Customers who paid at some time, but not just before the period: what they pay now. */
  readonly reactivation: number;
  /** Revenue at the end: opening + new + expansion + reactivation - contraction - churn. */
  readonly closing: number;
  /** Those who paid just before the period. */
  readonly openingCustomers: number;
  /** Those who pay at the end and never did before the period. */
  readonly newCustomers: number;
  /** Those who paid just before the period and pay nothing at its end. */
  readonly churnedCustomers: number;
  /** Those who pay at the end and once did, but not just before the period. */
  readonly reactivatedCustomers: number;
  /** openingCustomers + newCustomers + reactivatedCustomers - churnedCustomers. */
  readonly closingCustomers: number;
  /** Rows that started after `asOf` and are left out; the same in every period. */
  readonly afterAsOf: number;
}

/** The options of {@link mrrMovements}. */
export interface MrrMovementsOptions {
  /** The periods, such as `calendarMonths("America/Toronto")`. */
  readonly bucket: Bucket;
  /**
   * Up to when the rows are known; a date-only one includes its day in the zone of the bucket. Rows that start later
   * are left out, and a subscription that ends later goes on. Default: the latest instant in the rows.
   */
  readonly asOf?: Instant;
}

/** More periods than this are taken for the work of a stray date. */
const MOST_PERIODS = 100_000;

/**
 * Monthly recurring revenue and what moved it, per period: from that of the first paying customer to that of `asOf`.
 *
 *     closing = opening + new + expansion + reactivation - contraction - churn
 *
 * holds exactly, and one period's closing is the next one's opening. Each customer makes one movement a period at
 * most: what they pay at its end against what they paid just before it.
 *
 * @param subscriptions - `mrr` in integer minor units, such as cents; several rows of a customer add up, and 0 is no
 *   revenue.
 * @throws {InvalidInputError} When a row or an option is not valid, revenue adds up to more than 2^53 - 1, or the
 *   periods are more than 100,000, which one stray date is enough for.
 * @example
 * const subscriptions = [
 *   { customerId: "ada", startedAt: "2024-01-10", endedAt: "2024-02-20", mrr: 3000 },
 *   { customerId: "bob", startedAt: "2024-01-20", mrr: 5000 },
 * ];
 * const [january, february] = mrrMovements(subscriptions, { bucket: calendarMonths(), asOf: "2024-02-29" });
 * january?.new; // => 8000
 * february?.churn; // => 3000
 * february?.closing; // => 5000
 * @see docs/metrics/mrr-movements.md. The kinds of movement: [ChartMogulMovements].
 */
export function mrrMovements(
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: MrrMovementsOptions,
): MrrMovementRow[] {
  const task = "compute mrrMovements";
  checkNames(task, "option", options, ["bucket", "asOf"]);
  const bucket = checkBucket(task, options.bucket);
  const timeZone = bucket.timeZone ?? "UTC";
  const { customers, observed, afterAsOf } = revenueSteps(task, subscriptions, timeZone, options.asOf);
  if (observed === undefined || customers.length === 0) return [];
  // As a Date, since a number of milliseconds in 1970 looks like seconds.
  const indexOf = (at: number): number => bucketOf(task, bucket, new Date(at), "subscriptions");
  let earliest = Infinity;
  for (const [step] of customers) if (step !== undefined && step.at < earliest) earliest = step.at;
  const first = indexOf(earliest);
  const periods = indexOf(observed.last) - first + 1;
  if (periods > MOST_PERIODS) {
    const requirement = `must span at most ${MOST_PERIODS} periods: look for a stray date`;
    throw new InvalidInputError(task, "subscriptions", requirement, periods);
  }
  const sums = Array.from({ length: periods }, nothing);
  for (const steps of customers) {
    addMovements(task, steps, indexOf, (index, movement, amount) => {
      const sum = sums[index - first];
      if (sum === undefined) return;
      sum[movement] += amount;
      sum.customers[movement]++;
    });
  }
  const open = indexOf(observed.end);
  let [opening, openingCustomers] = [0, 0];
  return sums.map(({ customers: counts, ...sum }, i) => {
    // What is lost comes off first, so that no sum on the way is larger than both ends.
    const kept = opening - sum.contraction - sum.churn;
    const closing = checkRevenueSum(task, kept + sum.new + sum.expansion + sum.reactivation);
    const closingCustomers = openingCustomers + counts.new + counts.reactivation - counts.churn;
    const row: MrrMovementRow = {
      period: bucket.labelOf(first + i),
      complete: first + i < open,
      opening,
      ...sum,
      closing,
      openingCustomers,
      newCustomers: counts.new,
      churnedCustomers: counts.churn,
      reactivatedCustomers: counts.reactivation,
      closingCustomers,
      afterAsOf,
    };
    [opening, openingCustomers] = [closing, closingCustomers];
    return row;
  });
}

/** One customer's movements, period by period, through those alone in which something happens. */
function addMovements(
  task: string,
  steps: readonly RevenueStep[],
  indexOf: (at: number) => number,
  add: (index: number, movement: RevenueMovement, amount: number) => void,
): void {
  let [period, before, revenue] = [NaN, 0, 0];
  let [paidBefore, paid] = [false, false];
  const close = (): void => {
    const movement = revenueMovement(before, revenue, paidBefore);
    if (movement !== undefined) add(period, movement, Math.abs(revenue - before));
  };
  for (const { at, change } of steps) {
    const index = indexOf(at);
    if (index !== period) {
      close();
      [period, before, paidBefore] = [index, revenue, paid];
    }
    revenue = checkRevenueSum(task, revenue + change);
    paid = true;
  }
  close();
}

type Sums = Record<RevenueMovement, number> & { readonly customers: Record<RevenueMovement, number> };

function nothing(): Sums {
  const none = { new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 };
  return { ...none, customers: { ...none } };
}
