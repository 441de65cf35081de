import { checkFunction, checkNames, type KnownOptions } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { collect } from "./collect.ts";
import { labelled } from "./labelled.ts";
import type { Fields, Flat, Metric } from "./metric.ts";
import { measure } from "./relocate.ts";
import { sortByBucket } from "./sortByBucket.ts";
import { checkMinimum, type UnderMinimum } from "./suppress.ts";
import type { TimelineOptions } from "./timeline.ts";

const TASK = "compute a rolling metric";

/** What a rolling metric needs. */
export interface RollingOptions<Row> extends TimelineOptions<Row> {
  /** How many buckets a window holds: a positive integer. */
  readonly width: number;
}

/** A row of a rolling metric: the label of its last bucket, whether its window is full, then the window's result. */
export type RollingRow<Result, Options> = Flat<
  { readonly period: string; readonly complete: boolean } & UnderMinimum<Result, Options>
>;

/**
 * Takes a metric of the pooled rows of `width` buckets, once for every bucket, which is the window's last. Pooling
 * weighs every row alike; an average of the buckets' results would not.
 *
 * `from` and `to` choose the first and the last bucket shown, and windows reach back to rows before `from`.
 * `complete` is `false` where a window begins before the first row and before `from`.
 *
 * @param rows - Any iterable; read once.
 * @param metric - Called with the rows of a window, and nothing else.
 * @throws {InvalidInputError} As for {@link timeline}, and when `width` is not a positive integer.
 * @example
 * const rows = [{ at: "2024-01-01" }, { at: "2024-01-02" }, { at: "2024-01-03" }];
 * rolling(rows, { at: (row) => row.at, bucket: calendarDays(), width: 2 }, (group) => ({ n: group.length })).at(-1);
 * // => { period: "2024-01-03", complete: true, n: 2 }
 * @see docs/guide/grouping-and-time.md.
 */
export function rolling<Row, Result extends object, const Options extends RollingOptions<Row>>(
  rows: Iterable<Row>,
  options: KnownOptions<Options, RollingOptions<Row>>,
  metric: Metric<NoInfer<Row>, Result>,
): RollingRow<Result, Options>[] {
  const { bucket, width } = options;
  checkFunction(TASK, "metric", metric);
  checkNames(TASK, "option", options, ["at", "bucket", "from", "to", "minimum", "width"]);
  if (!(Number.isSafeInteger(width) && width > 0)) {
    throw new InvalidInputError(TASK, "width", "must be a positive integer", width);
  }
  const minimum = checkMinimum(TASK, options.minimum);
  const collected = collect(TASK, rows, options);
  if (collected.shown === undefined) return [];
  const [first, last] = collected.shown;
  const since = Math.min(first, collected.earliest ?? first);
  const rowsOf = sortByBucket(TASK, bucket, collected, [Math.max(since, first - width + 1), last]);
  const results: Fields[][] = [];
  for (let index = first; index <= last; index++) {
    const start = index - width + 1;
    const period = bucket.labelOf(index);
    const result = measure(TASK, "period", [period], metric, rowsOf(start, index));
    results.push(labelled(TASK, "", { period, complete: start >= since }, result, minimum));
  }
  return results.flat() as RollingRow<Result, Options>[];
}
