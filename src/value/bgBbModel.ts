import { betaGeometricSum } from "../math/betaGeometricSum.ts";
import type { Uniform } from "../stats/random.ts";
import { randomBeta } from "../stats/randomVariates.ts";
import { logLeading } from "./bgBbLikelihood.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";

/**
 * BG/BB: at each opportunity a customer who is still there buys with a probability of their own, beta distributed with
 * alpha and beta, after leaving for good with a probability of their own, beta distributed with gamma and delta
 * [FaderHardieShang2010]. x of n = T opportunities were taken, the last of them the tx-th.
 *
 * gamma = 0 is the beta-binomial model, in which nobody leaves, whatever delta is; with beta = 0 everybody buys until
 * they leave, whatever alpha is.
 */
export const bgBbModel: PurchaseModel = {
  model: "bgBb",
  parameters: ["alpha", "beta", "gamma", "delta"],
  discrete: true,

  logLikelihood(theta: Theta, x: number, tx: number, n: number): number {
    return leading(theta, x, tx) + Math.log(history(theta, x, tx, n, false));
  },

  // P(alive at opportunity n + 1): not only after the n-th.
  probabilityAlive(theta: Theta, x: number, tx: number, n: number): number {
    return history(theta, x, tx, n, true) * stay(theta, n);
  },

  expectedPurchases(theta: Theta, x: number, tx: number, n: number, horizon: number): number {
    return bgBbModel.discountedPurchases(theta, x, tx, n, 0, horizon);
  },

  /**
   *     P(alive at n + 1) (alpha + x) / (alpha + beta + n) (sum for k = 1 … horizon of
   *       (1 + discountRate)^-k (delta + n + 1)_(k-1) / (gamma + delta + n + 1)_(k-1))
   */
  discountedPurchases(
    theta: Theta,
    x: number,
    tx: number,
    n: number,
    discountRate: number,
    horizon: number,
  ): number {
    const [alpha, beta] = [alphaOf(theta), theta[1] as number];
    const rate = Math.log1p(discountRate);
    const sum = betaGeometricSum(deltaOf(theta) + n + 1, theta[2] as number, rate, horizon);
    const buys = (alpha + x) / (alpha + beta + n);
    return (bgBbModel.probabilityAlive(theta, x, tx, n) * buys * sum) / (1 + discountRate);
  },

  newCustomerPurchases(theta: Theta, horizon: number): number {
    return bgBbModel.discountedPurchases(theta, 0, 0, 0, 0, horizon);
  },

  /**
   * For k purchases by opportunity n, with T_i = P(alive at i, k purchases by i):
   *
   *     P(k) = sum of T_i gamma / (gamma + delta + i) for i = k … n - 1, plus T_n.
   */
  purchaseCounts(theta: Theta, n: number, probabilities: Float64Array): void {
    const [alpha, beta] = [alphaOf(theta), theta[1] as number];
    const [gamma, delta] = [theta[2] as number, deltaOf(theta)];
    probabilities.fill(0);
    for (let k = 0; k <= n && k < probabilities.length; k++) {
      let log = leading(theta, k, k);
      let [term, sum] = [1, 0];
      for (let i = k; i < n; i++) {
        const all = gamma + delta + i;
        sum += (term * gamma) / all;
        // (i + 1) / (i + 1 - k) of the orders in which the k can stand among i + 1.
        term *= ((i + 1) / (i + 1 - k)) * ((beta + i - k) / (alpha + beta + i)) * ((delta + i) / all);
        if (term > BIG) {
          term /= BIG;
          sum /= BIG;
          log += Math.log(BIG);
        }
      }
      probabilities[k] = Math.exp(log + Math.log(sum + term));
    }
  },

  drawPurchases(theta: Theta, x: number, tx: number, n: number, horizon: number, uniform: Uniform): number {
    const [alpha, beta] = [alphaOf(theta), theta[1] as number];
    const [gamma, delta] = [theta[2] as number, deltaOf(theta)];
    if (uniform() >= history(theta, x, tx, n, true)) return 0;
    const leaves = gamma === 0 ? 0 : randomBeta(gamma, delta + n, uniform);
    const buys = beta + n - x === 0 ? 1 : randomBeta(alpha + x, beta + n - x, uniform);
    // P(still there for k opportunities) = (1 - leaves)^k
    const there = Math.min(horizon, Math.floor(Math.log(uniform()) / Math.log1p(-leaves)));
    let purchases = 0;
    for (let i = 0; i < there; i++) if (uniform() < buys) purchases += 1;
    return purchases;
  },
};

const BIG = 1e200;

/** With beta = 0 it does not matter. */
function alphaOf(theta: Theta): number {
  return theta[1] === 0 ? 1 : (theta[0] as number);
}

/** With gamma = 0 it does not matter. */
function deltaOf(theta: Theta): number {
  return theta[2] === 0 ? 1 : (theta[3] as number);
}

/** log C, see bgBbLikelihood.ts. */
function leading(theta: Theta, x: number, tx: number): number {
  return logLeading(alphaOf(theta), theta[1] as number, theta[2] as number, deltaOf(theta), x, tx);
}

/**
 * L / C = sum of V_i gamma / (gamma + delta + tx + i) for i = 0 … n - tx - 1, plus V_(n - tx), see bgBbLikelihood.ts; or
 * what share of it the last term is: P(alive after opportunity n).
 */
function history(theta: Theta, x: number, tx: number, n: number, share: boolean): number {
  const [alpha, beta] = [alphaOf(theta), theta[1] as number];
  const [gamma, delta] = [theta[2] as number, deltaOf(theta)];
  let [V, sum] = [1, 0];
  for (let i = tx; i < n; i++) {
    const all = gamma + delta + i;
    sum += (V * gamma) / all;
    V *= ((beta - x + i) / (alpha + beta + i)) * ((delta + i) / all);
  }
  return share ? V / (sum + V) : sum + V;
}

/** P(alive at opportunity n + 1 | alive after the n-th). */
function stay(theta: Theta, n: number): number {
  const stays = deltaOf(theta) + n;
  return stays / ((theta[2] as number) + stays);
}
