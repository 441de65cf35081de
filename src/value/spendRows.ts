import { checkCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { rowList } from "../history/rowList.ts";
import type { Counted } from "../rows.ts";
import { invalidCustomer } from "./customers.ts";

/** What models of spend read of a customer: any {@link CustomerRow} will do. */
export interface SpendRow extends Counted {
  /** Repeat purchases: an integer from 0. */
  readonly frequency: number;
  /** The mean spend of the repeat purchases, from 0; not read without any. */
  readonly monetaryValue?: number | null | undefined;
}

/** Rows, read once and checked, a column per field. */
export interface SpendColumns {
  readonly frequency: Float64Array;
  /** 0 for those who bought once. */
  readonly spend: Float64Array;
  readonly count: Float64Array;
}

/** Reads each row once. */
export function readSpendRows(task: string, customers: Iterable<SpendRow>): SpendColumns {
  const rows = rowList(task, "customers", customers);
  const size = rows.length;
  const frequency = new Float64Array(size);
  const spend = new Float64Array(size);
  const count = new Float64Array(size).fill(1);
  let n = 0;
  for (let index = 0; index < size; index++) {
    const row = rows[index] as SpendRow;
    if (typeof row !== "object" || row === null)
      throw new InvalidInputError(task, `customers[${index}]`, "must be a customer row", row);
    const { frequency: x, monetaryValue: mean, count: weight } = row;
    if (!(Number.isSafeInteger(x) && x >= 0))
      throw invalidCustomer(task, index, "frequency", "must be an integer from 0", x);
    frequency[index] = x + 0;
    if (x > 0) {
      if (!(typeof mean === "number" && mean >= 0 && mean < Infinity)) {
        const needed = "must be a finite number from 0: the mean spend of the repeat purchases";
        throw invalidCustomer(task, index, "monetaryValue", needed, mean);
      }
      spend[index] = mean + 0;
    }
    if (weight !== undefined) count[index] = checkCount(task, `customers[${index}].count`, weight, 1);
    n += count[index] as number;
  }
  checkCount(task, "the sum of count", n);
  return { frequency, spend, count };
}
