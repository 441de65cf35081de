import type { Interval } from "../estimate.ts";
import { bisect } from "../math/bisect.ts";
import { normalQuantile } from "../math/normal.ts";

/**
 * The interval for a contrast d = p - q, the share of positive minus the share of negative answers among n:
 * - `score` inverts the score test of matched pairs, which is this very contrast [Tango1998].
 * - `adjustedWald` adds three imaginary answers, 3/4 positive, 3/2 neutral and 3/4 negative: (3, T) of [Rocks2016].
 * - `wald` is the textbook formula; of width 0 when all answers are alike, kept for comparison.
 */
export type ContrastMethod = "score" | "adjustedWald" | "wald";

/** Every {@link ContrastMethod}, the default first. */
export const CONTRAST_METHODS: readonly ContrastMethod[] = ["score", "adjustedWald", "wald"];

/** How many answers count for, against, and in all. */
export interface Contrast {
  readonly positive: number;
  readonly negative: number;
  readonly n: number;
}

/** The `1 - alpha` interval for the contrast, n > 0, as the formula gives it: not clipped to -1..1. */
export function contrastInterval(method: ContrastMethod, contrast: Contrast, alpha: number): Interval {
  const z = -normalQuantile(alpha / 2);
  if (method === "score") return score(contrast, z);
  const { centre, variance } = contrastMean(method === "wald" ? contrast : adjusted(contrast));
  const halfWidth = z * Math.sqrt(variance);
  return { low: centre - halfWidth, high: centre + halfWidth };
}

/** d and its plug-in variance V / n, where V = p + q - (p - q)^2. */
export function contrastMean({ positive, negative, n }: Contrast): { centre: number; variance: number } {
  const p = positive / n;
  const q = negative / n;
  // V as a sum of positive terms: the textbook difference loses every digit when nearly all answers are alike.
  const v = p * ((n - positive) / n) + q * ((n - negative) / n) + 2 * p * q;
  return { centre: (positive - negative) / n, variance: v / n };
}

/** The contrast with the three imaginary answers of the adjusted Wald interval (3, T). */
export function adjusted({ positive, negative, n }: Contrast): Contrast {
  return { positive: positive + 0.75, negative: negative + 0.75, n: n + 3 };
}

/**
 * Tango's limits: every D with (c - b - n D)^2 <= z^2 n (2 q + D (1 - D)), where c and b are the positive and
 * negative counts and q is the share of negative answers that is most likely when the contrast is D, the larger
 * root of A q^2 + B q + C = 0. Excess minus its bound falls as D grows, so each end is found by bisection.
 */
function score({ positive: c, negative: b, n }: Contrast, z: number): Interval {
  const d = (c - b) / n;
  const excessOverBound = (D: number, sign: number): number => {
    const B = -b - c + (2 * n - c + b) * D;
    const C = -b * D * (1 - D);
    const root = Math.sqrt(Math.max(0, B * B - 8 * n * C));
    const q = B > 0 ? (-2 * C) / (B + root) : (root - B) / (4 * n);
    return c - b - n * D - sign * z * Math.sqrt(n * Math.max(0, 2 * q + D * (1 - D)));
  };
  return {
    low: b === n ? -1 : bisect((D) => excessOverBound(D, 1) > 0, -1, d),
    high: c === n ? 1 : bisect((D) => excessOverBound(D, -1) > 0, d, 1),
  };
}
