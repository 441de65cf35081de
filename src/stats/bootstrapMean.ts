import type { Interval } from "../estimate.ts";
import { countedMoments } from "../math/moments.ts";
import { bcaInterval } from "./bca.ts";
import { resampleCounts } from "./multinomial.ts";
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
  // Leaving one value out moves a mean in proportion to that value's deviation, so the jackknife needs no loop.
  const acceleration = sumOfCubes / (6 * sumOfSquares ** 1.5);
  return bcaInterval(replicates, plainMean(values, counts, n), acceleration, alpha);
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
    let sum = 0;
    resampleCounts(counts, n, uniform, (i, drawn) => {
      sum += drawn * (values[i] ?? 0);
    });
    means[replicate] = sum / n;
  }
  return Array.from(means.sort());
}
