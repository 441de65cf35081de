import type { LifetimeColumns } from "../history/lifetimes.ts";
import { sortOrder } from "../math/sortOrder.ts";

/** Who was there and who left, at each distinct time at which a lifetime ends; ascending. */
export interface RiskTable {
  /** How many distinct times there are. */
  readonly size: number;
  readonly time: Float64Array;
  /** Lifetimes with entry < time <= duration. */
  readonly atRisk: Float64Array;
  /** Those of them who left at that time. */
  readonly events: Float64Array;
  /** Those of them who were last seen at that time, still there. */
  readonly censored: Float64Array;
  /** All lifetimes. */
  readonly n: number;
}

/**
 * Counts lifetimes by time. Somebody last seen at the time somebody else leaves was still at risk then.
 *
 * Time 0 is a row only when somebody left at it; then everybody who was not observed late was at risk. Those
 * last seen at 0 were never at risk after it.
 */
export function riskTable(lifetimes: LifetimeColumns): RiskTable {
  const { size, duration, churned, entry, count, n } = lifetimes;
  const { times, slots } = slotsOf(duration);
  const events = new Float64Array(times.length);
  const censored = new Float64Array(times.length);
  const entering = new Float64Array(times.length);
  let atRisk = n;
  for (let row = 0; row < size; row++) {
    const weight = count === undefined ? 1 : (count[row] as number);
    const slot = slots[row] as number;
    if (churned[row] === 1) events[slot] = (events[slot] as number) + weight;
    else censored[slot] = (censored[slot] as number) + weight;
    const entered = entry === undefined ? 0 : (entry[row] as number);
    if (entered > 0) {
      const first = firstAfter(times, entered);
      entering[first] = (entering[first] as number) + weight;
      atRisk -= weight;
    }
  }
  return compact(times, { events, censored, entering }, atRisk, n);
}

interface Counts {
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Those who came under observation since the time before. */
  readonly entering: Float64Array;
}

/** Leaves out the times at which nothing happens, in place, and adds up who is at risk. */
function compact(times: Float64Array, counts: Counts, atStart: number, n: number): RiskTable {
  const { events, censored, entering } = counts;
  const atRisk = new Float64Array(times.length);
  let now = atStart;
  let size = 0;
  for (let slot = 0; slot < times.length; slot++) {
    const time = times[slot] as number;
    const left = events[slot] as number;
    const lost = censored[slot] as number;
    now += entering[slot] as number;
    if (left > 0 || (lost > 0 && time > 0)) {
      times[size] = time;
      atRisk[size] = now;
      events[size] = left;
      censored[size] = lost;
      size += 1;
    }
    now -= left + lost;
  }
  return {
    size,
    time: times.subarray(0, size),
    atRisk: atRisk.subarray(0, size),
    events: events.subarray(0, size),
    censored: censored.subarray(0, size),
    n,
  };
}

interface Slots {
  /** Ascending and distinct; every duration is one of them. */
  readonly times: Float64Array;
  /** For each lifetime, the place of its duration among the times. */
  readonly slots: Int32Array;
}

/** Whole days need no sorting: every integer up to the longest is a slot. */
function slotsOf(duration: Float64Array): Slots {
  const longest = longestInteger(duration);
  // A table much longer than the rows would cost more than sorting them.
  if (longest < 8 * duration.length + 1000) {
    const times = new Float64Array(longest + 1);
    for (let slot = 0; slot <= longest; slot++) times[slot] = slot;
    return { times, slots: new Int32Array(duration) };
  }
  const order = sortOrder(duration);
  const times = new Float64Array(duration.length);
  const slots = new Int32Array(duration.length);
  let last = -1;
  for (let index = 0; index < order.length; index++) {
    const row = order[index] as number;
    const value = duration[row] as number;
    if (last < 0 || value !== times[last]) times[++last] = value;
    slots[row] = last;
  }
  return { times: times.subarray(0, last + 1), slots };
}

/** The longest duration if all are integers, otherwise Infinity; -1 without any. */
function longestInteger(duration: Float64Array): number {
  let longest = -1;
  for (let row = 0; row < duration.length; row++) {
    const value = duration[row] as number;
    if (!Number.isInteger(value)) return Infinity;
    if (value > longest) longest = value;
  }
  return longest;
}

/** The place of the first of the ascending values that is above `value`; their number when none is. */
export function firstAfter(values: ArrayLike<number>, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
