import { checkIterable } from "../check.ts";
import { InvalidInputError, isInvalidInput } from "../errors.ts";
import type { TransactionRow } from "../rows.ts";
import { endIn, zonedInstants } from "../time/zonedInstant.ts";
import type { ClvSettings } from "./clvOptions.ts";
import { type CustomerSummary, summarizeCustomers } from "./summarizeCustomers.ts";

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
  checkIterable(task, "transactions", transactions);
  const instantOf = zonedInstants(task, timeZone);
  const { last } = endIn(task, "asOf", asOf, timeZone);
  let afterAsOf = 0;
  function* paid(): Generator<TransactionRow> {
    let index = 0;
    for (const row of transactions) {
      if (typeof row !== "object" || row === null)
        throw new InvalidInputError(task, `transactions[${index}]`, "must be a transaction row", row);
      const { customerId, at, amount } = row;
      if (amount === undefined || !(Number.isFinite(amount) && amount >= 0))
        throw new InvalidInputError(task, `transactions[${index}].amount`, requirementOf(amount), amount);
      if (instantOf(at) > last) afterAsOf++;
      index++;
      yield { customerId, at, amount };
    }
  }
  const within = mergeWithin === undefined ? {} : { mergeWithin };
  try {
    const customers = summarizeCustomers(paid(), { asOf, unit, timeZone, ...within });
    return { customers, afterAsOf };
  } catch (error) {
    // What was asked for is not a summary. Errors of the rows' own source stay as they are.
    if (!isInvalidInput(error) || !error.message.startsWith("Cannot summarize customers: ")) throw error;
    throw new InvalidInputError(task, error.path, error.requirement, error.received);
  }
}

function requirementOf(amount: number | undefined): string {
  return typeof amount === "number" && amount < 0
    ? "must not be below 0: leave refunds out, or take them off their orders"
    : "must be a finite number from 0";
}
