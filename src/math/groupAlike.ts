import { gather, sortOrder } from "./sortOrder.ts";

/** Rows that are alike, as groups. */
export interface Alike {
  /** The first row of each group. The groups stand in the order of the first column, then the second, and so on. */
  readonly first: Uint32Array;
  /** The group of each row. */
  readonly groupOf: Uint32Array;
}

/**
 * Groups rows that have the same values in all columns; 0 and -0 are the same, `NaN` is not expected. O(n) and the
 * sorting of the groups.
 *
 * A hash table with linear probing (Knuth (1973), section 6.4 [Knuth1973]) of the indexes of rows, so that nothing is
 * allocated per row.
 */
export function groupAlike(columns: readonly Float64Array[]): Alike {
  const size = columns[0]?.length ?? 0;
  const groupOf = new Uint32Array(size);
  let mask = 15;
  while (mask < 2 * size) mask = 2 * mask + 1;
  // 0 is an empty place; else the number of a group, plus one.
  const table = new Uint32Array(mask + 1);
  const found = new Uint32Array(size);
  let groups = 0;
  const hashes = hashOf(columns, size);
  for (let row = 0; row < size; row++) {
    let place = (hashes[row] as number) & mask;
    for (;;) {
      const group = table[place] as number;
      if (group === 0) {
        found[groups++] = row;
        table[place] = groups;
        groupOf[row] = groups - 1;
        break;
      }
      if (same(columns, found[group - 1] as number, row)) {
        groupOf[row] = group - 1;
        break;
      }
      place = (place + 1) & mask;
    }
  }
  return sorted(columns, found.subarray(0, groups), groupOf);
}

/** Puts the groups in order. */
function sorted(columns: readonly Float64Array[], found: Uint32Array, groupOf: Uint32Array): Alike {
  let first = found.slice();
  let number = Uint32Array.from(first.keys());
  for (const column of columns.slice().reverse()) {
    const order = sortOrder(gather(column, first));
    first = order.map((index) => first[index] as number);
    number = order.map((index) => number[index] as number);
  }
  const place = new Uint32Array(first.length);
  for (let i = 0; i < number.length; i++) place[number[i] as number] = i;
  return { first, groupOf: groupOf.map((group) => place[group] as number) };
}

function same(columns: readonly Float64Array[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}

/** The bits of each row's values, mixed as in the finalizer of MurmurHash3 (Austin Appleby, in the public domain). */
function hashOf(columns: readonly Float64Array[], size: number): Uint32Array {
  const hashes = new Uint32Array(size);
  for (const column of columns) {
    // Adding 0 turns -0 into 0, whose bits differ.
    const words = new Uint32Array(column.map((value) => value + 0).buffer);
    for (let row = 0; row < size; row++) {
      let hash = (hashes[row] as number) ^ (words[2 * row] as number);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash ^= words[2 * row + 1] as number;
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hashes[row] = hash ^ (hash >>> 16);
    }
  }
  return hashes;
}
