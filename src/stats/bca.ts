import { quantileSorted } from "simple-statistics";
import type { Ends } from "../estimate.ts";
import { normalCdf, normalQuantile } from "../math/normal.ts";

/**
 * The bias-corrected and accelerated ("BCa") bootstrap interval [Efron1987] from the replicates, sorted, of an
 * estimate and the acceleration, which says how its spread changes with its size. An end may be an infinite replicate.
 */
export function bcaInterval(
  sorted: readonly number[],
  estimate: number,
  acceleration: number,
  alpha: number,
): Ends {
  const bias = biasCorrection(sorted, estimate);
  const end = (z: number): number => quantileSorted(sorted, adjustedShare(z, bias, acceleration));
  const z = normalQuantile(alpha / 2);
  return { low: end(z), high: end(-z) };
}

/** The share of replicates below the end: the percentile interval's share, corrected for bias and skewness. */
function adjustedShare(z: number, bias: number, acceleration: number): number {
  // Without a finite correction this is the percentile interval.
  if (!Number.isFinite(bias) || !Number.isFinite(acceleration)) return normalCdf(z);
  const shifted = bias + z;
  const stretch = 1 - acceleration * shifted;
  // The correction has a pole; from there on the end is the extreme replicate, so that levels stay nested.
  if (stretch <= 0) return z < 0 ? 0 : 1;
  return normalCdf(bias + shifted / stretch);
}

/** z0: how far the estimate is from the median of its replicates, where ties count half. */
function biasCorrection(sorted: readonly number[], estimate: number): number {
  let below = 0;
  for (const replicate of sorted) below += replicate < estimate ? 1 : replicate === estimate ? 0.5 : 0;
  return normalQuantile(below / sorted.length);
}
