import { deviance } from "./deviance.ts";
import { stirlingError } from "./stirlingError.ts";
import { fromLower, fromUpper, type Tails } from "./tails.ts";

const TWO_PI = 6.283185307179586;
/** Enough for parameters up to about 1e10; what has not converged by then is NaN, not a guess. */
const MOST_TERMS = 1_000_000;

/** The regularised incomplete beta function I_x(a, b), for 0 <= x <= 1 and a, b > 0; NaN elsewhere. */
export function incompleteBeta(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b).lower;
}

/**
 * I_x(a, b) and I_y(b, a), where x + y = 1. Both are taken because 1 - x has lost what a tiny y still knows.
 *
 * The continued fraction converges fast up to about the mean; beyond it the other tail is computed.
 */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (!(x >= 0 && y >= 0 && a > 0 && b > 0)) return { lower: NaN, upper: NaN };
  if (x === 0) return fromLower(0);
  if (y === 0) return fromUpper(0);
  const density = betaLogitDensity(x, y, a, b);
  return x * (a + b + 2) < a + 1
    ? fromLower(density / continuedFraction(x, y, a, b))
    : fromUpper(density / continuedFraction(y, x, b, a));
}

/**
 * x^a y^b / B(a, b): the density of log(X / (1 - X)).
 *
 * In Loader's (2000) saddle-point form nothing large cancels, whereas a difference of log-gammas is off by
 * 6e-10 for a = 1e5. [Loader2000]
 */
export function betaLogitDensity(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.sqrt(((a / n) * b) / TWO_PI) * Math.exp(exponent);
}

/**
 * x^a y^b / B(a, b) / I_x(a, b), for x below about the mean a / (a + b).
 *
 * Formula 9 of DiDonato and Morris (1992), "Algorithm 708", ACM Transactions on Mathematical Software 18,
 * 360-373 [DidonatoMorris1992], evaluated forwards by the method of Lentz (1976), Applied Optics 15, 668-671
 * [Lentz1976].
 */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a * y - b * x;
  let c = (a / (a + 1)) * (lambda + 1);
  let d = 0;
  let fraction = c;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const even = a + 2 * n - 1;
    const step = (n * (b - n) * x) / even;
    const numerator = ((a + n - 1) / even) * (a + b + n - 1) * x * step;
    const denominator = n + step + ((a + n) / (even + 2)) * (lambda + 1 + n * (1 + y));
    c = denominator + numerator / c;
    d = 1 / (denominator + numerator * d);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return fraction;
  }
  return NaN;
}
