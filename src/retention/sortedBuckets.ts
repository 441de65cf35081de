import { gather, groupOrder, sortOrder } from "../math/sortOrder.ts";

/** Times in buckets, in ascending order within each. */
export interface SortedBuckets {
  readonly times: Float64Array;
  /** How many each time stands for; `undefined` when always one. */
  readonly weights: Float64Array | undefined;
  /** Where each bucket begins, and, last, where all end. */
  readonly starts: Uint32Array;
}

/** Puts each time into the bucket of its code (0 to `buckets` - 1), and sorts the buckets. */
export function sortedBuckets(
  times: Float64Array,
  weights: Float64Array | undefined,
  codes: Uint32Array,
  buckets: number,
): SortedBuckets {
  if (weights !== undefined) {
    const { order, starts } = groupOrder(sortOrder(times), codes, buckets);
    return { times: gather(times, order), weights: gather(weights, order), starts };
  }
  // Bare numbers sort faster than indexes, whose numbers lie scattered in memory.
  const starts = new Uint32Array(buckets + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let code = 0; code < buckets; code++)
    starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const next = starts.slice();
  const sorted = new Float64Array(times.length);
  for (let i = 0; i < times.length; i++) {
    const code = codes[i] as number;
    const place = next[code] as number;
    next[code] = place + 1;
    sorted[place] = times[i] as number;
  }
  for (let code = 0; code < buckets; code++) {
    const start = starts[code] as number;
    const bucket = new Float64Array(sorted.buffer, 8 * start, (starts[code + 1] as number) - start);
    bucket.sort();
  }
  return { times: sorted, weights: undefined, starts };
}

/** Reads one bucket from its first time to its last. */
export class BucketReader {
  /** The time that comes next; Infinity when there is none. */
  next: number;
  readonly #buckets: SortedBuckets;
  readonly #end: number;
  #at: number;

  constructor(buckets: SortedBuckets, bucket: number) {
    this.#buckets = buckets;
    this.#at = buckets.starts[bucket] as number;
    this.#end = buckets.starts[bucket + 1] as number;
    this.next = this.#at < this.#end ? (buckets.times[this.#at] as number) : Infinity;
  }

  /** How many are left. */
  get total(): number {
    const { weights } = this.#buckets;
    if (weights === undefined) return this.#end - this.#at;
    return weights.subarray(this.#at, this.#end).reduce((sum, weight) => sum + weight, 0);
  }

  /** Passes the times before this one, and says how many there were. */
  takeBefore(time: number): number {
    let taken = 0;
    while (this.next < time) taken += this.#take();
    return taken;
  }

  /** Passes the times up to and with this one, and says how many there were. */
  takeUpTo(time: number): number {
    let taken = 0;
    while (this.next <= time) taken += this.#take();
    return taken;
  }

  #take(): number {
    const { times, weights } = this.#buckets;
    const weight = weights === undefined ? 1 : (weights[this.#at] as number);
    this.#at++;
    this.next = this.#at < this.#end ? (times[this.#at] as number) : Infinity;
    return weight;
  }
}
