import { deviance } from "./deviance.ts";
import { logGammaOfOnePlus } from "./logGammaSeries.ts";
import { stirlingError } from "./stirlingError.ts";
import { fromLower, fromUpper, type Tails } from "./tails.ts";

const TWO_PI = 6.283185307179586;
/** Enough for shapes up to about 1e10; what has not converged by then is NaN, not a guess. */
const MOST_TERMS = 1_000_000;

/** The regularised lower incomplete gamma function P(a, x), for a > 0 and x >= 0; NaN elsewhere. */
export function lowerGamma(a: number, x: number): number {
  return gammaTails(x, a).lower;
}

/** The regularised upper incomplete gamma function Q(a, x), for a > 0 and x >= 0; NaN elsewhere. */
export function upperGamma(a: number, x: number): number {
  return gammaTails(x, a).upper;
}

/**
 * P(a, x) and Q(a, x). The power series below the mean, the continued fraction above it, and for small a and x,
 * where Q is small although x is below either's reach, a series for Q itself: the division of labour of
 * Gautschi (1979), "A computational procedure for incomplete gamma functions", ACM Transactions on
 * Mathematical Software 5, 466-481. [Gautschi1979]
 */
export function gammaTails(x: number, a: number): Tails {
  if (!(x >= 0 && a > 0)) return { lower: NaN, upper: NaN };
  if (x === 0) return fromLower(0);
  if (x === Infinity) return fromUpper(0);
  if (a <= 0.5 && x <= 1) return smallShape(a, x);
  const density = gammaLogDensity(x, a);
  return x < Math.max(1, a)
    ? fromLower((density / a) * powerSeries(a, x))
    : fromUpper(density * continuedFraction(a, x));
}

/**
 * x^a e^-x / Gamma(a): the density of log(X). In Loader's (2000) saddle-point form, so that nothing large
 * cancels. [Loader2000]
 */
export function gammaLogDensity(x: number, a: number): number {
  return Math.sqrt(a / TWO_PI) * Math.exp(-stirlingError(a) - deviance(a, x));
}

/** The sum of x^k / ((a + 1) … (a + k)), whose terms are all positive. */
function powerSeries(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < MOST_TERMS; k += 1) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * 1e-17) return sum;
  }
  return NaN;
}

/**
 * Gamma(a, x) / (x^a e^-x) = 1/(x + 1 - a - 1 (1 - a)/(x + 3 - a - 2 (2 - a)/(x + 5 - a - …))), evaluated
 * forwards by the method of Lentz (1976). [Lentz1976]
 */
function continuedFraction(a: number, x: number): number {
  let denominator = x + 1 - a;
  let c = Infinity;
  let d = 1 / denominator;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const numerator = n * (a - n);
    denominator += 2;
    c = denominator + numerator / c;
    d = 1 / (denominator + numerator * d);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return fraction;
  }
  return NaN;
}

/**
 * P = x^a / Gamma(1 + a) (1 + a s) with s the sum of (-x)^k / (k! (a + k)) over k >= 1, so that
 * Q = (1 - x^a / Gamma(1 + a)) - x^a / Gamma(1 + a) a s, each part small when Q is.
 */
function smallShape(a: number, x: number): Tails {
  let s = 0;
  let term = 1;
  for (let k = 1; Math.abs(term) > 1e-18; k += 1) {
    term *= -x / k;
    s += term / (a + k);
  }
  const logLeading = a * Math.log(x) - logGammaOfOnePlus(a);
  const lower = Math.exp(logLeading) * (1 + a * s);
  const upper = -Math.expm1(logLeading) - Math.exp(logLeading) * a * s;
  return lower < upper ? fromLower(lower) : fromUpper(upper);
}
