import { checkIterable } from "../check.ts";
import { type Estimate, type Interval, toEstimate, type Unit } from "../estimate.ts";
import { groupAlike } from "../math/groupAlike.ts";
import type { CustomerRow } from "../rows.ts";
import { type CustomerColumns, invalidCustomer, readCustomers } from "./customers.ts";

/**
 * A customer with the answer to a question: the fields of the row, and the estimate. Only a `count` that came as a
 * BigInt is a number here, so that the row survives `JSON.stringify`.
 */
export type AnswerRow<Row extends CustomerRow, Metric extends string> = {
  readonly [Field in keyof Row]: Field extends "count" ? SafeCount<Row[Field]> : Row[Field];
} & Estimate<Metric>;

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
  checkIterable(task, "customers", customers);
  const rows: Row[] = [];
  for (const row of customers) rows.push(copyOf(row));
  const read = readCustomers(task, rows, (row, index) => checkFields(task, row, index));
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
    estimates[group] = sound.estimate ?? Number.NaN;
    lows[group] = sound.low ?? Number.NaN;
    highs[group] = sound.high ?? Number.NaN;
    errors[group] = sound.standardError ?? Number.NaN;
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

type Writable<Type> = { -readonly [Field in keyof Type]: Type[Field] };

/** The row as data, each field of it read once; what is no row stays as it is, for the reader to refuse. */
function copyOf<Row extends CustomerRow>(row: Row): Row {
  if (typeof row !== "object" || row === null) return row;
  // Object.assign would take a field of this name for the prototype of the copy.
  const copy = Object.hasOwn(row, "__proto__") ? { ...row } : Object.assign({}, row);
  // Getters of a class are not among its own fields.
  if (Object.getPrototypeOf(row) !== Object.prototype) inherit(copy, row);
  return copy;
}

function inherit<Row extends CustomerRow>(copy: Row, row: Row): void {
  const fields: readonly (keyof CustomerRow)[] = [
    "customerId",
    "frequency",
    "recency",
    "age",
    "count",
    "monetaryValue",
    "holdoutFrequency",
  ];
  for (const field of fields)
    if (!Object.hasOwn(copy, field) && field in row) Object.assign(copy, { [field]: row[field] });
}

/** Refuses a row whose field the result would hide. Names written out are looked up twenty times as fast as a list. */
function checkFields(task: string, row: object, index: number): void {
  const hides =
    "metric" in row ||
    "unit" in row ||
    "estimate" in row ||
    "low" in row ||
    "high" in row ||
    "standardError" in row ||
    "level" in row ||
    "method" in row ||
    "n" in row;
  if (!hides) return;
  const names = ["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"];
  const name = names.find((hidden) => hidden in row) as string;
  const needed =
    "must not be there: the result has a field of that name. Ask about your rows, not about answers";
  throw invalidCustomer(task, index, name, needed, name);
}
