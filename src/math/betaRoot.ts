import { betaLogitDensity, betaTails } from "./incompleteBeta.ts";
import { logGamma } from "./logGamma.ts";
import { normalQuantile } from "./normal.ts";
import { quantileRoot } from "./quantileRoot.ts";

/** A number from 0 to 1 and what it lacks to 1, both with full relative accuracy. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/**
 * The point of a beta distribution with probability p below and q = 1 - p above it.
 * Whichever of x and y = 1 - x is at most 1/2 is the one solved for, so that neither loses digits.
 */
export function betaRoot(p: number, q: number, a: number, b: number): Share {
  const half = betaTails(0.5, 0.5, a, b);
  const isBelowHalf = p <= q ? p <= half.lower : q >= half.upper;
  if (isBelowHalf) {
    const x = smallRoot(p, q, a, b);
    return { x, y: 1 - x };
  }
  const y = smallRoot(q, p, b, a);
  return { x: 1 - y, y };
}

/** The root, known to be at most 1/2. */
function smallRoot(p: number, q: number, a: number, b: number): number {
  return quantileRoot(p, q, firstGuess(p, q, a, b), 0.5, {
    tails: (x) => betaTails(x, 1 - x, a, b),
    logDensity: (x) => betaLogitDensity(x, 1 - x, a, b) / (1 - x),
    slope: (x) => a - ((b - 1) * x) / (1 - x),
  });
}

/**
 * Formula 26.5.22 of Abramowitz and Stegun (1964), a normal approximation, for a and b above 1; the leading
 * power x^a / (a B(a, b)) otherwise. [AbramowitzStegun1964]
 */
function firstGuess(p: number, q: number, a: number, b: number): number {
  if (a <= 1 || b <= 1) {
    return Math.exp((Math.log(p * a) + logGamma(a) + logGamma(b) - logGamma(a + b)) / a);
  }
  const z = p <= q ? -normalQuantile(p) : normalQuantile(q);
  const lambda = (z * z - 3) / 6;
  const inverseA = 1 / (2 * a - 1);
  const inverseB = 1 / (2 * b - 1);
  const h = 2 / (inverseA + inverseB);
  const w = (z * Math.sqrt(h + lambda)) / h - (inverseB - inverseA) * (lambda + 5 / 6 - 2 / (3 * h));
  return a / (a + b * Math.exp(2 * w));
}
