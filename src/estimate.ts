/** What the numbers of an {@link Estimate} are measured in. */
export type Unit = "share" | "points" | "score" | "money" | "count" | "time" | "ratio";

/** The two ends of an interval; `null` where the data do not determine an end. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * One number with its uncertainty: a flat record that survives `JSON.stringify`.
 *
 * What the data cannot determine is `null`: without answers the estimate, without spread the ends.
 * Nothing is ever `NaN`, infinite or rounded.
 */
export interface Estimate<Metric extends string = string> extends Interval {
  readonly metric: Metric;
  readonly unit: Unit;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The plug-in standard error, whatever the method of the interval. */
  readonly standardError: number | null;
  /** The confidence level of the interval: 0.95 unless asked otherwise. */
  readonly level: number;
  /** The name of the interval's formula. */
  readonly method: string;
  /** How many observations the estimate rests on. */
  readonly n: number;
}

/** What every metric can be asked. */
export interface EstimateOptions {
  /** Confidence level, strictly between 0 and 1. Default 0.95. */
  readonly level?: number;
}

/** The level of every interval unless the caller asks otherwise. */
export const DEFAULT_LEVEL = 0.95;

/** Neither end is determined. */
export const UNDETERMINED: Interval = { low: null, high: null };

/**
 * Builds the record so that its laws hold whatever the formula gave: both ends inside `range`, the estimate
 * between them, no -0. A formula that leaves the range is clipped; one that misses the estimate is widened.
 */
export function toEstimate<Metric extends string>(
  raw: Estimate<Metric>,
  range: readonly [min: number, max: number],
): Estimate<Metric> {
  const { metric, unit, standardError, level, method, n } = raw;
  const estimate = raw.estimate === null ? null : raw.estimate + 0;
  const { low, high } = holding(raw, estimate, range);
  return { metric, unit, estimate, low, high, standardError, level, method, n };
}

function holding(
  interval: Interval,
  estimate: number | null,
  [min, max]: readonly [number, number],
): Interval {
  if (estimate === null) return UNDETERMINED;
  const { low, high } = interval;
  return {
    low: low === null ? null : Math.min(estimate, Math.max(min, low)) + 0,
    high: high === null ? null : Math.max(estimate, Math.min(max, high)) + 0,
  };
}
