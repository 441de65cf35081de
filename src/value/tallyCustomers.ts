import { checkCount } from "../check.ts";
import type { CustomerRow } from "../rows.ts";
import { invalidCustomer, readCustomers } from "./customers.ts";
import { groupColumns } from "./groupedColumns.ts";

/** How many customers are alike. */
export interface CustomerTally extends CustomerRow {
  /** Repeat purchases of each of them. */
  readonly frequency: number;
  /** Their age at the last purchase. */
  readonly recency: number;
  /** Their age at the end of observation. */
  readonly age: number;
  /** Only where the rows have it; `null` where it is `null` there. */
  readonly monetaryValue?: number | null;
  /** Only where the rows have it. */
  readonly holdoutFrequency?: number;
  /** How many rows, with the counts these came with, are behind it. */
  readonly count: number;
}

/** Values of a field are 0 and above, so these stand before them when rows are put in order. */
const ABSENT = -2;
const UNKNOWN = -1;

/**
 * The same customers as the fewest rows, without their ids: those alike in every statistical field under one `count`,
 * ascending by frequency, recency, age, monetary value and holdout frequency. Every model gives the same for the tally;
 * tallies merge by concatenation and tallying again.
 *
 * @param customers - Rows such as {@link summarizeCustomers} makes; `count` lets one stand for many.
 * @throws {InvalidInputError} When a row is not valid.
 * @example
 * const row = { frequency: 2, recency: 30.4, age: 38.9 };
 * tallyCustomers([{ customerId: "ann", ...row }, { customerId: "bob", ...row }]);
 * // => [{ frequency: 2, recency: 30.4, age: 38.9, count: 2 }]
 * @see docs/metrics/customers.md
 */
export function tallyCustomers(customers: Iterable<CustomerRow>): CustomerTally[] {
  const task = "tally customers";
  const values: number[] = [];
  const holdouts: number[] = [];
  const { frequency, recency, age, count } = readCustomers(task, customers, (row, index) => {
    const { monetaryValue, holdoutFrequency } = row;
    values.push(codeOf(task, index, monetaryValue));
    if (holdoutFrequency === undefined) holdouts.push(ABSENT);
    else holdouts.push(checkCount(task, `customers[${index}].holdoutFrequency`, holdoutFrequency));
  });
  const fields = [frequency, recency, age, Float64Array.from(values), Float64Array.from(holdouts)];
  const { size, columns, count: counts } = groupColumns(fields, count);
  return Array.from({ length: size }, (_, group) => {
    const at = (column: number): number => columns[column]?.[group] as number;
    const [value, holdout] = [at(3), at(4)];
    return {
      frequency: at(0),
      recency: at(1),
      age: at(2),
      ...(value === ABSENT ? {} : { monetaryValue: value === UNKNOWN ? null : value }),
      ...(holdout === ABSENT ? {} : { holdoutFrequency: holdout }),
      count: counts[group] as number,
    };
  });
}

function codeOf(task: string, index: number, value: number | null | undefined): number {
  if (value === undefined) return ABSENT;
  if (value === null) return UNKNOWN;
  if (typeof value === "number" && value >= 0 && value < Infinity) return value + 0;
  throw invalidCustomer(task, index, "monetaryValue", "must be null or a finite number from 0", value);
}
