import { InvalidInputError } from "../errors.ts";
import type { CustomerId, SubscriptionRevenueRow } from "../rows.ts";
import { checkSubscription } from "./stretches.ts";

/** A subscription with what it brings in, read and checked. */
export interface RevenueRow {
  readonly customerId: CustomerId;
  /** In milliseconds. */
  readonly startedAt: number;
  /** In milliseconds; Infinity while it lasts. */
  readonly endedAt: number;
  /** In minor units, from 0. */
  readonly mrr: number;
}

/** The fields of a subscription with revenue, each read once and checked. */
export function checkRevenueRow(
  task: string,
  index: number,
  row: SubscriptionRevenueRow,
  instantOf: (value: unknown) => number,
): RevenueRow {
  const { customerId, startedAt, endedAt } = checkSubscription(task, index, row, instantOf);
  const { mrr } = row;
  if (Number.isSafeInteger(mrr) && mrr >= 0) return { customerId, startedAt, endedAt, mrr: mrr + 0 };
  const requirement = "must be an integer from 0 to 2^53 - 1: integer minor units such as cents";
  throw new InvalidInputError(task, `subscriptions[${index}].mrr`, requirement, mrr);
}

/** A sum of revenue, exact as long as it is a safe integer. */
export function checkRevenueSum(task: string, sum: number): number {
  if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  throw new InvalidInputError(task, "the sum of mrr", "must be at most 2^53 - 1: this is an overflow", sum);
}
