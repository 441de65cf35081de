const WORD_DIGITS: readonly (readonly [shift: number, mask: number])[] = [
  [0, 0x7ff],
  [11, 0x7ff],
  [22, 0x3ff],
];
const BUCKETS = 2048;

/**
 * The indexes of finite values in ascending order of value; equal values keep their order. O(n).
 *
 * A radix sort from the least significant digit (Knuth (1973), The Art of Computer Programming 3, 5.2.5
 * [Knuth1973]) on the bits of the doubles, whose order as unsigned integers is that of the values once the sign bit
 * is turned, and for negative values every other bit, too. A digit that all values share costs nothing, so that
 * whole numbers take two passes of six.
 */
export function sortOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  // Adding 0 turns -0 into 0, whose bits differ.
  const words = new Uint32Array(values.map((value) => value + 0).buffer);
  for (let at = 1; at < words.length; at += 2) {
    const high = words[at] as number;
    const negative = high >>> 31 === 1;
    words[at] = negative ? ~high : high ^ 0x80000000;
    if (negative) words[at - 1] = ~(words[at - 1] as number);
  }
  let order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  let spare = new Uint32Array(size);
  const starts = new Uint32Array(BUCKETS);
  for (let word = 0; word < 2; word++) {
    for (const [shift, mask] of WORD_DIGITS) {
      starts.fill(0);
      for (let at = word; at < words.length; at += 2) {
        const digit = ((words[at] as number) >>> shift) & mask;
        starts[digit] = (starts[digit] as number) + 1;
      }
      if (!toStarts(starts, size)) continue;
      for (let i = 0; i < size; i++) {
        const index = order[i] as number;
        const digit = ((words[2 * index + word] as number) >>> shift) & mask;
        const place = starts[digit] as number;
        starts[digit] = place + 1;
        spare[place] = index;
      }
      [order, spare] = [spare, order];
    }
  }
  return order;
}

/** The same indexes by code (0 to `codes` - 1), those of one code in the order given; and where each code begins. */
export function groupOrder(
  order: Uint32Array,
  code: Uint32Array,
  codes: number,
): { readonly order: Uint32Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(codes + 1);
  for (const index of order) {
    const own = code[index] as number;
    starts[own] = (starts[own] as number) + 1;
  }
  if (!toStarts(starts, order.length)) return { order, starts };
  const next = starts.slice();
  const grouped = new Uint32Array(order.length);
  for (const index of order) {
    const own = code[index] as number;
    const place = next[own] as number;
    next[own] = place + 1;
    grouped[place] = index;
  }
  return { order: grouped, starts };
}

/** The values at these indexes. */
export function gather(values: Float64Array, order: Uint32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) gathered[i] = values[order[i] as number] as number;
  return gathered;
}

/** Turns sizes into where each begins. False when one of them is everything, so that nothing moves. */
function toStarts(sizes: Uint32Array, total: number): boolean {
  let start = 0;
  let moves = total > 0;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i] as number;
    if (size === total) moves = false;
    sizes[i] = start;
    start += size;
  }
  return moves;
}
