import { checkFunction, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Instant } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { checkBucket } from "../time/checkBucket.ts";
import { relocate } from "./relocate.ts";
import type { TimelineOptions } from "./timeline.ts";

/** Rows with the numbers of their buckets. */
export interface Collected<Row> {
  readonly rows: readonly Row[];
  readonly indexes: readonly number[];
  /** The bucket of the earliest row; `undefined` without rows. */
  readonly earliest: number | undefined;
  /** The buckets to show, both included; `undefined` when nothing says which. */
  readonly shown: readonly [first: number, last: number] | undefined;
}

/** Reads every row once and finds its bucket, and the first and the last bucket to show. */
export function collect<Row>(
  task: string,
  rows: Iterable<Row>,
  options: TimelineOptions<Row>,
): Collected<Row> {
  checkIterable(task, "rows", rows);
  checkFunction(task, "at", options.at);
  const { at, bucket } = options;
  checkBucket(task, bucket);
  const bucketOf = (path: "from" | "to"): number | undefined => {
    const end = options[path];
    return end === undefined ? end : indexOf(task, path, bucket, () => end, undefined);
  };
  const from = bucketOf("from");
  const to = bucketOf("to");
  if (from !== undefined && to !== undefined && from > to) {
    throw new InvalidInputError(task, "to", "must not be earlier than from", options.to);
  }
  const read: Row[] = [];
  const indexes: number[] = [];
  let [earliest, latest] = [Infinity, -Infinity];
  for (const row of rows) {
    const index = indexOf(task, read.length, bucket, at, row);
    read.push(row);
    indexes.push(index);
    if (index < earliest) earliest = index;
    if (index > latest) latest = index;
  }
  const first = from ?? earliest;
  const last = to ?? latest;
  const shown = Number.isFinite(first) && Number.isFinite(last) && first <= last;
  return {
    rows: read,
    indexes,
    earliest: read.length === 0 ? undefined : earliest,
    shown: shown ? [first, last] : undefined,
  };
}

/** The bucket of a row; the path is a name, or the position of the row (a text per row would be costly). */
function indexOf<Row>(
  task: string,
  path: string | number,
  bucket: Bucket,
  at: (row: Row) => Instant,
  row: Row,
): number {
  try {
    const index = bucket.indexOf(at(row));
    if (Number.isSafeInteger(index)) return index;
    throw new InvalidInputError(task, "index", "must lie in a bucket: indexOf must return an integer", index);
  } catch (error) {
    throw relocate(error, task, typeof path === "number" ? `rows[${path}].at` : path);
  }
}
