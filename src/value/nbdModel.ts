import { logGammaRatio } from "../math/gammaRatio.ts";
import { randomGamma, randomPoisson } from "../stats/randomVariates.ts";
import { countProbability } from "./negativeBinomial.ts";
import type { PurchaseModel, Theta } from "./purchaseModel.ts";

/**
 * The formulas of the NBD [Ehrenberg1959]: purchases at rate lambda ~ Gamma(r, alpha), and nobody leaves. Of a customer
 * with x purchases by T, lambda ~ Gamma(r + x, alpha + T).
 */
export const nbdModel: PurchaseModel = {
  model: "nbd",
  parameters: ["r", "alpha"],
  discrete: false,
  logLikelihood(theta, x, _tx, T) {
    const r = theta[0] as number;
    const alpha = theta[1] as number;
    return logGammaRatio(r, x) - r * Math.log1p(T / alpha) - x * Math.log(alpha + T);
  },
  probabilityAlive: () => 1,
  expectedPurchases: (theta, x, _tx, T, horizon) => rateOf(theta, x, T) * horizon,
  /** The integral of rate exp(-delta u), delta = log(1 + discountRate). */
  discountedPurchases(theta, x, _tx, T, discountRate, horizon) {
    const rate = rateOf(theta, x, T);
    const delta = Math.log1p(discountRate);
    return delta === 0 ? rate * horizon : (rate * -Math.expm1(-delta * horizon)) / delta;
  },
  newCustomerPurchases: (theta, horizon) => rateOf(theta, 0, 0) * horizon,
  purchaseCounts(theta, horizon, probabilities) {
    const w = horizon / (theta[1] as number);
    for (let k = 0; k < probabilities.length; k++)
      probabilities[k] = countProbability(k, theta[0] as number, w);
  },
  drawPurchases(theta, x, _tx, T, horizon, uniform) {
    const lambda = randomGamma((theta[0] as number) + x, uniform) / ((theta[1] as number) + T);
    return randomPoisson(lambda * horizon, uniform);
  },
};

function rateOf(theta: Theta, x: number, T: number): number {
  return ((theta[0] as number) + x) / ((theta[1] as number) + T);
}
