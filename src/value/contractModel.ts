import { digammaDifference } from "../math/gammaRatio.ts";
import { logBetaRatio } from "./logBetaRatio.ts";

/** The parameters of a contract model, all from 0; the shifted-beta-geometric model has c = 1. */
export interface Contract {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
}

// The logarithm of a t^c above which S is a power of it: t^c itself may be too large for a double.
const FAR = 460;

/**
 * log of the share that, of those who have made `from` renewals, makes `to` of them at least: with
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta), log(S(to) / S(from)). Far out, S falls as t^(-alpha c).
 */
export function logRetained({ alpha, beta, c }: Contract, from: number, to: number): number {
  const near = logBetaRatio(alpha, beta + power(from, c), powerStep(from, to, c));
  return near - alpha * (beyond(to, c) - beyond(from, c));
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
  const step = powerStep(from, to, c);
  const b = beta + power(from, c);
  const byAlpha = -digammaDifference(alpha + b, step);
  // The second difference of psi at b, with steps of alpha and `step`: the smaller one within, so that it cancels less.
  const byStart =
    step < alpha
      ? digammaDifference(b, step) + byAlpha
      : digammaDifference(b, alpha) - digammaDifference(b + step, alpha);
  const byEnd = -digammaDifference(b + step, alpha);
  const startByC = powerByC(from, c);
  const byC = byStart * startByC + byEnd * (powerByC(to, c) - startByC);
  const far = beyond(to, c) - beyond(from, c);
  const farByC = beyondByC(to, c) - beyondByC(from, c);
  slopes[0] = (slopes[0] as number) + weight * (byAlpha - far);
  slopes[1] = (slopes[1] as number) + weight * byStart;
  slopes[2] = (slopes[2] as number) + weight * (byC - alpha * farByC);
}

/** t^c, exactly t for c = 1, and no more than e^460. */
export function power(t: number, c: number): number {
  return c === 1 ? t : Math.min(t ** c, Math.exp(FAR));
}

/** to^c - from^c, without cancellation. */
export function powerStep(from: number, to: number, c: number): number {
  if (c === 1) return to - from;
  if (from === 0 || isFar(to, c)) return power(to, c) - power(from, c);
  return from ** c * Math.expm1(c * Math.log1p((to - from) / from));
}

/** The derivative of {@link power} by c. */
export function powerByC(t: number, c: number): number {
  return t === 0 || isFar(t, c) ? 0 : power(t, c) * Math.log(t);
}

/** How far log t^c is above that of {@link power}. */
function beyond(t: number, c: number): number {
  return isFar(t, c) ? c * Math.log(t) - FAR : 0;
}

function beyondByC(t: number, c: number): number {
  return isFar(t, c) ? Math.log(t) : 0;
}

function isFar(t: number, c: number): boolean {
  return c * Math.log(t) > FAR;
}
