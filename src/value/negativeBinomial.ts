import { betaLogitDensity, betaTails } from "../math/incompleteBeta.ts";

/**
 * P(N = k) for the number of purchases N up to w of customers whose rates are Gamma(r, 1), when nobody leaves:
 * (r)_k / k! z^k (1 - z)^r with z = w / (1 + w). In the saddle-point form of the beta density, so that nothing large
 * cancels [Loader2000].
 */
export function countProbability(k: number, r: number, w: number): number {
  if (k === 0) return Math.exp(-r * Math.log1p(w));
  return betaLogitDensity(w / (1 + w), 1 / (1 + w), k, r) / k;
}

/** P(N >= k), the regularised incomplete beta function I_z(k, r): formula 26.5.24 of [AbramowitzStegun1964]. */
export function countTail(k: number, r: number, w: number): number {
  return k === 0 ? 1 : betaTails(w / (1 + w), 1 / (1 + w), k, r).lower;
}
