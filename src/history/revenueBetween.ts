import { checkIterable } from "../check.ts";
import type { CustomerId, SubscriptionRevenueRow } from "../rows.ts";
import { zonedInstants } from "../time/zonedInstant.ts";
import { type PeriodOptions, readPeriod } from "./period.ts";
import { checkRevenueRow, checkRevenueSum } from "./revenueRow.ts";

/** A customer's revenue at the two ends of a period. */
export interface RevenueChange {
  /** Just before the period begins. */
  readonly before: number;
  /** Just before it ends. */
  readonly after: number;
  /** Whether they paid at any time before the period. */
  readonly paidBefore: boolean;
}

/**
 * Reads each customer's revenue just before a period begins and just before it ends. So an end at exactly `from` is a
 * loss of this period, and a start at exactly `from` is a gain of it. Those who pay at neither end are left out.
 */
export function revenueBetween(
  task: string,
  subscriptions: Iterable<SubscriptionRevenueRow>,
  options: PeriodOptions,
): RevenueChange[] {
  const { start, end } = readPeriod(task, options);
  const instantOf = zonedInstants(task, options.timeZone ?? "UTC");
  checkIterable(task, "subscriptions", subscriptions);
  const customers = new Map<CustomerId, { before: number; after: number; paidBefore: boolean }>();
  let index = 0;
  for (const row of subscriptions) {
    const { customerId, startedAt, endedAt, mrr } = checkRevenueRow(task, index++, row, instantOf);
    if (mrr === 0 || startedAt === endedAt || startedAt >= end) continue;
    let customer = customers.get(customerId);
    if (customer === undefined) {
      customer = { before: 0, after: 0, paidBefore: false };
      customers.set(customerId, customer);
    }
    if (startedAt < start) {
      customer.paidBefore = true;
      if (endedAt >= start) customer.before = checkRevenueSum(task, customer.before + mrr);
    }
    if (endedAt >= end) customer.after = checkRevenueSum(task, customer.after + mrr);
  }
  return [...customers.values()].filter(({ before, after }) => before > 0 || after > 0);
}
