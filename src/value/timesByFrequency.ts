import type { GroupedColumns } from "./groupedColumns.ts";

/** The rows with one frequency, which stand together, and the points of time that occur in them. */
export interface FrequencyRun {
  readonly x: number;
  /** The first row, and the row behind the last. */
  readonly start: number;
  readonly end: number;
  /** Every recency and age of the run once, rising. */
  readonly times: Float64Array;
}

/** Grouped rows of frequency, recency and age by their frequency. */
export interface TimesByFrequency {
  readonly runs: readonly FrequencyRun[];
  /** Of each row, where its recency and its age stand in the times of its run. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** How many times the run with the most of them has. */
  readonly most: number;
}

/** For data grouped by frequency, recency and age, in this order. */
export function timesByFrequency({ size, columns }: GroupedColumns): TimesByFrequency {
  const [frequency, recency, age] = columns as readonly [Float64Array, Float64Array, Float64Array];
  const runs: FrequencyRun[] = [];
  const [from, to] = [new Uint32Array(size), new Uint32Array(size)];
  let most = 0;
  for (let start = 0; start < size; ) {
    const x = frequency[start] as number;
    let end = start;
    while (end < size && frequency[end] === x) end++;
    const all = new Float64Array(2 * (end - start));
    all.set(recency.subarray(start, end));
    all.set(age.subarray(start, end), end - start);
    all.sort();
    const times = all.filter((time, i) => i === 0 || time !== all[i - 1]);
    for (let row = start; row < end; row++) {
      from[row] = indexOf(times, recency[row] as number);
      to[row] = indexOf(times, age[row] as number);
    }
    runs.push({ x, start, end, times });
    if (times.length > most) most = times.length;
    start = end;
  }
  return { runs, from, to, most };
}

/** Where a value that occurs stands in rising values. */
function indexOf(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
