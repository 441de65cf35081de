import type { Ends } from "../estimate.ts";
import { ldlFactors } from "../math/ldl.ts";
import { seededUniform, type Uniform } from "../stats/random.ts";
import { randomNormal } from "../stats/randomVariates.ts";
import type { Parameters } from "./fitParameters.ts";

/** A random count, with these parameters. */
export type Draw = (theta: Float64Array, uniform: Uniform) => number;

/** An interval in which a random count will be, by simulation. */
export type Predict = (draw: Draw) => Ends;

// Parameters drawn further out than e^230 = 1e100 from 1 are put there: a count that large or small is all the same.
const FURTHEST = 230;

/**
 * Predictive intervals of counts: parameters are drawn from the normal distribution of their logarithms, and a count
 * with each. The ends are equal-tailed: of the counts drawn, a share of no more than (1 - level)/2 is below the lower
 * one, and no more above the upper one. Without a covariance the parameters are taken as known.
 *
 * Every count is drawn from the beginning of the same random numbers, so that an interval does not depend on what else
 * is asked.
 */
export function predictiveCounts(
  { theta, covariance }: Parameters,
  level: number,
  seed: number,
  draws: number,
): Predict {
  const uniform = seededUniform(seed);
  const root = covariance === null ? [] : rootOf(covariance);
  const thetas = Array.from({ length: draws }, () => drawn(theta, root, uniform));
  const counts = new Float64Array(draws);
  // 1e-9: a level such as 0.9 leaves a hair less than 0.1.
  const outside = Math.floor(((1 - level) / 2) * draws + 1e-9);
  const start = Math.floor(uniform() * 2 ** 31);
  return (draw) => {
    const stream = seededUniform(start);
    for (let i = 0; i < draws; i++) counts[i] = draw(thetas[i] as Float64Array, stream);
    counts.sort();
    return { low: counts[outside] as number, high: counts[draws - 1 - outside] as number };
  };
}

function drawn(theta: Float64Array, root: readonly Float64Array[], uniform: Uniform): Float64Array {
  const normals = root.map(() => randomNormal(uniform));
  return theta.map((value, i) => {
    let log = 0;
    root[i]?.forEach((factor, j) => {
      log += factor * (normals[j] as number);
    });
    if (log === 0) return value;
    return Math.exp(Math.min(FURTHEST, Math.max(-FURTHEST, Math.log(value) + log)));
  });
}

/** A matrix whose product with its transpose is this one: L sqrt(D) of its factors L D L'. */
function rootOf(covariance: readonly Float64Array[]): Float64Array[] {
  const size = covariance.length;
  const flat = Float64Array.from(covariance.flatMap((row) => Array.from(row)));
  const { lower, pivots } = ldlFactors(flat, size, 1e-14);
  return covariance.map((_, i) =>
    Float64Array.from(covariance, (__, j) => {
      const factor = i === j ? 1 : j < i ? (lower[i * size + j] as number) : 0;
      return factor * Math.sqrt(Math.max(0, pivots[j] as number));
    }),
  );
}
