import { digammaDifference } from "../math/gammaRatio.ts";
import { logBetaRatio } from "./logBetaRatio.ts";

/** The parameters of a contract model, all from 0; the shifted-beta-geometric model has c = 1. */
export interface Contract {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
}

/**
 * log of the share that, of those who have made `from` renewals, makes `to` of them at least: with
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta), log(S(to) / S(from)).
 */
export function logRetained({ alpha, beta, c }: Contract, from: number, to: number): number {
  return logBetaRatio(alpha, beta + power(from, c), powerStep(from, to, c));
}

/** Adds weight times the gradient of {@link logRetained} by alpha, beta and c. */
export function addSlopes(
  { alpha, beta, c }: Contract,
  from: number,
  to: number,
  weight: number,
  slopes: Float64Array,
): void {
  if (from === to) return;
  const start = power(from, c);
  const step = powerStep(from, to, c);
  const b = beta + start;
  const byAlpha = -digammaDifference(alpha + b, step);
  const byStart = digammaDifference(b, step) + byAlpha;
  const byStep = -digammaDifference(b + step, alpha);
  // The derivative of t^c by c is t^c log t, which is 0 at t = 0.
  const startByC = from === 0 ? 0 : start * Math.log(from);
  const endByC = (start + step) * Math.log(to);
  slopes[0] = (slopes[0] as number) + weight * byAlpha;
  slopes[1] = (slopes[1] as number) + weight * byStart;
  slopes[2] = (slopes[2] as number) + weight * (byStart * startByC + byStep * (endByC - startByC));
}

/** t^c, exactly t for c = 1. */
export function power(t: number, c: number): number {
  return c === 1 ? t : t ** c;
}

/** to^c - from^c, without cancellation. */
export function powerStep(from: number, to: number, c: number): number {
  if (c === 1) return to - from;
  if (from === 0) return to === 0 ? 0 : to ** c;
  return from ** c * Math.expm1(c * Math.log1p((to - from) / from));
}
