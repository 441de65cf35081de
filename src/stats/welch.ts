import { type Interval, UNDETERMINED } from "../estimate.ts";
import { tQuantile } from "../math/studentT.ts";

/** A mean by its sufficient statistics. */
export interface MeanSummary {
  readonly mean: number;
  /** Sample standard deviation (divisor n - 1), 0 when all values are alike. */
  readonly standardDeviation: number;
  readonly n: number;
}

/**
 * Welch's interval for a difference of two means with unequal variances, with Satterthwaite's degrees of
 * freedom [Welch1947]. Undetermined when a group has fewer than two values or neither has any spread.
 *
 *     a - b ± t(df) sqrt(va + vb),  v = s^2 / n,  df = (va + vb)^2 / (va^2 / (na - 1) + vb^2 / (nb - 1))
 */
export function welchInterval(a: MeanSummary, b: MeanSummary, alpha: number): Interval {
  const va = a.standardDeviation ** 2 / a.n;
  const vb = b.standardDeviation ** 2 / b.n;
  if (a.n < 2 || b.n < 2 || va + vb === 0) return UNDETERMINED;
  // Written with the two shares of the variance, which cannot underflow as the squares of tiny variances do.
  const df = 1 / ((va / (va + vb)) ** 2 / (a.n - 1) + (vb / (va + vb)) ** 2 / (b.n - 1));
  const halfWidth = -tQuantile(alpha / 2, df) * Math.sqrt(va + vb);
  return { low: a.mean - b.mean - halfWidth, high: a.mean - b.mean + halfWidth };
}
