import { digammaDifference, logGammaRatio } from "../math/gammaRatio.ts";
import { groupAlike } from "../math/groupAlike.ts";
import type { Objective } from "../math/minimise.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/**
 * The log-likelihood of the BG/NBD (`first` 0) or the MBG/NBD (1), for columns x, tx and T, at the logarithms of r, alpha,
 * a and b. The formula is that of {@link dropoutModel}, with k = x + first, D = (r + x) log((alpha + T)/(alpha + tx)):
 *
 *     log L = log (r)_x - r log(1 + T/alpha) - x log(alpha + T) + log (b)_(k-1) - log (a + b)_k + D + log(a + (b + k - 1) e^-D)
 *
 * where what comes after log(alpha + T) is missing when k = 0. Terms of x alone are computed once for customers with the
 * same x, who stand together, and those of T alone once for every T.
 */
export function bgNbdLikelihood(data: GroupedColumns, first: 0 | 1): Objective {
  const { size, count } = data;
  const [frequency, recency, age] = data.columns as readonly [Float64Array, Float64Array, Float64Array];
  const ages = byAge(data);
  return (at, gradient) => {
    const [r, alpha, a, b] = Array.from(at, Math.exp) as [number, number, number, number];
    let sum = 0;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    for (let i = 0; i < ages.age.length; i++) {
      const [T, n, purchases] = [ages.age[i] as number, ages.n[i] as number, ages.purchases[i] as number];
      const grown = n * Math.log1p(T / alpha);
      sum -= r * grown + purchases * Math.log(alpha + T);
      byR -= grown;
      byAlpha += (n * r * T - purchases * alpha) / (alpha + T);
    }
    for (let row = 0; row < size; ) {
      const x = frequency[row] as number;
      const k = x + first;
      let n = 0;
      let inverses = 0;
      let shares = 0;
      for (; row < size && frequency[row] === x; row++) {
        const weight = count[row] as number;
        n += weight;
        if (k === 0) continue;
        const [tx, T] = [recency[row] as number, age[row] as number];
        const gap = (T - tx) / (alpha + tx);
        const silence = Math.log1p(gap);
        const D = (r + x) * silence;
        const share = Math.exp(-D);
        const either = a + (b + (k - 1)) * share;
        const inverse = weight / either;
        sum += weight * (D + Math.log(either));
        inverses += inverse;
        shares += inverse * share;
        // P(left), as often as there are such customers.
        const left = a * inverse;
        byR += left * silence;
        byAlpha -= (left * (r + x) * gap * alpha) / (alpha + T);
      }
      sum += n * logGammaRatio(r, x);
      byR += n * digammaDifference(r, x);
      if (k === 0) continue;
      sum += n * (logGammaRatio(b, k - 1) - logGammaRatio(a + b, k));
      const both = n * digammaDifference(a + b, k);
      byA += inverses - both;
      byB += n * digammaDifference(b, k - 1) + shares - both;
    }
    gradient[0] = r * byR;
    gradient[1] = byAlpha;
    gradient[2] = a * byA;
    gradient[3] = b * byB;
    return sum;
  };
}

/** How many customers there are of each age, and their purchases. */
function byAge({ size, columns, count }: GroupedColumns): Record<"age" | "n" | "purchases", Float64Array> {
  const [frequency, , column] = columns as readonly [Float64Array, Float64Array, Float64Array];
  const { first, groupOf } = groupAlike([column]);
  const age = Float64Array.from(first, (row) => column[row] as number);
  const n = new Float64Array(age.length);
  const purchases = new Float64Array(age.length);
  for (let row = 0; row < size; row++) {
    const group = groupOf[row] as number;
    const weight = count[row] as number;
    n[group] = (n[group] as number) + weight;
    purchases[group] = (purchases[group] as number) + weight * (frequency[row] as number);
  }
  return { age, n, purchases };
}
