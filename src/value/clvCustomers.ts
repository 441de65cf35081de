import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import type { TransactionRow } from "../rows.ts";
import type { ClvSettings } from "./clvOptions.ts";
import { type CustomerSummary, summaries } from "./summarizeCustomers.ts";
import { daysIn } from "./timeUnit.ts";

/** The customers whose value is asked, and what was left out. */
export interface ClvCustomers {
  readonly customers: readonly CustomerSummary[];
  readonly afterAsOf: number;
}

/**
 * The customers as `summarizeCustomers` sees them, from rows that all have an amount, none of it below zero: the model
 * of spend is about what purchases cost, and a refund without its order is not one.
 */
export function clvCustomers(
  task: string,
  transactions: Iterable<TransactionRow>,
  { asOf, unit, timeZone, mergeWithin }: ClvSettings,
): ClvCustomers {
  const bucket = civilDays(task, timeZone);
  const purchases = readPurchases(task, transactions, { bucket, asOf, mergeWithin, amounts: "paid" });
  return { customers: summaries(task, purchases, daysIn(task, unit)), afterAsOf: purchases.afterAsOf };
}
