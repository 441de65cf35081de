import { stirlingError } from "../math/stirlingError.ts";
import type { Uniform } from "./random.ts";

/**
 * A random binomial count: how many of n independent trials succeed, each with probability p.
 * Exact, and its cost does not grow with n: inversion while few successes are expected, transformed
 * rejection with squeeze (algorithm BTRS) otherwise [Hormann1993].
 */
export function randomBinomial(n: number, p: number, uniform: Uniform): number {
  if (p > 0.5) return n - randomBinomial(n, 1 - p, uniform);
  return n * p < 10 ? inversion(n, p, uniform) : transformedRejection(n, p, uniform);
}

/** Walks up the probabilities of 0, 1, 2, … successes until they pass a uniform number. */
function inversion(n: number, p: number, uniform: Uniform): number {
  const odds = p / (1 - p);
  let probability = Math.exp(n * Math.log1p(-p));
  let rest = uniform();
  let k = 0;
  while (rest > probability && k < n) {
    rest -= probability;
    k += 1;
    probability *= ((n - k + 1) / k) * odds;
  }
  return k;
}

/** The letters and the numeric constants are those of the paper's table for BTRS; it needs n p >= 10, p <= 1/2. */
function transformedRejection(n: number, p: number, uniform: Uniform): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    if (Math.log((v * alpha) / (a / us ** 2 + b)) <= logRatioToMode(k, mode, n, p)) return k;
  }
}

/** log P(k) - log P(mode), by Stirling's formula with its error, since log-factorials cancel for large n. */
function logRatioToMode(k: number, mode: number, n: number, p: number): number {
  const odds = p / (1 - p);
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
    (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
    (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
    stirlingError(mode + 1) +
    stirlingError(n - mode + 1) -
    stirlingError(k + 1) -
    stirlingError(n - k + 1)
  );
}
