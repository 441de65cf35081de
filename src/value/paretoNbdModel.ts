import { logGammaRatio } from "../math/gammaRatio.ts";
import { logConcaveIntegral } from "../math/logConcaveIntegral.ts";
import type { Uniform } from "../stats/random.ts";
import { randomGamma, randomPoisson } from "../stats/randomVariates.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";

/**
 * The formulas of the Pareto/NBD model [SchmittleinMorrisonColombo1987], with the letters of [FaderHardie2005]. Each
 * integral is taken as what it is, of something positive, instead of as a difference of hypergeometric functions.
 * [The page on methods](../../docs/methods/clv-models.md) derives the forms.
 */
export const paretoNbdModel: PurchaseModel = {
  model: "paretoNbd",
  parameters: ["r", "alpha", "s", "beta"],
  discrete: false,
  logLikelihood,
  probabilityAlive,
  expectedPurchases: (theta, x, tx, T, horizon) =>
    futureRate(theta, x, tx, T) * timeAlive(at(theta, 2), at(theta, 3) + T, horizon),
  discountedPurchases: (theta, x, tx, T, discountRate, horizon) =>
    futureRate(theta, x, tx, T) * discountedTime(at(theta, 2), at(theta, 3) + T, discountRate, horizon),
  newCustomerPurchases: (theta, horizon) =>
    (at(theta, 0) / at(theta, 1)) * timeAlive(at(theta, 2), at(theta, 3), horizon),
  purchaseCounts,
  drawPurchases,
};

function at(theta: Theta, index: number): number {
  return theta[index] as number;
}

/**
 *     log L = log Gamma(r + x) / Gamma(r) - r log(1 + tx/alpha) - x log(alpha + tx) - s log(1 + tx/beta) + log(A + D)
 *
 * with A and D, the shares of those who are alive at T and of those who left after tx, among all who bought so up to tx.
 */
function logLikelihood(theta: Theta, x: number, tx: number, T: number): number {
  const [r, alpha, s, beta] = [at(theta, 0), at(theta, 1), at(theta, 2), at(theta, 3)];
  const stayed = Math.exp(-silence(theta, x, tx, T));
  const left = Math.exp(logLeft(r + x, s, alpha + tx, beta + tx, T - tx));
  return (
    logGammaRatio(r, x) -
    r * Math.log1p(tx / alpha) -
    x * Math.log(alpha + tx) -
    s * Math.log1p(tx / beta) +
    Math.log(stayed + left)
  );
}

/** P(alive) = A / (A + D) = 1 / (1 + D/A). */
function probabilityAlive(theta: Theta, x: number, tx: number, T: number): number {
  const [r, alpha, s, beta] = [at(theta, 0), at(theta, 1), at(theta, 2), at(theta, 3)];
  return 1 / (1 + Math.exp(logLeft(r + x, s, alpha + tx, beta + tx, T - tx) + silence(theta, x, tx, T)));
}

/** -log A, where A = ((alpha + tx)/(alpha + T))^(r + x) ((beta + tx)/(beta + T))^s. */
function silence(theta: Theta, x: number, tx: number, T: number): number {
  const gap = T - tx;
  return (
    (at(theta, 0) + x) * Math.log1p(gap / (at(theta, 1) + tx)) +
    at(theta, 2) * Math.log1p(gap / (at(theta, 3) + tx))
  );
}

/**
 *     log D,   D = s (integral from 0 to gap of (1 + v/a)^-m (1 + v/b)^-s dv / (b + v)).
 *
 * With v = c (e^y - 1), c the smaller of a and b and k = c / the larger, the logarithm of the integrand is
 * -p y - q log(1 + k (e^y - 1)), which is concave.
 */
function logLeft(m: number, s: number, a: number, b: number, gap: number): number {
  return b <= a
    ? Math.log(s) + logConcaveIntegral(powers, powersSlope, 0, Math.log1p(gap / b), s, m, b / a)
    : Math.log(s * (a / b)) +
        logConcaveIntegral(powers, powersSlope, 0, Math.log1p(gap / a), m - 1, s + 1, a / b);
}

function powers(y: number, p: number, q: number, k: number): number {
  return -p * y - q * Math.log1p(k * Math.expm1(y));
}

function powersSlope(y: number, p: number, q: number, k: number): number {
  return -p - (q * k * Math.exp(y)) / (1 + k * Math.expm1(y));
}

/** P(alive) E(rate of purchases | alive). */
function futureRate(theta: Theta, x: number, tx: number, T: number): number {
  return (probabilityAlive(theta, x, tx, T) * (at(theta, 0) + x)) / (at(theta, 1) + T);
}

