import { InvalidInputError } from "../errors.ts";
import type { Bucket } from "../time/bucket.ts";
import type { Collected } from "./collect.ts";

/** More buckets than this are taken for the work of a stray date: a thousand years of weeks, 270 of days. */
const MOST_BUCKETS = 100_000;

/** The rows of the buckets `first` to `last`, both included. */
export type RowsOf<Row> = (first: number, last: number) => Row[];

/** Sorts the rows of the buckets from `first` to `last` by bucket, once, so that any run of buckets is a slice. */
export function sortByBucket<Row>(
  task: string,
  bucket: Bucket,
  { rows, indexes }: Collected<Row>,
  [first, last]: readonly [number, number],
): RowsOf<Row> {
  const length = last - first + 1;
  if (length > MOST_BUCKETS) {
    const ends = `${bucket.labelOf(first)} to ${bucket.labelOf(last)}`;
    const requirement = `must span at most ${MOST_BUCKETS} buckets, and go from ${ends}: look for a stray date`;
    throw new InvalidInputError(task, "rows", requirement, length);
  }
  const ends = new Uint32Array(length + 1);
  for (const index of indexes) {
    if (index >= first && index <= last) ends[index - first + 1] = (ends[index - first + 1] ?? 0) + 1;
  }
  for (let bin = 1; bin <= length; bin++) ends[bin] = (ends[bin] ?? 0) + (ends[bin - 1] ?? 0);
  const next = ends.slice();
  const sorted: Row[] = new Array(ends[length] ?? 0);
  rows.forEach((row, position) => {
    const bin = (indexes[position] ?? 0) - first;
    if (bin < 0 || bin >= length) return;
    const place = next[bin] ?? 0;
    next[bin] = place + 1;
    sorted[place] = row;
  });
  return (from, to) => sorted.slice(ends[Math.max(from - first, 0)], ends[to - first + 1]);
}
