import { betaRoot } from "./betaRoot.ts";
import { betaTails } from "./incompleteBeta.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/** Beyond it the square of t would overflow, and the tail is a power of t to the last digit. */
const FAR = 1e150;
/** Below it a t with few degrees of freedom could leave the range that betaRoot reaches. */
const RARE = 1e-100;

/**
 * P(T <= t) for Student's t with real df > 0, with full relative accuracy in the lower tail.
 *
 * With x = df / (df + t^2), P(|T| > |t|) = I_x(df / 2, 1 / 2): formula 26.5.27 of Abramowitz and Stegun (1964).
 * [AbramowitzStegun1964]
 */
export function tCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  if (df === Infinity) return normalCdf(t);
  const tail = lowerTail(Math.abs(t), df);
  return t > 0 ? 1 - tail : tail;
}

/** P(T <= -t) for t >= 0. */
function lowerTail(t: number, df: number): number {
  if (t > FAR) return lowerTail(FAR, df) * (FAR / t) ** df;
  const square = t * t;
  const sum = df + square;
  return betaTails(df / sum, square / sum, df / 2, 0.5).lower / 2;
}

/** The t with P(T <= t) = p for Student's t with real df > 0; the normal quantile at df = Infinity. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (df === Infinity) return normalQuantile(p);
  return p <= 0.5 ? -distance(p, df) : distance(1 - p, df);
}

/** The t >= 0 with P(T <= -t) = p. */
function distance(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (df < 3 && p < RARE) return distance(RARE, df) * Math.exp(Math.log(RARE / p) / df);
  const { x, y } = betaRoot(2 * p, 1 - 2 * p, df / 2, 0.5);
  return Math.sqrt(df) * Math.sqrt(y / x);
}
