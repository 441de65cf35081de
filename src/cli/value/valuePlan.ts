import { type CustomerId, calendarDays, type TransactionRow } from "../../index.ts";
import type { CellReader } from "../cellReaders.ts";
import type { Plan, Result } from "../command.ts";
import { explained } from "../explained.ts";
import { Failure } from "../failure.ts";
import { type Given, required, several, single } from "../given.ts";
import { readZones, toInstant } from "../instants.ts";
import { TransactionRows, type TransactionSettings, transactionsOf } from "../transactionRows.ts";

/** The options of every command about the value of customers. */
export const VALUE_OPTIONS: readonly string[] = [
  ...["customer", "at", "amount", "as-of", "time-zone", "wall-clock", "missing"],
];

/** The columns; `why` the amounts are needed, where they are. */
export function readTransactionSettings(given: Given, why?: string): TransactionSettings {
  return {
    customer: required(given, "customer", "which column names the customers? Name it with"),
    at: required(given, "at", "which column says when something was bought? Name it with"),
    amount:
      why === undefined
        ? single(given, "amount")
        : required(given, "amount", `which column says what was paid? ${why}. Name it with`),
    zones: readZones(given),
    missing: several(given, "missing"),
    by: [],
  };
}

/** The transactions of a file. */
export interface ValueRows {
  readonly file: string;
  readonly transactions: () => Iterable<TransactionRow>;
  /** The name behind the number that stands for a customer in the transactions. */
  readonly nameOf: (customer: CustomerId) => string;
  /** Says that nobody is left before an end, which is why there is nothing to compute. */
  readonly checkKnown: (customers: number, option: string) => void;
}

/** Reads transactions, and computes something of them. */
export function valuePlan(
  settings: TransactionSettings,
  compute: (rows: ValueRows) => Result,
  readAmount?: CellReader<number>,
  hint?: () => string | undefined,
): Plan {
  return (source) => {
    const all = new TransactionRows(settings, source, readAmount);
    const { reader } = all;
    const { file } = source;
    const { amount, zones } = settings;
    function* transactions(): Generator<TransactionRow> {
      for (const { value } of all.list())
        for (const row of transactionsOf(value))
          yield amount === undefined ? { customerId: row.customerId, at: row.at } : row;
    }
    const checkKnown = (customers: number, option: string): void => {
      if (customers > 0 || all.list().length === 0) return;
      const days = calendarDays(zones.timeZone);
      const [from, to] = [all.earliest, all.latest].map((at) => days.labelOf(days.indexOf(toInstant(at))));
      const range = from === to ? `its rows are of ${from}` : `its rows are from ${from} to ${to}`;
      throw new Failure(3, `${file}: nobody had bought anything by --${option}: ${range}`);
    };
    return {
      add: all.add,
      hint: () => [reader.hint(), hint?.()].filter((text) => text !== undefined).join("\n") || undefined,
      result: () => {
        try {
          const nameOf = (customer: CustomerId): string => all.names[Number(customer)] ?? "";
          const result = compute({ file, transactions, nameOf, checkKnown });
          return { ...result, notes: [...reader.notes(), ...result.notes] };
        } catch (error) {
          throw explained(error);
        }
      },
    };
  };
}
