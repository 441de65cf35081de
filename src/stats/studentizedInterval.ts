import { quantileSorted } from "simple-statistics";
import type { Ends } from "../estimate.ts";

/** Resampled statistics, each with the standard error that its own resample gives it. */
export interface Replicates {
  readonly values: Float64Array;
  readonly errors: Float64Array;
}

/**
 * The studentized bootstrap interval ("bootstrap-t") [Hall1988] around an estimate with its standard error:
 *
 *     T = (replicate - estimate) / (standard error of the replicate)
 *     low = estimate - SE T(1 - alpha / 2),  high = estimate - SE T(alpha / 2)
 *
 * A resample without any spread has an infinite T. Where an end would rest on such, it is the further of the one in
 * `instead` and the furthest that a finite T gives, so that a higher level still contains a lower one.
 */
export function studentizedInterval(
  { values, errors }: Replicates,
  estimate: number,
  standardError: number,
  alpha: number,
  instead: Ends,
): Ends {
  const ts = new Float64Array(values.length);
  for (let i = 0; i < ts.length; i++) {
    const distance = (values[i] ?? 0) - estimate;
    ts[i] = distance === 0 ? 0 : distance / (errors[i] ?? 0);
  }
  const sorted = Array.from(ts.sort());
  const finite = sorted.filter(Number.isFinite);
  const end = (t: number): number => estimate - standardError * t;
  const upper = quantileSorted(sorted, 1 - alpha / 2);
  const lower = quantileSorted(sorted, alpha / 2);
  return {
    low: Number.isFinite(upper) ? end(upper) : Math.min(instead.low, end(finite.at(-1) ?? 0)),
    high: Number.isFinite(lower) ? end(lower) : Math.max(instead.high, end(finite[0] ?? 0)),
  };
}
