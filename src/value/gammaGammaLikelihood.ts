import { digamma, digammaRemainder } from "../math/digamma.ts";
import type { Objective } from "../math/minimise.ts";
import { stirlingError } from "../math/stirlingError.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/**
 * For columns x and m, both above 0, at the logarithms of p, q and v. The term -log m of every customer, which no
 * parameter moves, is left out.
 *
 * With A = p x, N = A + q, s = x m and y = s / (v + s), which is beta distributed with A and q,
 *
 *     log L = log Gamma(N) - log Gamma(A) - log Gamma(q) + A log y + q log(1 - y) - log m
 *           = -D + log(A q / (2 pi N)) / 2 + delta(N) - delta(A) - delta(q) - log m,
 *     D     = A log(A / (N y)) + q log(q / (N (1 - y))).
 *
 * The second line is Loader's saddle-point form [Loader2000], whose large terms have cancelled on paper: it keeps its
 * digits also for p and q of many millions. Both logarithms of D are of 1 plus a multiple of e = A - N y.
 * What depends on x alone is computed once for customers with the same x: they stand together.
 */
export function gammaGammaLikelihood({ size, columns, count }: GroupedColumns): Objective {
  const [frequency, spend] = columns as readonly [Float64Array, Float64Array];
  return (at, gradient) => {
    const [p, q, v] = [Math.exp(at[0] as number), Math.exp(at[1] as number), Math.exp(at[2] as number)];
    const [errorQ, remainderQ] = [stirlingError(q), logLessDigamma(q)];
    let [sum, byP, byQ, byV] = [0, 0, 0, 0];
    let [x, A, N, constant, slopeP, slopeQ] = [-1, 0, 0, 0, 0, 0];
    for (let row = 0; row < size; row++) {
      if (frequency[row] !== x) {
        x = frequency[row] as number;
        A = p * x;
        N = A + q;
        constant =
          0.5 * Math.log(((A / N) * q) / (2 * Math.PI)) + stirlingError(N) - stirlingError(A) - errorQ;
        const remainderN = logLessDigamma(N);
        slopeP = logLessDigamma(A) - remainderN;
        slopeQ = remainderQ - remainderN;
      }
      const s = x * (spend[row] as number);
      const total = v + s;
      const e = A * (v / total) - q * (s / total);
      const [u, w] = [e / A, e / q];
      // log(A / (N y)) and log(q / (N (1 - y)))
      const first = u < 0.5 ? -Math.log1p(-u) : Math.log(A / N) + (Math.log(total) - Math.log(s));
      const second = w > -0.5 ? -Math.log1p(w) : Math.log(q / N) + (Math.log(total) - Math.log(v));
      const weight = count[row] as number;
      sum += weight * (constant - A * first - q * second);
      byP += weight * A * (slopeP - first);
      byQ += weight * (slopeQ - second);
      byV -= weight * e;
    }
    gradient[0] = byP;
    gradient[1] = q * byQ;
    gradient[2] = byV;
    return sum;
  };
}

/** log z - psi(z). */
export function logLessDigamma(z: number): number {
  return z < 10 ? Math.log(z) - digamma(z) : digammaRemainder(z);
}
