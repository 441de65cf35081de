import { CompensatedSum } from "../math/compensatedSum.ts";
import type { BacktestHistory } from "./backtestHistory.ts";
import { type RfmBoundary, type RfmValues, rfmBoundaries, scoreOf } from "./rfmBoundaries.ts";

/** Each customer buys as often as in a stretch as long as the holdout, just before it. */
export function lastPeriod(history: BacktestHistory): Float64Array | undefined {
  const { size, first, calibrated, last } = history;
  const horizon = last - calibrated;
  const stretch = Math.min(horizon, calibrated - first);
  if (size === 0 || stretch === 0) return undefined;
  // The first purchase of all is what makes somebody a customer: it is not one of those that can come again.
  const bought = purchasesWithin(history, calibrated - stretch, calibrated, 1);
  return bought.map((count) => (count * horizon) / stretch);
}

/**
 * Each customer buys as often as those did who were like them: who had the same scores of recency, frequency and spend
 * when the last part of the calibration began, and bought so often in that part. Nothing of the holdout is used.
 */
export function rfmBins(history: BacktestHistory): Float64Array | undefined {
  const { size, first, calibrated, last } = history;
  const horizon = last - calibrated;
  const part = Math.min(horizon, Math.floor((calibrated - first) / 2));
  if (size === 0 || part === 0) return undefined;
  const before = valuesAt(history, calibrated - part);
  const boundaries = rfmBoundaries(before, SCORES);
  const bought = purchasesWithin(history, calibrated - part, calibrated, 0);
  const bins = SCORES ** 3;
  const [purchases, customers] = [new Float64Array(bins + 1), new Float64Array(bins + 1)];
  binsOf(before, boundaries).forEach((own, i) => {
    // Behind the bins stands the mean of all, for bins that nobody was in.
    for (const bin of [own, bins]) {
      purchases[bin] = (purchases[bin] as number) + (bought[before.who[i] as number] as number);
      customers[bin] = (customers[bin] as number) + 1;
    }
  });
  const now = valuesAt(history, calibrated);
  return Float64Array.from(binsOf(now, boundaries), (own) => {
    const bin = customers[own] === 0 ? bins : own;
    return ((purchases[bin] as number) / (customers[bin] as number)) * (horizon / part);
  });
}

/** As many as `rfm` has by default. */
const SCORES = 5;

interface KnownCustomers extends RfmValues {
  /** The numbers of those known. */
  readonly who: Uint32Array;
}

/** What scores are made of, of the customers known at the end of a day. */
function valuesAt(history: BacktestHistory, at: number): KnownCustomers {
  const { size, starts, day, late, spend } = history;
  const who = new Uint32Array(size);
  const [daysSinceLast, frequency, monetary] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let known = 0;
  for (let customer = 0; customer < size; customer++) {
    let [bought, latest] = [0, 0];
    const money = new CompensatedSum();
    const stop = starts[customer + 1] as number;
    for (let i = starts[customer] as number; i < stop; i++) {
      if (late[i] === 1 || (day[i] as number) > at) break;
      bought++;
      latest = day[i] as number;
      money.add(spend === undefined ? 0 : (spend[i] as number));
    }
    if (bought === 0) continue;
    who[known] = customer;
    daysSinceLast[known] = at - latest;
    frequency[known] = bought;
    monetary[known] = money.value;
    known++;
  }
  return {
    who: who.subarray(0, known),
    daysSinceLast: daysSinceLast.subarray(0, known),
    frequency: frequency.subarray(0, known),
    monetary: monetary.subarray(0, known),
  };
}

/** The bin of each customer, from 0. */
function binsOf(
  { who, daysSinceLast, frequency, monetary }: KnownCustomers,
  boundaries: readonly RfmBoundary[],
): Uint32Array {
  return who.map((_, i) => {
    const [days, times, money] = [daysSinceLast[i], frequency[i], monetary[i]] as [number, number, number];
    const r = scoreOf(boundaries, (boundary) => days < boundary.daysSinceLastBelow);
    const f = scoreOf(boundaries, (boundary) => times > boundary.frequencyAbove);
    const m = scoreOf(boundaries, (boundary) => money > boundary.monetaryAbove);
    return ((r - 1) * SCORES + f - 1) * SCORES + m - 1;
  });
}

/** How often each customer bought after one day and up to another in the calibration, leaving out the first so many. */
function purchasesWithin(history: BacktestHistory, after: number, upTo: number, skip: number): Float64Array {
  const { size, starts, day, late } = history;
  const bought = new Float64Array(size);
  for (let who = 0; who < size; who++) {
    const stop = starts[who + 1] as number;
    for (let i = (starts[who] as number) + skip; i < stop; i++) {
      if (late[i] === 0 && (day[i] as number) > after && (day[i] as number) <= upTo)
        bought[who] = (bought[who] as number) + 1;
    }
  }
  return bought;
}
