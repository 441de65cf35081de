import { betaRoot } from "./betaRoot.ts";
import { betaTails } from "./incompleteBeta.ts";

/** P(X <= x) for a beta distribution. */
export function betaCdf(x: number, a: number, b: number): number {
  const inside = Math.min(1, Math.max(0, x));
  return betaTails(inside, 1 - inside, a, b).lower;
}

/**
 * The x with P(X <= x) = p for a beta distribution.
 * Where it is next to 1, betaQuantile(1 - p, b, a) says how far from it.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return NaN;
  if (p === 0 || p === 1) return p;
  return betaRoot(p, 1 - p, a, b).x;
}
