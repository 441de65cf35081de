import { gammaCdf, gammaQuantile } from "./gamma.ts";
import { upperGamma } from "./incompleteGamma.ts";

/** P(X <= x) for a chi-square distribution with `df` degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaCdf(x / 2, df / 2);
}

/** P(X > x) for a chi-square distribution with `df` degrees of freedom: the p-value of a test. */
export function chiSquareTail(x: number, df: number): number {
  return x < 0 && df > 0 ? 1 : upperGamma(df / 2, x / 2);
}

/** The x with P(X <= x) = p for a chi-square distribution with `df` degrees of freedom. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}
