import { checkIterable } from "../check.ts";
import type { CustomerId, Instant, SubscriptionRevenueRow } from "../rows.ts";
import { type End, endIn, zonedInstants } from "../time/zonedInstant.ts";
import { checkRevenueRow } from "./revenueRow.ts";

/** A customer's revenue going up or down at an instant. */
export interface RevenueStep {
  /** In milliseconds. */
  readonly at: number;
  /** In minor units; below 0 where a subscription ends. */
  readonly change: number;
}

/** The revenue of every customer as a step function of time. */
export interface RevenueSteps {
  /** The steps of each paying customer, in order of time, of one instant the ends first. */
  readonly customers: RevenueStep[][];
  /** Up to when it is known; nothing without rows or `asOf`. */
  readonly observed: End | undefined;
  /** Rows that started after `asOf`. */
  readonly afterAsOf: number;
}

/**
 * Reads subscriptions into steps. A subscription counts from `startedAt` up to, and not at, `endedAt`; one without
 * revenue, or of no length, makes no step. What happens after `asOf` is not known yet: rows that start later are left
 * out, and one that ends later goes on. Without `asOf` everything counts up to the latest instant in the rows.
 */
export function revenueSteps(
  task: string,
  subscriptions: Iterable<SubscriptionRevenueRow>,
  timeZone: string,
  asOf: Instant | undefined,
): RevenueSteps {
  const instantOf = zonedInstants(task, timeZone);
  const known = asOf === undefined ? undefined : endIn(task, "asOf", asOf, timeZone);
  const last = known?.last ?? Infinity;
  checkIterable(task, "subscriptions", subscriptions);
  const places = new Map<CustomerId, RevenueStep[]>();
  const customers: RevenueStep[][] = [];
  let [index, afterAsOf, latest] = [0, 0, -Infinity];
  for (const row of subscriptions) {
    const { customerId, startedAt, endedAt, mrr } = checkRevenueRow(task, index++, row, instantOf);
    if (startedAt > last) {
      afterAsOf++;
      continue;
    }
    latest = Math.max(latest, endedAt < Infinity ? endedAt : startedAt);
    if (mrr === 0 || startedAt === endedAt) continue;
    let steps = places.get(customerId);
    if (steps === undefined) {
      steps = [];
      places.set(customerId, steps);
      customers.push(steps);
    }
    steps.push({ at: startedAt, change: mrr });
    if (endedAt < Infinity && endedAt <= last) steps.push({ at: endedAt, change: -mrr });
  }
  // Ends before starts, so that the running sum of one instant never exceeds the revenue there really is.
  for (const steps of customers) steps.sort((a, b) => a.at - b.at || a.change - b.change);
  const observed = known ?? (Number.isFinite(latest) ? { end: latest, last: latest } : undefined);
  return { customers, observed, afterAsOf };
}
