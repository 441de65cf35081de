import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { CustomerId, SubscriptionRow } from "../rows.ts";
import { invalidInstant } from "../time/invalidInstant.ts";
import { zonedInstants } from "../time/zonedInstant.ts";
import { invalidCustomerId, isCustomerId } from "./customerId.ts";

/** A time without a gap in which a customer had at least one subscription. */
export interface Stretch<Row> {
  /** The row it begins with. */
  readonly row: Row;
  /** In milliseconds. */
  readonly startedAt: number;
  /** In milliseconds; Infinity while it lasts. */
  readonly endedAt: number;
}

/**
 * Each customer's stretches, in order of time; customers in order of first appearance.
 *
 * A customer is there from `startedAt` up to, and not at, `endedAt`. Rows that overlap or touch are one stretch: a
 * change of plan, or a renewal at the instant of the end, is nobody leaving. A civil date is the start of its day in
 * the zone.
 */
export function stretchesByCustomer<Row extends SubscriptionRow>(
  task: string,
  subscriptions: Iterable<Row>,
  timeZone: string,
): Stretch<Row>[][] {
  const instantOf = zonedInstants(task, timeZone);
  checkIterable(task, "subscriptions", subscriptions);
  const places = new Map<CustomerId, number>();
  const customers: Stretch<Row>[][] = [];
  let index = 0;
  for (const row of subscriptions) {
    const { customerId, startedAt, endedAt } = checkSubscription(task, index++, row, instantOf);
    const stretch = { row, startedAt, endedAt };
    const place = places.get(customerId);
    if (place === undefined) places.set(customerId, customers.push([stretch]) - 1);
    else customers[place]?.push(stretch);
  }
  return customers.map((stretches) => (stretches.length === 1 ? stretches : merged(stretches)));
}

/** The fields of a subscription, each read once and checked. */
export function checkSubscription(
  task: string,
  index: number,
  row: SubscriptionRow,
  instantOf: (value: unknown) => number,
): { readonly customerId: CustomerId; readonly startedAt: number; readonly endedAt: number } {
  const path = (field: string): string => `subscriptions[${index}]${field}`;
  if (typeof row !== "object" || row === null)
    throw new InvalidInputError(task, path(""), "must be a subscription row", row);
  const { customerId, startedAt, endedAt } = row;
  if (!isCustomerId(customerId)) throw invalidCustomerId(task, path(".customerId"), customerId);
  const start = instantOf(startedAt);
  if (Number.isNaN(start)) throw invalidInstant(task, path(".startedAt"), startedAt);
  const end = endedAt === null || endedAt === undefined ? Infinity : instantOf(endedAt);
  if (Number.isNaN(end)) throw invalidInstant(task, path(".endedAt"), endedAt);
  if (end < start)
    throw new InvalidInputError(task, path(".endedAt"), "must not be earlier than startedAt", endedAt);
  return { customerId, startedAt: start, endedAt: end };
}

function merged<Row>(stretches: readonly Stretch<Row>[]): Stretch<Row>[] {
  const result: Stretch<Row>[] = [];
  for (const next of [...stretches].sort((a, b) => a.startedAt - b.startedAt || a.endedAt - b.endedAt)) {
    const last = result.at(-1);
    if (last === undefined || next.startedAt > last.endedAt) result.push(next);
    else if (next.endedAt > last.endedAt) result[result.length - 1] = { ...last, endedAt: next.endedAt };
  }
  return result;
}
