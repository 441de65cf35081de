import type { Ends } from "../estimate.ts";
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
export function contrastInterval(method: ContrastMethod, contrast: Contrast, alpha: number): Ends {
  const z = -normalQuantile(alpha / 2);
  if (method === "score") {
    const { positive, negative, n } = contrast;
    return { low: scoreLimit(positive, negative, n, z), high: -scoreLimit(negative, positive, n, z) };
  }
  const { centre, variance } = contrastMean(contrast, method);
  const halfWidth = z * Math.sqrt(variance);
  return { low: centre - halfWidth, high: centre + halfWidth };
}

/**
 * d and its plug-in variance V / n, where V = p + q - (p - q)^2 = p (1 - p) + q (1 - q) + 2 p q; the second form has
 * no digits to lose when nearly all answers are alike. The adjusted Wald interval adds three imaginary answers.
 */
export function contrastMean(
  { positive, negative, n }: Contrast,
  method: ContrastMethod,
): { centre: number; variance: number } {
  const imaginary = method === "adjustedWald" ? 3 : 0;
  const c = positive + imaginary / 4;
  const b = negative + imaginary / 4;
  const total = n + imaginary;
  const v = (c * (total - c) + b * (total - b) + 2 * b * c) / total ** 2;
  return { centre: (c - b) / total, variance: v / total };
}

/**
 * Tango's lower limit for c positive and b negative answers: the least D with (d - D)^2 <= z^2 V(D) / n, where V(D) is
 * the variance when the contrast is D. It is found by bisection, since d - D - z sqrt(V(D) / n) falls as D grows.
 */
function scoreLimit(c: number, b: number, n: number, z: number): number {
  const d = (c - b) / n;
  // V is computed for contrasts above 0, where nothing cancels; swapping the sides covers the rest.
  const variance = (D: number): number => (D < 0 ? nullVariance(b, c, n, -D) : nullVariance(c, b, n, D));
  return bisect((D) => d - D > z * Math.sqrt(variance(D) / n), -1, d);
}

/**
 * V(D) = 2 q + D (1 - D) for D >= 0, where q is the most likely share of negative answers when the contrast is D:
 * the larger root of A q^2 + B q + C = 0, with A = 2 n and B and C as below.
 */
function nullVariance(c: number, b: number, n: number, D: number): number {
  const B = (2 * n - c + b) * D - b - c;
  const C = -b * D * (1 - D);
  const root = Math.sqrt(B * B - 8 * n * C);
  const q = B > 0 ? (-2 * C) / (B + root) : (root - B) / (4 * n);
  return 2 * q + D * (1 - D);
}
