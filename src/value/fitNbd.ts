import { digammaDifference, logGammaRatio } from "../math/gammaRatio.ts";
import type { Objective } from "../math/minimise.ts";
import type { CustomerRow } from "../rows.ts";
import { type CustomerColumns, readCustomers } from "./customers.ts";
import { type AtLimit, checkFitOptions, fitModel, type Limit, type LimitFit } from "./fitModel.ts";
import { type GroupedColumns, groupColumns } from "./groupedColumns.ts";
import type { FitOptions, ModelFit } from "./modelFit.ts";
import { purchaseTotals, unfitted } from "./purchaseTotals.ts";
import { noFit } from "./toFit.ts";

/** What {@link fitNbd} returns. */
export type NbdFit = ModelFit<"nbd", "r" | "alpha">;

/**
 * The negative binomial model of purchases: each customer buys at a rate of their own, forever, and the rates are
 * gamma distributed with shape r and rate alpha. Nobody leaves.
 *
 *     log L = log Gamma(r + x) / Gamma(r) + r log alpha - (r + x) log(alpha + T)
 *
 * for a customer with x repeat purchases by age T.
 *
 * @param customers - Any iterable, read once; `count` lets one row stand for many.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data: see `converged`.
 * @example
 * const customers = [
 *   { frequency: 0, recency: 0, age: 30, count: 6 },
 *   { frequency: 1, recency: 12, age: 30, count: 3 },
 *   { frequency: 5, recency: 28, age: 30, count: 2 },
 * ];
 * const { r, alpha } = fitNbd(customers).parameters;
 * [r, alpha]; // => [0.47, 11.95]
 * @see docs/metrics/nbd.md. Ehrenberg (1959) [Ehrenberg1959].
 */
export function fitNbd(customers: Iterable<CustomerRow>, options: FitOptions = {}): NbdFit {
  const task = "fit nbd";
  checkFitOptions(task, options);
  return nbdFit(task, readCustomers(task, customers), options);
}

/** The same for customers that have been read; also the limit of the models in which customers leave. */
export function nbdFit(
  task: string,
  customers: CustomerColumns,
  options: FitOptions,
  atLimit?: AtLimit,
): NbdFit {
  const names = ["r", "alpha"] as const;
  const totals = purchaseTotals(customers);
  const nothing = unfitted(totals);
  if (nothing !== undefined) return noFit("nbd", names, customers.n, checkFitOptions(task, options), nothing);
  const { scale, purchases } = totals;
  const ages = customers.age.map((age) => age / scale);
  const data = groupColumns([customers.frequency, ages], customers.count);
  const rate = (purchases / totals.time) * scale;
  const atOnce =
    data.columns[1]?.some((T, row) => T === 0 && (data.columns[0]?.[row] as number) > 0) === true;
  const fit: NbdFit = fitModel(
    task,
    {
      model: "nbd",
      parameters: names,
      likelihood: nbdLikelihood,
      starts: [0.1, 0.5, 1, 5, 50].map((r) => [r, r / rate]),
      scales: [1, scale],
      shift: -purchases * Math.log(scale),
      limits: [sameRate(totals)],
      atLimit: atOnce ? undefined : atLimit,
    },
    data,
    options,
  );
  if (fit.converged || !atOnce) return fit;
  const reason = "of repeat purchases at age 0 the likelihood grows without limit, as r and alpha go to 0";
  return noFit("nbd", names, customers.n, checkFitOptions(task, options), reason);
}

/** For columns x and T. What depends on x alone is computed once for customers with the same x: they stand together. */
function nbdLikelihood({ size, columns, count }: GroupedColumns): Objective {
  const [frequency, age] = columns as readonly [Float64Array, Float64Array];
  return (at, gradient) => {
    const [r, alpha] = [Math.exp(at[0] as number), Math.exp(at[1] as number)];
    let [sum, byR, byAlpha] = [0, 0, 0];
    let [x, ratio, slope] = [-1, 0, 0];
    for (let row = 0; row < size; row++) {
      if (frequency[row] !== x) {
        x = frequency[row] as number;
        ratio = logGammaRatio(r, x);
        slope = digammaDifference(r, x);
      }
      const [T, weight] = [age[row] as number, count[row] as number];
      // r log alpha - r log(alpha + T)
      const silence = Math.log1p(T / alpha);
      sum += weight * (ratio - r * silence - x * Math.log(alpha + T));
      byR += weight * (slope - silence);
      // r/alpha - (r + x)/(alpha + T), times alpha
      byAlpha += (weight * (r * T - x * alpha)) / (alpha + T);
    }
    gradient[0] = r * byR;
    gradient[1] = byAlpha;
    return sum;
  };
}

// A shape so large that its gamma distribution is one value, to eight digits.
const ONE_VALUE = 1e8;

/** Purchases at one rate for all: r and alpha at infinity. log L = X log(rate) - rate (sum of T), rate = X / (sum of T). */
export function sameRate<Parameter extends string>({
  purchases,
  time,
}: {
  readonly purchases: number;
  readonly time: number;
}): Limit<Parameter> {
  const rate = purchases / time;
  return {
    boundary: null,
    reason: `all buy at the same rate: r and alpha grow without limit, r / alpha = ${rate.toPrecision(6)}`,
    values: {} as Readonly<Partial<Record<Parameter, null>>>,
    thetaOf: ([own = rate]) => Float64Array.of(ONE_VALUE, ONE_VALUE / own),
    fit: (): LimitFit => ({
      parameters: { rate },
      standardErrors: {},
      intervals: {},
      covariance: [[(rate * rate) / purchases]],
      logLikelihood: purchases * Math.log(rate) - purchases,
      converged: true,
      reason: null,
    }),
  };
}
