/** What the numbers of an {@link Estimate} are measured in. */
export type Unit = "share" | "points" | "score" | "money" | "count" | "time" | "ratio";

/** The two ends of an interval; `null` where the data do not determine an end. */
export interface Interval {
  /** The lower end, never above the estimate. */
  readonly low: number | null;
  /** The upper end, never below the estimate. */
  readonly high: number | null;
}

/** An interval both of whose ends are determined. */
export interface Ends extends Interval {
  /** Where the interval begins. */
  readonly low: number;
  /** Where the interval ends. */
  readonly high: number;
}

/**
 * One number with its uncertainty: a flat record that survives `JSON.stringify`.
 *
 * What the data cannot determine is `null`: without answers the estimate, without spread the ends.
 * Nothing is ever `NaN`, infinite or rounded.
 */
export interface Estimate<Metric extends string = string> extends Interval {
  /** Which function it comes from: `"nps"`, `"churnRate"`. */
  readonly metric: Metric;
  /** What `estimate`, `low` and `high` are measured in. */
  readonly unit: Unit;
  /** The number itself; `null` when the data cannot determine it. */
  readonly estimate: number | null;
  /** The lower end at `level`, inside the range of the metric. */
  readonly low: number | null;
  /** The upper end at `level`, inside the range of the metric. */
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
 * The record with its laws holding whatever the formula gave: nothing is known of no observations; otherwise both
 * ends lie inside `range`, the estimate between them, and there is no -0. A formula that leaves the range is clipped;
 * one that misses the estimate is widened to hold it.
 */
export function toEstimate<Raw extends Estimate>(
  raw: Raw,
  [min, max]: readonly [min: number, max: number],
): Raw {
  const { estimate, low, high, n } = raw;
  if (n === 0 || estimate === null)
    return { ...raw, estimate: null, low: null, high: null, standardError: null };
  return {
    ...raw,
    estimate: estimate + 0,
    low: low === null ? null : Math.min(estimate, Math.max(min, low)) + 0,
    high: high === null ? null : Math.max(estimate, Math.min(max, high)) + 0,
  };
}
