import { checkFunction, checkNames, type KnownOptions } from "../check.ts";
import type { Instant } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { collect } from "./collect.ts";
import { labelled } from "./labelled.ts";
import type { Fields, Flat, Metric } from "./metric.ts";
import { measure } from "./relocate.ts";
import { sortByBucket } from "./sortByBucket.ts";
import { checkMinimum, type MinimumOption, type UnderMinimum } from "./suppress.ts";

const TASK = "compute a timeline";

/** What a timeline needs. */
export interface TimelineOptions<Row> extends MinimumOption {
  /** When a row happened. */
  readonly at: (row: Row) => Instant;
  /** The periods to count in. */
  readonly bucket: Bucket;
  /** Any instant of the first bucket. Default: the bucket of the first row. */
  readonly from?: Instant;
  /** Any instant of the last bucket. Default: the bucket of the last row. */
  readonly to?: Instant;
}

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
 *   100,000, which one stray date is enough for; when `minimum` is not a positive integer or an option is unknown;
 *   and when the metric throws it, with the period before the path: `period["2024-01"].answers[0].score`.
 * @example
 * const rows = [{ at: "2024-01-31" }, { at: "2024-03-01" }, { at: "2024-03-02" }];
 * timeline(rows, { at: (row) => row.at, bucket: calendarMonths() }, (group) => ({ n: group.length }));
 * // => [{ period: "2024-01", n: 1 }, { period: "2024-02", n: 0 }, { period: "2024-03", n: 2 }]
 * @see docs/guide/grouping-and-time.md.
 */
export function timeline<Row, Result extends object, const Options extends TimelineOptions<Row>>(
  rows: Iterable<Row>,
  options: KnownOptions<Options, TimelineOptions<Row>>,
  metric: Metric<NoInfer<Row>, Result>,
): TimelineRow<Result, Options>[] {
  checkFunction(TASK, "metric", metric);
  checkNames(TASK, "option", options, ["at", "bucket", "from", "to", "minimum"]);
  const minimum = checkMinimum(TASK, options.minimum);
  const collected = collect(TASK, rows, options);
  if (collected.shown === undefined) return [];
  const [first, last] = collected.shown;
  const rowsOf = sortByBucket(TASK, options.bucket, collected, [first, last]);
  const results: Fields[][] = [];
  for (let index = first; index <= last; index++) {
    const period = options.bucket.labelOf(index);
    const result = measure(TASK, "period", [period], metric, rowsOf(index, index));
    results.push(labelled(TASK, "", { period }, result, minimum));
  }
  return results.flat() as TimelineRow<Result, Options>[];
}
