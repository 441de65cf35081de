import type { Estimate } from "../estimate.ts";
import type { SurvivalCurve } from "./survivalCurve.ts";
import { type SurvivalMethod, survivalInterval, zOf } from "./survivalInterval.ts";

/** The time by which a given share of customers has left. */
export interface LifetimeQuantileEstimate<Metric extends string = "lifetimeQuantile">
  extends Estimate<Metric> {
  /** In the unit of the durations. */
  readonly unit: "time";
  /** The share that has left by then, strictly between 0 and 1. */
  readonly probability: number;
  /** The interval of the curve that is read at `probability`. */
  readonly method: SurvivalMethod;
  /** Always `null`: the interval comes from the curve's, not from a standard error. */
  readonly standardError: null;
}

/** So far apart may two shares lie that differ by rounding alone: the square root of a double's precision. */
const TOLERANCE = 2 ** -26;

/**
 * A quantile of a survival curve with the interval of [BrookmeyerCrowley1982]: all times at which the
 * pointwise interval holds the share 1 - probability. So its ends are the same quantile of the lower and of
 * the upper curve.
 *
 * Not reached, the estimate and the upper end are `null`; the lower end may well be determined.
 */
export function curveQuantile<Metric extends string>(
  metric: Metric,
  curve: SurvivalCurve,
  probability: number,
  { method, level }: { readonly method: SurvivalMethod; readonly level: number },
): LifetimeQuantileEstimate<Metric> {
  const { risk, survival, logError } = curve;
  const z = zOf(level);
  const share = 1 - probability;
  const endsAt = (index: number) =>
    survivalInterval(method, survival[index] as number, logError[index] as number, z);
  const times = risk.time;
  return {
    metric,
    unit: "time",
    estimate: timeAt(times, share, (index) => survival[index] as number),
    low: timeAt(times, share, (index) => endsAt(index).low),
    high: timeAt(times, share, (index) => endsAt(index).high),
    standardError: null,
    level,
    method,
    n: risk.n,
    probability,
  };
}

/**
 * The first time at which a falling step function is at or below `share`; the middle of the stretch on which
 * it equals `share`, up to the last time if it stays there. `null` where it never gets down to it.
 */
function timeAt(
  times: Float64Array,
  share: number,
  valueAt: (index: number) => number | null,
): number | null {
  let from: number | undefined;
  for (let index = 0; index < times.length; index++) {
    const value = valueAt(index);
    if (value === null || value > share + TOLERANCE) continue;
    const time = times[index] as number;
    if (value < share - TOLERANCE) return from === undefined ? time : middle(from, time);
    from ??= time;
  }
  return from === undefined ? null : middle(from, times[times.length - 1] as number);
}

function middle(from: number, to: number): number {
  return from + (to - from) / 2;
}
