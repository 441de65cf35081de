import { type Estimate, type Interval, toEstimate, type Unit } from "../estimate.ts";
import { groupAlike } from "../math/groupAlike.ts";
import type { Counted, CustomerRow } from "../rows.ts";
import { copiedRows } from "./copiedRows.ts";
import { type CustomerColumns, readCustomers } from "./customers.ts";

/**
 * A customer with the answer to a question: the fields of the row, and the estimate. Only a `count` that came as a
 * BigInt is a number here, so that the row survives `JSON.stringify`.
 */
export type AnswerRow<Row extends Counted, Metric extends string> = {
  readonly [Field in keyof Row]: Field extends "count" ? SafeCount<Row[Field]> : Row[Field];
} & Estimate<Metric>;

/**
 * A count that JSON can hold.
 * @internal
 */
type SafeCount<Count> = Count extends bigint ? number : Count;

/** What all answers to a question share. */
export interface Question<Metric extends string> {
  readonly metric: Metric;
  readonly unit: Unit;
  readonly level: number;
  readonly method: string;
  /** What the answer cannot leave. */
  readonly range: readonly [min: number, max: number];
}

/** An answer: what is left of an estimate besides the question. */
export interface Answered extends Interval {
  readonly estimate: number | null;
  readonly standardError: number | null;
}

/**
 * Answers a question about each customer: reads the rows once, groups those that are alike in the columns the answer
 * depends on, answers each group once, and gives a row for each that came in, in the same order.
 *
 * @param columnsOf - The columns; `rows` are copies whose fields can be read again.
 * @param answer - The answer for a group, from its values in the columns.
 */
export function answerRows<Row extends CustomerRow, Metric extends string>(
  task: string,
  customers: Iterable<Row>,
  question: Question<Metric>,
  columnsOf: (read: CustomerColumns, rows: readonly Row[]) => readonly Float64Array[],
  answer: (values: Float64Array) => Answered,
): AnswerRow<Row, Metric>[] {
  const rows = copiedRows<Row>(task, customers, FIELDS);
  const read = readCustomers(task, rows);
  const columns = columnsOf(read, rows);
  const { first, groupOf } = groupAlike(columns);
  const { metric, unit, level, method, range } = question;
  const values = new Float64Array(columns.length);
  // A column per field, with NaN for null: so many small records would take longer than the formulas.
  const [estimates, lows] = [new Float64Array(first.length), new Float64Array(first.length)];
  const [highs, errors] = [new Float64Array(first.length), new Float64Array(first.length)];
  for (let group = 0; group < first.length; group++) {
    for (let i = 0; i < values.length; i++) values[i] = columns[i]?.[first[group] as number] as number;
    const { estimate, low, high, standardError } = answer(values);
    const sound = toEstimate(
      { metric, unit, estimate, low, high, standardError, level, method, n: 1 },
      range,
    );
    estimates[group] = sound.estimate ?? NaN;
    lows[group] = sound.low ?? NaN;
    highs[group] = sound.high ?? NaN;
    errors[group] = sound.standardError ?? NaN;
  }
  for (let index = 0; index < rows.length; index++) {
    // The copies are ours. Assigned one by one: a literal that spreads the copy takes V8 ten times as long.
    const result = rows[index] as unknown as Writable<AnswerRow<CustomerRow, Metric>>;
    const group = groupOf[index] as number;
    const n = read.count === undefined ? 1 : (read.count[index] as number);
    if (typeof result.count === "bigint") result.count = n;
    result.metric = metric;
    result.unit = unit;
    result.estimate = known(estimates[group] as number);
    result.low = known(lows[group] as number);
    result.high = known(highs[group] as number);
    result.standardError = known(errors[group] as number);
    result.level = level;
    result.method = method;
    result.n = n;
  }
  return rows as unknown as AnswerRow<Row, Metric>[];
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

const FIELDS: readonly (keyof CustomerRow)[] = [
  "customerId",
  "frequency",
  "recency",
  "age",
  "count",
  "monetaryValue",
  "holdoutFrequency",
];

/** A record that is still being made. */
export type Writable<Type> = { -readonly [Field in keyof Type]: Type[Field] };
