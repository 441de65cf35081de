import { gammaLogDensity, gammaTails, lowerGamma } from "./incompleteGamma.ts";
import { logGamma } from "./logGamma.ts";
import { normalQuantile } from "./normal.ts";
import { quantileRoot } from "./quantileRoot.ts";

/** P(X <= x) for a gamma distribution of this shape and scale 1. */
export function gammaCdf(x: number, shape: number): number {
  return x < 0 && shape > 0 ? 0 : lowerGamma(shape, x);
}

/** The x with P(X <= x) = p for a gamma distribution of this shape and scale 1. */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1 && shape > 0)) return NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  return quantileRoot(p, 1 - p, firstGuess(p, shape), Number.MAX_VALUE, {
    tails: (x) => gammaTails(x, shape),
    logDensity: (x) => gammaLogDensity(x, shape),
    slope: (x) => shape - x,
  });
}

/**
 * Wilson and Hilferty (1931), "The distribution of chi-square", Proceedings of the National Academy of Sciences
 * 17, 684-688: the cube root of a gamma variable is nearly normal. [WilsonHilferty1931]
 * Near 0, the leading power x^a / Gamma(a + 1) instead.
 */
function firstGuess(p: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (shape > 0.5 && root > 0.3) return shape * root ** 3;
  if (p > 0.9) return -Math.log(1 - p);
  return Math.exp((Math.log(p) + logGamma(shape + 1)) / shape);
}
