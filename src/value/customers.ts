import { checkCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { RowCounts } from "../history/rowCounts.ts";
import { rowList } from "../history/rowList.ts";
import type { CustomerRow } from "../rows.ts";

/** Customers, read once and checked: a column per field, so that what follows allocates nothing per row. */
export interface CustomerColumns {
  /** How many rows there are; `count` lets one stand for many. */
  readonly size: number;
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** `undefined` when every row stands for one customer. */
  readonly count: Float64Array | undefined;
  /** The sum of the counts. */
  readonly n: number;
}

/** Reads customer rows. `visit` sees each row after it has been checked, so that its other fields are read with it. */
export function readCustomers<Row extends CustomerRow>(
  task: string,
  customers: Iterable<Row>,
  visit?: (row: Row, index: number) => void,
): CustomerColumns {
  const rows = rowList(task, "customers", customers);
  const size = rows.length;
  const [frequency, recency, age] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const counts = new RowCounts();
  for (let index = 0; index < size; index++) {
    const row = rows[index] as Row;
    if (typeof row !== "object" || row === null)
      throw new InvalidInputError(task, `customers[${index}]`, "must be a customer row", row);
    const { frequency: x, recency: last, age: seen, count: weight } = row;
    if (!(Number.isSafeInteger(x) && x >= 0))
      throw invalidCustomer(task, index, "frequency", "must be an integer from 0", x);
    if (!(typeof last === "number" && last >= 0 && last < Infinity))
      throw invalidCustomer(task, index, "recency", "must be a finite number from 0", last);
    if (x === 0 && last !== 0)
      throw invalidCustomer(
        task,
        index,
        "recency",
        "must be 0 without a repeat purchase (frequency 0)",
        last,
      );
    if (!(typeof seen === "number" && seen >= last && seen < Infinity))
      throw invalidCustomer(task, index, "age", "must be a finite number no less than recency", seen);
    // Adding 0 turns -0 into 0.
    frequency[index] = x + 0;
    recency[index] = last + 0;
    age[index] = seen + 0;
    counts.add(task, "customers", size, index, weight);
    visit?.(row, index);
  }
  checkCount(task, "the sum of count", counts.n);
  return { size, frequency, recency, age, count: counts.column, n: counts.n };
}

/** The error of a field of a customer row. */
export function invalidCustomer(
  task: string,
  index: number,
  field: string,
  requirement: string,
  value: unknown,
): InvalidInputError {
  return new InvalidInputError(task, `customers[${index}].${field}`, requirement, value);
}
