import { checkFunction, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Instant } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { relocate } from "./relocate.ts";

/** What `timeline` and `rolling` need to know of the rows, beside the rows. */
export interface TimelineOptions<Row> {
  /** When a row happened. */
  readonly at: (row: Row) => Instant;
  /** The periods to count in. */
  readonly bucket: Bucket;
  /** Any instant of the first bucket. Default: the bucket of the first row. */
  readonly from?: Instant;
  /** Any instant of the last bucket. Default: the bucket of the last row. */
  readonly to?: Instant;
}

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
  checkFunction(task, "bucket.indexOf", options.bucket?.indexOf);
  checkFunction(task, "bucket.labelOf", options.bucket?.labelOf);
  const { at, bucket } = options;
  const from = options.from === undefined ? undefined : indexIn(task, "from", bucket, options.from);
  const to = options.to === undefined ? undefined : indexIn(task, "to", bucket, options.to);
  if (from !== undefined && to !== undefined && from > to) {
    throw new InvalidInputError(task, "to", "must not be earlier than from", options.to);
  }
  const read: Row[] = [];
  const indexes: number[] = [];
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const index = indexOfRow(task, bucket, at, row, read.length);
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

function indexOfRow<Row>(
  task: string,
  bucket: Bucket,
  at: (row: Row) => Instant,
  row: Row,
  position: number,
): number {
  try {
    return checkIndex(task, bucket.indexOf(at(row)));
  } catch (error) {
    throw relocate(error, task, `rows[${position}].at`);
  }
}

function indexIn(task: string, path: string, bucket: Bucket, instant: Instant): number {
  try {
    return checkIndex(task, bucket.indexOf(instant));
  } catch (error) {
    throw relocate(error, task, path);
  }
}

/** Buckets may be the caller's own. */
function checkIndex(task: string, index: number): number {
  if (Number.isSafeInteger(index)) return index;
  throw new InvalidInputError(task, "index", "must lie in a bucket: indexOf must return an integer", index);
}
