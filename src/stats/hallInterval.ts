import type { Ends } from "../estimate.ts";
import { tQuantile } from "../math/studentT.ts";

/** A sample mean, what it may be off, and how skewed the sample is. */
export interface SkewedMean {
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  /** The third central moment over the 3/2 power of the second, both with divisor n. */
  readonly skewness: number;
}

/**
 * The interval for the mean of skewed values by a cubic transformation of Student's statistic that removes its skewness,
 * and is monotone, so that it can be inverted [Hall1992]. For a sample without skewness it is Student's.
 *
 *     T = (mean - mu) / SE,   t = sqrt(n) (W + g W^2 / 3 + g^2 W^3 / 27) + g / (6 sqrt(n)),   W = T / sqrt(n)
 *     W = 3 / g (r - 1),      r^3 = 1 + g w,   w = t / sqrt(n) - g / (6 n)
 */
export function hallInterval({ n, mean, standardError, skewness: g }: SkewedMean, alpha: number): Ends {
  const t = -tQuantile(alpha / 2, n - 1);
  const end = (quantile: number): number => {
    const w = quantile / Math.sqrt(n) - g / (6 * n);
    const r = Math.cbrt(1 + g * w);
    // r^3 - 1 = (r - 1)(r^2 + r + 1), where nothing cancels for a g near 0.
    const W = (3 * w) / (r * r + r + 1);
    return mean - Math.sqrt(n) * W * standardError;
  };
  return { low: end(t), high: end(-t) };
}
