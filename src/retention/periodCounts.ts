import { InvalidInputError } from "../errors.ts";
import type { LifetimeColumns } from "../history/lifetimes.ts";

/** Who is seen in a period. */
export interface PeriodCounts {
  /** 1 for the first. */
  readonly period: number;
  readonly from: number;
  readonly to: number;
  /** Under observation at the start. */
  readonly atRisk: number;
  /** At the start or later in the period. */
  readonly observed: number;
  readonly events: number;
  readonly censored: number;
  /** Of those at the start: those who left within the period, and those observed to its end. */
  readonly known: number;
  /** Whether somebody was observed to the end. */
  readonly reachesEnd: boolean;
}

const MOST_PERIODS = 1_000_000;

/** Counts lifetimes by periods of one length: (0, p], (p, 2p], …; 0 belongs to the first. */
export function periodCounts(task: string, lifetimes: LifetimeColumns, length: number): PeriodCounts[] {
  const { size, duration, churned, entry, count } = lifetimes;
  let longest = 0;
  for (let row = 0; row < size; row++) longest = Math.max(longest, duration[row] as number);
  if (longest / length > MOST_PERIODS) {
    const least = longest / MOST_PERIODS;
    throw new InvalidInputError(
      task,
      "period",
      `must be at least ${least}, for a million periods at most`,
      length,
    );
  }
  const periods = size === 0 ? 0 : periodOf(longest, length);
  const column = (): Float64Array => new Float64Array(periods + 2);
  const [atStart, entering, events, censored] = [column(), column(), column(), column()];
  const [through, leftFromStart, lateToEnd] = [column(), column(), column()];
  const add = (to: Float64Array, period: number, weight: number): void => {
    to[period] = (to[period] as number) + weight;
  };
  for (let row = 0; row < size; row++) {
    const weight = count === undefined ? 1 : (count[row] as number);
    const end = duration[row] as number;
    const left = churned[row] === 1;
    const period = periodOf(end, length);
    const entered = entry === undefined ? 0 : (entry[row] as number);
    // The first period it is there at the start of: one that it enters halfway is not.
    const first = entered === 0 ? 1 : periodOf(entered, length) + 1;
    // The last period that it is known to last through.
    const last = !left && end === period * length ? period : period - 1;
    add(atStart, first, weight);
    add(atStart, period + 1, -weight);
    add(left ? events : censored, period, weight);
    if (left && first <= period) add(leftFromStart, period, weight);
    if (last >= first) {
      add(through, first, weight);
      add(through, last + 1, -weight);
    }
    if (entered > 0 && entered < (first - 1) * length) {
      add(entering, first - 1, weight);
      if (last >= first - 1) add(lateToEnd, first - 1, weight);
    }
  }
  const rows: PeriodCounts[] = [];
  let [atRisk, lasting] = [0, 0];
  for (let period = 1; period <= periods; period++) {
    atRisk += atStart[period] as number;
    lasting += through[period] as number;
    rows.push({
      period,
      from: (period - 1) * length,
      to: period * length,
      atRisk,
      observed: atRisk + (entering[period] as number),
      events: events[period] as number,
      censored: censored[period] as number,
      known: lasting + (leftFromStart[period] as number),
      reachesEnd: lasting + (lateToEnd[period] as number) > 0,
    });
  }
  return rows;
}

/** The period that holds a time, by the very products that its ends are shown as. */
function periodOf(time: number, length: number): number {
  let period = Math.max(1, Math.ceil(time / length));
  if (time > period * length) period += 1;
  if (period > 1 && time <= (period - 1) * length) period -= 1;
  return period;
}
