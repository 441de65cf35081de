import { deviance } from "../math/deviance.ts";
import { normalQuantile } from "../math/normal.ts";
import { stirlingError } from "../math/stirlingError.ts";
import type { Uniform } from "./random.ts";

/** A random number of the standard normal distribution, by inversion. */
export function randomNormal(uniform: Uniform): number {
  return normalQuantile(positive(uniform));
}

/**
 * A random number of the gamma distribution of this shape, above 0, and scale 1. Of a small shape it may be 0, since
 * nearly all of that distribution is below the smallest double; see {@link logRandomGamma}.
 */
export function randomGamma(shape: number, uniform: Uniform): number {
  return Math.exp(logRandomGamma(shape, uniform));
}

/**
 * The logarithm of a random number of the gamma distribution of this shape, above 0, and scale 1. By the cube of a
 * normal number, with rejection [MarsagliaTsang2000]; of a shape below 1 by one higher times U^(1/shape), whose
 * logarithm does not underflow.
 */
export function logRandomGamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return logRandomGamma(shape + 1, uniform) + Math.log(positive(uniform)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = randomNormal(uniform);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const logV = 3 * Math.log(root);
    const u = positive(uniform);
    if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < x ** 2 / 2 + d * (1 - root ** 3 + logV))
      return Math.log(d) + logV;
  }
}

/**
 * A random number of the beta distribution, a and b above 0: a share of two gamma numbers. Taken from their
 * logarithms, so that it is right where both are tiny.
 */
export function randomBeta(a: number, b: number, uniform: Uniform): number {
  const first = logRandomGamma(a, uniform);
  const second = logRandomGamma(b, uniform);
  return 1 / (1 + Math.exp(second - first));
}

/**
 * A random Poisson count, `mean` from 0. Its cost does not grow with the mean: inversion while it is small, transformed
 * rejection with squeeze (algorithm PTRS, with the letters of the paper) from 10 on [Hormann1993b].
 */
export function randomPoisson(mean: number, uniform: Uniform): number {
  if (!(mean >= 10)) return inversion(mean, uniform);
  if (mean === Infinity) return mean;
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / us ** 2 + b)) <= logProbability(k, mean)) return k;
  }
}

/** Walks up the probabilities of 0, 1, 2, … until they pass a uniform number. */
function inversion(mean: number, uniform: Uniform): number {
  let probability = Math.exp(-mean);
  let rest = uniform();
  let k = 0;
  // Far in the tail the sum of the probabilities may stay below a uniform number by rounding.
  while (rest > probability && k < 200) {
    rest -= probability;
    k += 1;
    probability *= mean / k;
  }
  return k;
}

/** log P(k) of a Poisson count, in the form whose terms do not cancel for a large mean [Loader2000]. */
function logProbability(k: number, mean: number): number {
  return k === 0 ? -mean : -stirlingError(k) - deviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k);
}

/** A uniform number without 0, whose logarithm is infinite. */
function positive(uniform: Uniform): number {
  for (;;) {
    const u = uniform();
    if (u > 0) return u;
  }
}
