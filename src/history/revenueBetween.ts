import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { CustomerId, Instant, SubscriptionRevenueRow } from "../rows.ts";
import { invalidInstant } from "../time/invalidInstant.ts";
import { endIn, zonedInstants } from "../time/zonedInstant.ts";
import { checkRevenueRow, checkRevenueSum } from "./revenueRow.ts";

/** The two ends of a period. */
export interface RevenuePeriod {
  /** When the period begins: an instant, or a civil date, with whose day it begins. */
  readonly from: Instant;
  /** When the period ends: an instant, itself left out, or a civil date, whose whole day is included. */
  readonly to: Instant;
  /** The zone of civil dates, an IANA name. Default `"UTC"`. */
  readonly timeZone?: string;
}

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
  { from, to, timeZone = "UTC" }: RevenuePeriod,
): RevenueChange[] {
  const instantOf = zonedInstants(task, timeZone);
  const begin = instantOf(from);
  if (Number.isNaN(begin)) throw invalidInstant(task, "from", from);
  const { end } = endIn(task, "to", to, timeZone);
  if (end <= begin) throw new InvalidInputError(task, "to", "must be later than from", to);
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
    if (startedAt < begin) {
      customer.paidBefore = true;
      if (endedAt >= begin) customer.before = checkRevenueSum(task, customer.before + mrr);
    }
    if (endedAt >= end) customer.after = checkRevenueSum(task, customer.after + mrr);
  }
  return [...customers.values()].filter(({ before, after }) => before > 0 || after > 0);
}
