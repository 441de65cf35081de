import type { Interval } from "../estimate.ts";
import { bootstrapTotals, type Resampling } from "./bootstrapTotals.ts";

/** Customers by what each adds to the numerator and to the denominator of a ratio; alike ones are one kind. */
export interface RatioKinds {
  readonly ys: ArrayLike<number>;
  readonly xs: ArrayLike<number>;
  /** How many customers there are of each kind. */
  readonly counts: ArrayLike<number>;
}

/** What a squared sum leaves of its terms by rounding alone. */
const NOISE = 1e-12;

/**
 * Which bootstrap interval of customers: `studentized` [Hall1988] keeps its level better where the denominator is large
 * and certain, as revenue at the start is; `bca` [Efron1987] where it is small and may vanish, as losses may.
 */
export type RatioBootstrap = "studentized" | "bca";

/**
 * The bootstrap interval of customers for a ratio of two sums, R = sum y / sum x. The standard error of the studentized
 * one is that of the delta method [Cochran1977], up to a factor that cancels:
 *
 *     SE = sqrt(sum (y - R x)^2) / sum x
 */
export function bootstrapRatio(
  kinds: RatioKinds,
  alpha: number,
  seed: number,
  bootstrap: RatioBootstrap,
): Interval {
  const { errorOf, ...plain } = ratioResampling(kinds);
  return bootstrapTotals(bootstrap === "studentized" ? { ...plain, errorOf } : plain, alpha, seed);
}

/**
 * In the totals, with d = y - R x for the R of all customers: the sums of y, x, d^2, d x and x^2. For another ratio
 * R + e the sum of (y - (R + e) x)^2 is that of d^2 - 2 e d x + e^2 x^2, which does not cancel as sums of y^2 would.
 */
function ratioResampling({ ys, xs, counts }: RatioKinds): Required<Resampling> {
  let [Y, X, n] = [0, 0, 0];
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind] ?? 0;
    Y += count * (ys[kind] ?? 0);
    X += count * (xs[kind] ?? 0);
    n += count;
  }
  const R = Y / X;
  // In units of the mean, so that no square overflows.
  const unit = X / n;
  const size = 5;
  const parts = new Float64Array(size * counts.length);
  for (let kind = 0; kind < counts.length; kind++) {
    const [y, x] = [(ys[kind] ?? 0) / unit, (xs[kind] ?? 0) / unit];
    const d = y - R * x;
    parts.set([y, x, d * d, d * x, x * x], size * kind);
  }
  return {
    counts,
    size,
    add: (totals, kind, times) => {
      for (let i = 0; i < size; i++) totals[i] = (totals[i] ?? 0) + times * (parts[size * kind + i] ?? 0);
    },
    statistic: ([y = 0, x = 0]) => y / x,
    errorOf: ([y = 0, x = 0, dd = 0, dx = 0, xx = 0]) => {
      const e = y / x - R;
      const squares = dd - 2 * e * dx + e * e * xx;
      return squares > NOISE * (dd + e * e * xx) ? Math.sqrt(squares) / x : 0;
    },
  };
}