/**
 *     integral from 0 to horizon of (b / (b + u))^s du = b (1 - (b/(b + horizon))^(s - 1)) / (s - 1),
 *
 * which has no gap at s = 1: with L = log(1 + horizon/b) it is b (1 - e^(-(s - 1) L)) / (s - 1), and b L there.
 */
function timeAlive(s: number, b: number, horizon: number): number {
  const L = Math.log1p(horizon / b);
  return s === 1 ? b * L : (b * -Math.expm1((1 - s) * L)) / (s - 1);
}

/**
 *     integral from 0 to horizon of (b / (b + u))^s e^(-delta u) du,   delta = log(1 + discountRate).
 *
 * With u = b (e^y - 1) and z = delta b, the logarithm of the integrand is (1 - s) y - z (e^y - 1), which is concave.
 * Beyond z (e^y - 1) = 50 nothing counts, whatever s.
 */
function discountedTime(s: number, b: number, discountRate: number, horizon: number): number {
  const delta = Math.log1p(discountRate);
  if (delta === 0) return timeAlive(s, b, horizon);
  const end = Math.log1p(Math.min(horizon / b, 50 / delta / b));
  return Math.exp(Math.log(b) + logConcaveIntegral(discounted, discountedSlope, 0, end, s, delta * b));
}

function discounted(y: number, s: number, z: number): number {
  return (1 - s) * y - z * Math.expm1(y);
}

function discountedSlope(y: number, s: number, z: number): number {
  return 1 - s - z * Math.exp(y);
}

/**
 * P(X(t) = k), of somebody who stays beyond t or leaves at some u before [FaderHardie2020]:
 *
 *     NB_k(t) (beta/(beta + t))^s + integral from 0 to t of NB_k(u) s beta^s / (beta + u)^(s + 1) du,
 *     NB_k(u) = Gamma(r + k) / (Gamma(r) k!) (alpha/(alpha + u))^r (u/(alpha + u))^k.
 *
 * For k = 0 that is the likelihood of no purchase; otherwise u = t e^w makes the logarithm of the integrand concave.
 */
function purchaseCounts(theta: Theta, t: number, probabilities: Float64Array): void {
  probabilities.fill(0);
  probabilities[0] = Math.exp(logLikelihood(theta, 0, 0, t));
  if (t === 0) return;
  const [r, alpha, s, beta] = [at(theta, 0), at(theta, 1), at(theta, 2), at(theta, 3)];
  const stayed = -r * Math.log1p(t / alpha) - s * Math.log1p(t / beta);
  const left = Math.log(s * (t / beta));
  let ways = 0;
  for (let k = 1; k < probabilities.length; k++) {
    ways += Math.log((r + k - 1) / k);
    // Below this share of t the logarithm rises with a slope of at least 1/2, so that 80 further down nothing counts.
    const share = Math.min(1, alpha / t / (r + k) / 4, beta / t / (s + 1) / 4);
    const integral = logConcaveIntegral(
      gone,
      goneSlope,
      Math.log(share) - 80,
      0,
      k + 1,
      r + k,
      t / alpha,
      s + 1,
      t / beta,
    );
    probabilities[k] =
      Math.exp(ways + stayed - k * Math.log1p(alpha / t)) +
      Math.exp(ways + left + k * Math.log(t / alpha) + integral);
  }
}

function gone(w: number, k: number, m: number, a: number, q: number, b: number): number {
  const share = Math.exp(w);
  return k * w - m * Math.log1p(a * share) - q * Math.log1p(b * share);
}

function goneSlope(w: number, k: number, m: number, a: number, q: number, b: number): number {
  const share = Math.exp(w);
  return k - (m * a * share) / (1 + a * share) - (q * b * share) / (1 + b * share);
}

/**
 * Given the past, one is alive with P(alive), and then the rates of buying and of leaving are independent gammas: of
 * shape r + x and rate alpha + T, and of shape s and rate beta + T.
 */
function drawPurchases(
  theta: Theta,
  x: number,
  tx: number,
  T: number,
  horizon: number,
  uniform: Uniform,
): number {
  if (uniform() >= probabilityAlive(theta, x, tx, T)) return 0;
  const buying = randomGamma(at(theta, 0) + x, uniform) / (at(theta, 1) + T);
  const leaving = randomGamma(at(theta, 2), uniform) / (at(theta, 3) + T);
  const patience = -Math.log1p(-uniform());
  return randomPoisson(buying * (patience < leaving * horizon ? patience / leaving : horizon), uniform);
}
