import { digammaDifference, logGammaRatio } from "../math/gammaRatio.ts";
import type { Objective } from "../math/minimise.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/**
 * For columns x, tx and n, at the logarithms of alpha, beta, gamma and delta.
 *
 *     L   = C (sum of V_i gamma / (gamma + delta + tx + i) for i = 0 … m - 1, plus V_m),   m = n - tx,
 *     C   = B(alpha + x, beta + tx - x) / B(alpha, beta) B(gamma, delta + tx) / B(gamma, delta),
 *     V_i = V_(i-1) (beta + tx - x + i - 1) / (alpha + beta + tx + i - 1)
 *                   (delta + tx + i - 1) / (gamma + delta + tx + i - 1),   V_0 = 1:
 *
 * the sum over when the customer left, after tx + i opportunities or not yet, each term from the one before, so that
 * nothing cancels and nothing underflows that counts. Customers with the same x and tx stand together, by n: the sum of
 * one goes on where that of the last ended.
 */
export function bgBbLikelihood({ size, columns, count }: GroupedColumns): Objective {
  const [frequency, recency, age] = columns as readonly [Float64Array, Float64Array, Float64Array];
  return (at, gradient) => {
    const [alpha, beta, gamma, delta] = Array.from(at, Math.exp) as [number, number, number, number];
    let [sum, byAlpha, byBeta, byGamma, byDelta] = [0, 0, 0, 0, 0];
    let [x, tx, i, logC] = [-1, -1, 0, 0];
    // V_i, the sum up to it, and the logarithmic derivatives of C V_i.
    let [V, S, dAlpha, dBeta, dGamma, dDelta] = [1, 0, 0, 0, 0, 0];
    // The derivatives of the sum.
    let [sAlpha, sBeta, sGamma, sDelta] = [0, 0, 0, 0];
    for (let row = 0; row < size; row++) {
      if (frequency[row] !== x || recency[row] !== tx) {
        x = frequency[row] as number;
        tx = recency[row] as number;
        logC = logLeading(alpha, beta, gamma, delta, x, tx);
        dAlpha = digammaDifference(alpha, x) - digammaDifference(alpha + beta, tx);
        dBeta = digammaDifference(beta, tx - x) - digammaDifference(alpha + beta, tx);
        dGamma = -digammaDifference(gamma + delta, tx);
        dDelta = digammaDifference(delta, tx) + dGamma;
        [i, V, S, sAlpha, sBeta, sGamma, sDelta] = [0, 1, 0, 0, 0, 0, 0];
      }
      for (const m = (age[row] as number) - tx; i < m; i++) {
        const [failures, trials] = [beta + tx - x + i, alpha + beta + tx + i];
        const [stays, all] = [delta + tx + i, gamma + delta + tx + i];
        const term = (V * gamma) / all;
        S += term;
        sAlpha += term * dAlpha;
        sBeta += term * dBeta;
        sGamma += term * (dGamma + stays / (gamma * all));
        sDelta += term * (dDelta - 1 / all);
        V *= (failures / trials) * (stays / all);
        dAlpha -= 1 / trials;
        dBeta += (alpha + x) / (failures * trials);
        dGamma -= 1 / all;
        dDelta += gamma / (stays * all);
      }
      const weight = count[row] as number;
      const total = S + V;
      sum += weight * (logC + Math.log(total));
      byAlpha += (weight * (sAlpha + V * dAlpha)) / total;
      byBeta += (weight * (sBeta + V * dBeta)) / total;
      byGamma += (weight * (sGamma + V * dGamma)) / total;
      byDelta += (weight * (sDelta + V * dDelta)) / total;
    }
    gradient[0] = alpha * byAlpha;
    gradient[1] = beta * byBeta;
    gradient[2] = gamma * byGamma;
    gradient[3] = delta * byDelta;
    return sum;
  };
}

/** log C. */
export function logLeading(
  alpha: number,
  beta: number,
  gamma: number,
  delta: number,
  x: number,
  tx: number,
): number {
  const buys = logGammaRatio(alpha, x) + logGammaRatio(beta, tx - x) - logGammaRatio(alpha + beta, tx);
  return buys + logGammaRatio(delta, tx) - logGammaRatio(gamma + delta, tx);
}
