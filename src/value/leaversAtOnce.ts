import { digammaDifference, logGammaRatio } from "../math/gammaRatio.ts";
import type { Objective } from "../math/minimise.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/**
 * What the Pareto/NBD model tends to as s and beta go to 0: a share g leaves at once, and of the others nobody, whose
 * purchases are negative binomial,
 *
 *     L = (1 - g) Gamma(r + x)/Gamma(r) alpha^r / (alpha + T)^(r + x) + (g where x is 0),
 *
 * which is Lambert's zero inflation [Lambert1992]. By the logarithms of r, alpha and the odds g / (1 - g), for columns
 * x, tx and T; where x is above 0, tx has to be.
 */
export function leaversAtOnce({ size, columns, count }: GroupedColumns): Objective {
  const [frequency, , age] = columns as readonly [Float64Array, Float64Array, Float64Array];
  return (at, gradient) => {
    const [r, alpha, odds] = Array.from(at, Math.exp) as [number, number, number];
    const g = odds / (1 + odds);
    let [sum, byR, byAlpha, byOdds] = [0, 0, 0, 0];
    let [x, ratio, slope] = [-1, 0, 0];
    for (let row = 0; row < size; row++) {
      if (frequency[row] !== x) {
        x = frequency[row] as number;
        ratio = logGammaRatio(r, x);
        slope = digammaDifference(r, x);
      }
      const [T, weight] = [age[row] as number, count[row] as number];
      const silence = Math.log1p(T / alpha);
      const stays = ratio - r * silence - x * Math.log(alpha + T);
      const left = x === 0 ? odds : 0;
      const total = Math.exp(stays) + left;
      // How likely it is that this customer is one who stays.
      const stayed = left === 0 ? 1 : 1 - left / total;
      sum += weight * ((left === 0 ? stays : Math.log(total)) - Math.log1p(odds));
      byR += weight * stayed * (slope - silence);
      byAlpha += (weight * stayed * (r * T - x * alpha)) / (alpha + T);
      byOdds += weight * (1 - stayed - g);
    }
    gradient[0] = r * byR;
    gradient[1] = byAlpha;
    gradient[2] = byOdds;
    return sum;
  };
}

/** All buying at one rate: by the logarithms of the rate and of the odds, with an r that is as good as infinite. */
export function atOneRate(likelihood: Objective, logR: number): Objective {
  const slopes = new Float64Array(3);
  return ([buying, odds], gradient) => {
    const value = likelihood(Float64Array.of(logR, logR - (buying as number), odds as number), slopes);
    gradient[0] = -(slopes[1] as number);
    gradient[1] = slopes[2] as number;
    return value;
  };
}

/** Of a repeat purchase at age 0 the likelihood has no bound there. */
export function hasPurchasesAtOnce({ columns: [frequency, recency] }: GroupedColumns): boolean {
  return recency?.some((tx, row) => tx === 0 && (frequency?.[row] as number) > 0) === true;
}
