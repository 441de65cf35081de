import { logGammaRatio } from "../math/gammaRatio.ts";
import type { Uniform } from "../stats/random.ts";
import { randomBeta, randomGamma, randomPoisson } from "../stats/randomVariates.ts";
import { discountedOfAlive, purchasesOfAlive } from "./aliveProcess.ts";
import { countProbability, countTail } from "./negativeBinomial.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";

/**
 * The formulas of the BG/NBD and of the MBG/NBD. The two differ in when a customer can leave: in the first after each
 * repeat purchase, in the second after the first purchase as well. With `first` 0 or 1, a customer with x repeats has
 * had k = x + first chances to leave.
 *
 * Purchases come at rate lambda ~ Gamma(r, alpha), and at each chance the customer leaves with probability
 * p ~ Beta(a, b). Of somebody with x repeats who has not left by T, lambda ~ Gamma(r + x, alpha + T) and
 * p ~ Beta(a, b + k), independently of each other: what they do next depends on first only through k.
 *
 * [The page on methods](../../docs/methods/clv-models.md) derives the forms.
 */
export function dropoutModel(model: string, first: 0 | 1): PurchaseModel {
  const chanceOfAlive = (theta: Theta, x: number, tx: number, T: number): number =>
    x + first === 0 ? 1 : logistic(logStayed(theta, x + first) - logLeft(theta, x, tx, T));
  return {
    model,
    parameters: ["r", "alpha", "a", "b"],
    discrete: false,
    logLikelihood: (theta, x, tx, T) => logLikelihood(theta, x, x + first, tx, T),
    probabilityAlive: chanceOfAlive,
    expectedPurchases: (theta, x, tx, T, horizon) =>
      chanceOfAlive(theta, x, tx, T) * purchases(theta, x, x + first, T, horizon),
    discountedPurchases(theta, x, tx, T, discountRate, horizon) {
      const alive = chanceOfAlive(theta, x, tx, T);
      if (discountRate === 0) return alive * purchases(theta, x, x + first, T, horizon);
      const scale = at(theta, 1) + T;
      const delta = scale * Math.log1p(discountRate);
      const [s, b] = [at(theta, 0) + x, at(theta, 3) + x + first];
      return alive * discountedOfAlive(at(theta, 2), b, s, horizon / scale, delta);
    },
    newCustomerPurchases: (theta, horizon) =>
      (first === 0 ? 1 : stays(theta)) * purchases(theta, 0, first, 0, horizon),
    purchaseCounts: (theta, horizon, probabilities) => purchaseCounts(theta, first, horizon, probabilities),
    drawPurchases(theta, x, tx, T, horizon, uniform) {
      if (!(uniform() < chanceOfAlive(theta, x, tx, T))) return 0;
      const lambda = randomGamma(at(theta, 0) + x, uniform) / (at(theta, 1) + T);
      const most = randomDeparture(at(theta, 2), at(theta, 3) + x + first, uniform);
      return Math.min(most, randomPoisson(lambda * horizon, uniform));
    },
  };
}

function at(theta: Theta, index: number): number {
  return theta[index] as number;
}

/** E(1 - p): the share of new customers who stay after the first purchase, where that is a chance to leave. */
function stays(theta: Theta): number {
  return at(theta, 3) / (at(theta, 2) + at(theta, 3));
}

/**
 * Of somebody with x repeats, the last at tx, who had k chances to leave, with (b)_k = b (b + 1) … (b + k - 1):
 *
 *     L = (r)_x alpha^r (b)_(k-1) / (a + b)_k [(b + k - 1) (alpha + T)^-(r + x) + a (alpha + tx)^-(r + x)]
 *
 * The first term is of those who stayed at the last chance, too, the second of those who left there. Without any
 * chance (k = 0) nobody has left: L = (r)_x alpha^r (alpha + T)^-(r + x).
 */
function logLikelihood(theta: Theta, x: number, k: number, tx: number, T: number): number {
  const [r, alpha, a, b] = [at(theta, 0), at(theta, 1), at(theta, 2), at(theta, 3)];
  const buys = logGammaRatio(r, x) - r * Math.log1p(T / alpha) - x * Math.log(alpha + T);
  if (k === 0) return buys;
  const stayed = logStayed(theta, k);
  const left = logLeft(theta, x, tx, T);
  const either = Math.max(stayed, left) + Math.log1p(Math.exp(-Math.abs(stayed - left)));
  return buys + logGammaRatio(b, k - 1) - logGammaRatio(a + b, k - 1) - Math.log(a + b + (k - 1)) + either;
}

/** The logarithm of the first term in brackets, times (alpha + T)^(r + x). With b = 0 everybody leaves at the first chance. */
function logStayed(theta: Theta, k: number): number {
  const b = at(theta, 3);
  return b === 0 ? -Infinity : Math.log(b + (k - 1));
}

/** The logarithm of the second, times the same: log a + (r + x) log((alpha + T) / (alpha + tx)). */
function logLeft(theta: Theta, x: number, tx: number, T: number): number {
  return Math.log(at(theta, 2)) + (at(theta, 0) + x) * Math.log1p((T - tx) / (at(theta, 1) + tx));
}

/** e^y / (1 + e^y). */
function logistic(y: number): number {
  const small = Math.exp(-Math.abs(y));
  return (y < 0 ? small : 1) / (1 + small);
}

/** E(purchases in the time to come | x repeats, stayed at k chances, alive at T). */
function purchases(theta: Theta, x: number, k: number, T: number, horizon: number): number {
  return purchasesOfAlive(at(theta, 2), at(theta, 3) + k, at(theta, 0) + x, horizon / (at(theta, 1) + T));
}

/**
 * P(X = n) = g_k P(N = n) + (g_(k-1) - g_k) P(N >= n), k = n + first, where N counts what would be bought if nobody left
 * and g_k = (b)_k / (a + b)_k is the share who stay at k chances: n purchases in all the time, or as many until leaving.
 */
function purchaseCounts(theta: Theta, first: 0 | 1, horizon: number, probabilities: Float64Array): void {
  const [r, a, b] = [at(theta, 0), at(theta, 2), at(theta, 3)];
  const w = horizon / at(theta, 1);
  // The tails, from the last on: each is the next and one probability, all positive.
  let tail = countTail(probabilities.length, r, w);
  for (let n = probabilities.length - 1; n >= 0; n--) {
    tail += countProbability(n, r, w);
    probabilities[n] = tail;
  }
  let stay = first === 0 ? 1 : stays(theta);
  let leave = first === 0 ? 0 : a / (a + b);
  for (let n = 0; n < probabilities.length; n++) {
    probabilities[n] = stay * countProbability(n, r, w) + leave * (probabilities[n] as number);
    leave = (stay * a) / (a + b + n + first);
    stay *= (b + n + first) / (a + b + n + first);
  }
}

/** The purchase after which somebody leaves: geometric, P(G > n) = (1 - p)^n, with p ~ Beta(a, b). Infinite for p = 0. */
function randomDeparture(a: number, b: number, uniform: Uniform): number {
  const p = randomBeta(a, b, uniform);
  return Math.floor(Math.log(uniform()) / Math.log1p(-p)) + 1;
}
