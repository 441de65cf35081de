import { deviance } from "./deviance.ts";

/** A function of a share p from 0 to 1 with two parameters, so that nothing is allocated for a mean. */
export type ShareFunction = (p: number, s: number, w: number) => number;

// A remainder below this share of the sum does not count.
const NEGLIGIBLE = 1e-17;
// e^-41 is below the last bit of 1.
const FAR = 41;

/**
 * E f(P; s, w) for P ~ Beta(a, b), a and b from 0 (not both 0), where f is above 0, falls in p and is a function of
 * w p and of s that changes on the scale of w p = 1 / (s + 1) to 1. Relative errors are about 1e-13, however small or
 * large a and b are.
 *
 * The trapezoidal rule on y = log(p / (1 - p)), which converges exponentially for a function that is analytic in a
 * strip around the real line [TrefethenWeideman2014]. Far out a term is an exact power of p, or of 1 - p, so that the
 * rest of the infinite sum is a geometric series, even when a or b is next to 0. The sum is divided by that of the
 * density itself, so that its constant is not needed, and what the two sums have in common cancels.
 */
export function betaMean(a: number, b: number, f: ShareFunction, s: number, w: number): number {
  if (a === 0) return f(0, s, w);
  if (b === 0) return f(1, s, w);
  const n = a + b;
  const step = Math.min(0.25, 0.45 * Math.sqrt(n / a / b));
  const centre = Math.log(a) - Math.log(b);
  let sum = 0;
  let mass = 0;
  for (let side = -1; side <= 1; side += 2) {
    const steepest = -Math.expm1(-(side < 0 ? a : b) * step);
    // From here on, all that is not that power is constant to the last bit.
    const far = FAR + Math.log(Math.max(1, (s + 1) * (side < 0 ? w : 1), side < 0 ? b : a));
    const bound = side < 0 ? f(0, s, w) : 0;
    for (let k = side < 0 ? 0 : 1; ; k++) {
      const y = centre + side * k * step;
      const tail = Math.exp(-Math.abs(y));
      const p = (y < 0 ? tail : 1) / (1 + tail);
      const q = (y < 0 ? 1 : tail) / (1 + tail);
      const density = Math.exp(-deviance(a, n * p) - deviance(b, n * q));
      const value = f(p, s, w);
      const rest = density / steepest;
      const isFar = side * y > far;
      mass += isFar ? rest : density;
      sum += (isFar ? rest : density) * value;
      const counts = rest >= NEGLIGIBLE * mass || rest * Math.max(value, bound) >= NEGLIGIBLE * sum;
      if (isFar || !counts) break;
    }
  }
  return sum / mass;
}
