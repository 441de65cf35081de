import type { Ends } from "../estimate.ts";
import { betaRoot } from "../math/betaRoot.ts";
import { normalQuantile } from "../math/normal.ts";

/**
 * The interval for a share of x among n:
 * - `wilson` inverts the score test; short, closed-form, and close to its level at every n [Wilson1927].
 * - `clopperPearson` inverts the exact binomial test; never below its level, so wider than needed [ClopperPearson1934].
 * - `jeffreys` is the equal-tailed Bayesian interval from Beta(1/2, 1/2), 0 at x = 0 and 1 at x = n [BrownCaiDasGupta2001].
 * - `agrestiCoull` is Wald around Wilson's centre; simple, never shorter than Wilson [AgrestiCoull1998].
 * - `wald` is the textbook formula; far below its level for small n or shares near 0 and 1, kept for comparison.
 */
export type ProportionMethod = "wilson" | "clopperPearson" | "jeffreys" | "agrestiCoull" | "wald";

/** Every {@link ProportionMethod}, the default first. */
export const PROPORTION_METHODS: readonly ProportionMethod[] = [
  "wilson",
  "clopperPearson",
  "jeffreys",
  "agrestiCoull",
  "wald",
];

/** The `1 - alpha` interval for x of n, n > 0, as the formula gives it: not clipped to 0..1. */
export function proportionInterval(method: ProportionMethod, x: number, n: number, alpha: number): Ends {
  switch (method) {
    case "wilson":
      return wilson(x, n, -normalQuantile(alpha / 2));
    case "clopperPearson":
      return {
        low: x === 0 ? 0 : lowerLimit(x, n - x + 1, alpha),
        high: x === n ? 1 : upperLimit(x + 1, n - x, alpha),
      };
    case "jeffreys":
      return {
        low: x === 0 ? 0 : lowerLimit(x + 0.5, n - x + 0.5, alpha),
        high: x === n ? 1 : upperLimit(x + 0.5, n - x + 0.5, alpha),
      };
    case "agrestiCoull":
      return agrestiCoull(x, n, -normalQuantile(alpha / 2));
    case "wald":
      return around(x / n, -normalQuantile(alpha / 2) * Math.sqrt((x * (n - x)) / n ** 3));
  }
}

function wilson(x: number, n: number, z: number): Ends {
  // The two ends are the roots of (p - x/n)^2 = z^2 p(1 - p)/n. The lower one comes from their product,
  // x^2 / (n(n + z^2)), because the difference of centre and half-width loses digits when x is small.
  const upper = (x + z ** 2 / 2 + z * Math.sqrt((x * (n - x)) / n + z ** 2 / 4)) / (n + z ** 2);
  return { low: x === 0 ? 0 : (x * (x / n)) / ((n + z ** 2) * upper), high: x === n ? 1 : upper };
}

function agrestiCoull(x: number, n: number, z: number): Ends {
  const p = (x + z ** 2 / 2) / (n + z ** 2);
  return around(p, z * Math.sqrt((p * (1 - p)) / (n + z ** 2)));
}

/** The point of Beta(a, b) with probability alpha/2 below it. */
function lowerLimit(a: number, b: number, alpha: number): number {
  return betaRoot(alpha / 2, 1 - alpha / 2, a, b).x;
}

/** The point of Beta(a, b) with probability alpha/2 above it. */
function upperLimit(a: number, b: number, alpha: number): number {
  return betaRoot(1 - alpha / 2, alpha / 2, a, b).x;
}

function around(centre: number, halfWidth: number): Ends {
  return { low: centre - halfWidth, high: centre + halfWidth };
}
