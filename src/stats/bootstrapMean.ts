import { quantileSorted } from "simple-statistics";
import type { Interval } from "../estimate.ts";
import { countedMoments } from "../math/moments.ts";
import { normalCdf, normalQuantile } from "../math/normal.ts";
import { randomBinomial } from "./binomial.ts";
import { seededUniform } from "./random.ts";

/** Enough that the Monte-Carlo error of a 95 % end is about 2 % of the interval's width. */
const RESAMPLES = 9999;

/**
 * The bias-corrected and accelerated ("BCa") bootstrap interval for the mean of `values`, each `counts[i]`
 * times [Efron1987]. Needs values that are not all alike.
 *
 * A resample of n respondents is a multinomial draw over the distinct values. Drawing that directly is exactly
 * the bootstrap of the respondents, at a cost that depends on the number of distinct values and not on n.
 */
export function bootstrapMean(
  values: readonly number[],
  counts: ArrayLike<number>,
  alpha: number,
  seed: number,
): Interval {
  const { n, sumOfSquares, sumOfCubes } = countedMoments(values, counts);
  const replicates = resampledMeans(values, counts, n, seed);
  const bias = biasCorrection(replicates, plainMean(values, counts, n));
  // Leaving one value out moves a mean in proportion to that value's deviation, so the jackknife needs no loop.
  const acceleration = sumOfCubes / (6 * sumOfSquares ** 1.5);
  const end = (z: number): number => quantileSorted(replicates, adjustedShare(z, bias, acceleration));
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
function biasCorrection(sorted: readonly number[], mean: number): number {
  let below = 0;
  for (const replicate of sorted) below += replicate < mean ? 1 : replicate === mean ? 0.5 : 0;
  return normalQuantile(below / sorted.length);
}

/** Rounded exactly as a replicate is, so that a replicate equal to the estimate is seen as equal. */
function plainMean(values: readonly number[], counts: ArrayLike<number>, n: number): number {
  return values.reduce((sum, value, i) => sum + value * (counts[i] ?? 0), 0) / n;
}

function resampledMeans(
  values: readonly number[],
  counts: ArrayLike<number>,
  n: number,
  seed: number,
): readonly number[] {
  const uniform = seededUniform(seed);
  const means = new Float64Array(RESAMPLES);
  for (let replicate = 0; replicate < RESAMPLES; replicate++) {
    let draws = n;
    let mass = n;
    let sum = 0;
    for (let i = 0; draws > 0; i++) {
      const count = counts[i] ?? 0;
      if (count === 0) continue;
      const drawn = count === mass ? draws : randomBinomial(draws, count / mass, uniform);
      sum += drawn * (values[i] ?? 0);
      draws -= drawn;
      mass -= count;
    }
    means[replicate] = sum / n;
  }
  return Array.from(means.sort());
}
