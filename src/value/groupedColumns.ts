import { groupAlike } from "../math/groupAlike.ts";
import { gather } from "../math/sortOrder.ts";

/** Rows of numbers, each of them as often as its count says. */
export interface GroupedColumns {
  readonly size: number;
  readonly columns: readonly Float64Array[];
  readonly count: Float64Array;
  /** The sum of the counts. */
  readonly n: number;
}

/** Makes rows that are alike in all columns one; sorted by the first column, then the second, and so on. */
export function groupColumns(
  columns: readonly Float64Array[],
  count: Float64Array | undefined,
): GroupedColumns {
  const { first, groupOf } = groupAlike(columns);
  const counts = new Float64Array(first.length);
  let n = 0;
  for (let row = 0; row < groupOf.length; row++) {
    const weight = count === undefined ? 1 : (count[row] as number);
    const group = groupOf[row] as number;
    counts[group] = (counts[group] as number) + weight;
    n += weight;
  }
  return { size: first.length, columns: columns.map((column) => gather(column, first)), count: counts, n };
}

/**
 * So many of the n, evenly spread over their order: a sample that has every part of the data in its share, and the same
 * for the same data. The data themselves when they are no more.
 */
export function sampleColumns(data: GroupedColumns, most: number): GroupedColumns {
  if (data.size <= most) return data;
  const rows: number[] = [];
  const counts: number[] = [];
  let before = 0;
  let taken = 0;
  for (let row = 0; row < data.size; row++) {
    before += data.count[row] as number;
    // The k-th of the sample is number (k + 1/2) n / most of all.
    const upTo = Math.min(most, Math.round((before / data.n) * most));
    if (upTo === taken) continue;
    rows.push(row);
    counts.push(upTo - taken);
    taken = upTo;
  }
  const order = Uint32Array.from(rows);
  return {
    size: rows.length,
    columns: data.columns.map((column) => gather(column, order)),
    count: Float64Array.from(counts),
    n: taken,
  };
}
