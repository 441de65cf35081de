import { checkFunction } from "../check.ts";
import { collect, type TimelineOptions as Collecting } from "./collect.ts";
import { labelled } from "./labelled.ts";
import type { Fields, Flat, Metric } from "./metric.ts";
import { sortByBucket } from "./sortByBucket.ts";
import { checkMinimum, type MinimumOption, type UnderMinimum } from "./suppress.ts";

const TASK = "compute a timeline";

/** What a timeline needs. */
export interface TimelineOptions<Row> extends Collecting<Row>, MinimumOption {}

/** A row of a timeline: the label of its bucket, then the bucket's result. */
export type TimelineRow<Result, Options> = Flat<{ readonly period: string } & UnderMinimum<Result, Options>>;

/**
 * Takes a metric of each period, from the first bucket to the last, the empty ones too: `metric([])` says what a
 * period without rows is (`n: 0`, estimate `null`).
 *
 * `from` and `to` choose the first and the last bucket, whole buckets both, so that several series line up; rows
 * outside them are left out. Without rows and without both ends there is nothing to show: `[]`.
 *
 * @param rows - Any iterable; read once.
 * @param metric - Called with the rows of a period, and nothing else.
 * @throws {InvalidInputError} When a row's instant is not valid, `from` is after `to`, or the buckets are more than
 *   100,000, which one stray date is enough for.
 * @example
 * const rows = [{ at: "2024-01-31" }, { at: "2024-03-01" }, { at: "2024-03-02" }];
 * timeline(rows, { at: (row) => row.at, bucket: calendarMonths() }, (group) => ({ n: group.length }));
 * // => [{ period: "2024-01", n: 1 }, { period: "2024-02", n: 0 }, { period: "2024-03", n: 2 }]
 */
export function timeline<Row, Result extends object, const Options extends TimelineOptions<Row>>(
  rows: Iterable<Row>,
  options: Options,
  metric: Metric<Row, Result>,
): TimelineRow<Result, Options>[] {
  checkFunction(TASK, "metric", metric);
  const minimum = checkMinimum(TASK, options.minimum);
  const collected = collect(TASK, rows, options);
  if (collected.shown === undefined) return [];
  const [first, last] = collected.shown;
  const rowsOf = sortByBucket(TASK, options.bucket, collected, [first, last]);
  const results: Fields[][] = [];
  for (let index = first; index <= last; index++) {
    const labels = { period: options.bucket.labelOf(index) };
    results.push(labelled(TASK, "", labels, metric(rowsOf(index, index)), minimum));
  }
  return results.flat() as TimelineRow<Result, Options>[];
}
