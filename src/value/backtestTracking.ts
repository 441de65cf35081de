import { InvalidInputError } from "../errors.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import type { Bucket } from "../time/bucket.ts";
import { bucketOf } from "../time/checkBucket.ts";
import { isoDate } from "../time/civil.ts";
import type { BacktestHistory } from "./backtestHistory.ts";

/** A period of calendar time: what the customers of the calibration bought again, and what the model expects. */
export interface BacktestTrackingRow {
  /** The label of the period. */
  readonly period: string;
  /** The period in which the calibration ends has a row for each phase. */
  readonly phase: "calibration" | "holdout";
  /** Repeat purchases in the period. */
  readonly actual: number;
  /** E[X] of the model in it, which knows nothing of a customer but when they came; `null` without a fit. */
  readonly expected: number | null;
  /** From the first purchase of all to the end of the period. */
  readonly cumulativeActual: number;
  /** The sum of `expected` from the first period on; `null` without a fit. */
  readonly cumulativeExpected: number | null;
}

const MOST_PERIODS = 100_000;

/**
 * Follows repeat purchases over calendar time. Of the model they are
 *
 *     sum over customers of E[X(t - birth)],  0 before their birth
 *
 * with `purchasesByAge` for E[X] at an age in days.
 */
export function backtestTracking(
  task: string,
  history: BacktestHistory,
  period: Bucket,
  purchasesByAge: ((days: number) => number) | undefined,
): BacktestTrackingRow[] {
  const { size, first, calibrated, last } = history;
  if (size === 0) return [];
  const days = last - first + 1;
  const { births, repeats } = byDay(history, days);
  const born = [...births.keys()].filter((at) => births[at] !== 0);
  const known = new Float64Array(days).fill(NaN);
  const expectedUpTo = (at: number): number => {
    const sum = new CompensatedSum();
    for (const birth of born) {
      if (birth > at) break;
      const age = at - birth;
      if (Number.isNaN(known[age])) known[age] = purchasesByAge?.(age) ?? 0;
      sum.addProduct(births[birth] as number, known[age] as number);
    }
    return sum.value;
  };
  const bucketOfDay = (at: number): number => bucketOf(task, period, isoDate(first + at), "period");
  const rows: BacktestTrackingRow[] = [];
  let [actual, cumulativeActual, before] = [0, 0, 0];
  let own = bucketOfDay(0);
  for (let at = 0; at < days; at++) {
    actual += repeats[at] as number;
    const next = at + 1 < days ? bucketOfDay(at + 1) : undefined;
    if (next === own && first + at !== calibrated) continue;
    if (rows.length === MOST_PERIODS)
      throw new InvalidInputError(task, "period", `must make at most ${MOST_PERIODS} periods`, period);
    cumulativeActual += actual;
    const upTo = purchasesByAge === undefined ? null : expectedUpTo(at);
    rows.push({
      period: period.labelOf(own),
      phase: first + at <= calibrated ? "calibration" : "holdout",
      actual,
      expected: upTo === null ? null : Math.max(0, upTo - before),
      cumulativeActual,
      cumulativeExpected: upTo,
    });
    [actual, before, own] = [0, upTo ?? 0, next ?? own];
  }
  return rows;
}

/** Customers by the day of their first purchase, and repeat purchases by their day. */
function byDay(
  { size, starts, day, late, first, calibrated }: BacktestHistory,
  days: number,
): { readonly births: Float64Array; readonly repeats: Float64Array } {
  const [births, repeats] = [new Float64Array(days), new Float64Array(days)];
  const add = (to: Float64Array, at: number): void => {
    to[at - first] = (to[at - first] as number) + 1;
  };
  for (let who = 0; who < size; who++) {
    const begin = starts[who] as number;
    add(births, day[begin] as number);
    for (let i = begin + 1; i < (starts[who + 1] as number); i++) {
      const own = day[i] as number;
      // What comes later on the day in which the calibration ends belongs to the holdout.
      add(repeats, late[i] === 1 ? Math.max(own, calibrated + 1) : own);
    }
  }
  return { births, repeats };
}
