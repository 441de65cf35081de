import { bisect } from "../math/bisect.ts";
import { deviance } from "../math/deviance.ts";
import { stirlingError } from "../math/stirlingError.ts";
import type { Limit, LimitFit } from "./fitModel.ts";
import { logLessDigamma } from "./gammaGammaLikelihood.ts";
import type { GroupedColumns } from "./groupedColumns.ts";

/**
 * Where the Gamma-Gamma model has no finite maximum, for columns x and m. `logs` is the sum of log m in the user's
 * money.
 *
 * - p at infinity: a customer's purchases are all alike, and v / m is gamma distributed with shape q: the mean spend
 *   of many purchases varies no less than that of one.
 * - q at infinity: all customers spend alike, and m is gamma distributed with shape p x and mean p v / q.
 */
export function gammaGammaLimits(data: GroupedColumns, logs: number): readonly Limit<"p" | "q" | "v">[] {
  return [
    {
      boundary: null,
      reason: "the purchases of one customer hardly differ: p grows without limit, and v with 1 / p",
      values: {},
      fit: () => withinCustomers(data, logs),
    },
    {
      boundary: null,
      reason: "customers hardly differ in what they spend: q and v grow without limit",
      values: {},
      fit: () => betweenCustomers(data, logs),
    },
  ];
}

/** log L = q log c - log Gamma(q) - (q + 1) log m - c / m, at its maximum over q and c = q / mean(1 / m). */
function withinCustomers({ size, columns, count, n }: GroupedColumns, logs: number): LimitFit {
  const m = columns[1] as Float64Array;
  const sum = (of: (value: number) => number): number =>
    total(size, (row) => (count[row] as number) * of(m[row] as number));
  const inverse = sum((value) => 1 / value) / n;
  // log q - psi(q) = log mean(1 / m) + mean(log m), which is at least 0.
  const wanted = Math.log(inverse) + sum(Math.log) / n;
  const q = Math.exp(bisect((log) => logLessDigamma(Math.exp(log)) > wanted, -30, 30));
  const c = q / inverse;
  return limitFit({ q }, sum((value) => logGammaTerm(q, c / value)) - logs);
}

/** log L = px log(px / mu) - log Gamma(px) + (px - 1) log m - px m / mu, over p and mu = (sum of x m) / (sum of x). */
function betweenCustomers({ size, columns, count }: GroupedColumns, logs: number): LimitFit {
  const [x, m] = columns as readonly [Float64Array, Float64Array];
  const purchases = (row: number): number => (count[row] as number) * (x[row] as number);
  const mean = total(size, (row) => purchases(row) * (m[row] as number)) / total(size, purchases);
  // The sum of x (log(px) - psi(px)) = that of -x log(m / mu), which is at least 0.
  const wanted = -total(size, (row) => purchases(row) * Math.log((m[row] as number) / mean));
  const given = (log: number): number =>
    total(size, (row) => purchases(row) * logLessDigamma(Math.exp(log) * (x[row] as number)));
  const p = Math.exp(bisect((log) => given(log) > wanted, -30, 30));
  const logLikelihood = total(size, (row) => {
    const shape = p * (x[row] as number);
    return (count[row] as number) * logGammaTerm(shape, (shape * (m[row] as number)) / mean);
  });
  return limitFit({ p }, logLikelihood - logs);
}

/** a log t - t - log Gamma(a), in Loader's saddle-point form [Loader2000]. */
function logGammaTerm(a: number, t: number): number {
  return 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a) - deviance(a, t);
}

function limitFit(parameters: LimitFit["parameters"], logLikelihood: number): LimitFit {
  return {
    parameters,
    standardErrors: {},
    intervals: {},
    covariance: [],
    logLikelihood,
    converged: true,
    reason: null,
  };
}

function total(size: number, of: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) sum += of(row);
  return sum;
}
