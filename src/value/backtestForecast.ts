import type { Ends } from "../estimate.ts";
import { groupAlike } from "../math/groupAlike.ts";
import { normalQuantile } from "../math/normal.ts";
import { gather } from "../math/sortOrder.ts";
import { seededUniform } from "../stats/random.ts";
import type { CustomerColumns } from "./customers.ts";
import { deltaMethod } from "./deltaMethod.ts";
import type { AskedFit } from "./purchaseModels.ts";

/** What a model expects of customers. */
export interface BacktestForecast {
  /** Of each customer. */
  readonly expected: Float64Array;
  /** Between which the total of what they buy should lie; `null` where the uncertainty of the fit is not known. */
  readonly range: Ends | null;
}

/** How many random customers there are at most, but one for each group. */
const DRAWS = 200_000;
const MOST_EACH = 100;

/**
 * The expected purchases of each customer within a horizon, and a predictive interval of their total. Its variance is
 * that of the total of the expectations by the parameters (delta method) and that of the customers around their
 * expectations, which are independent given the parameters:
 *
 *     V = g' C g + sum over customers of Var[Y],   ends = (sqrt(E) -+ z sqrt(V) / (2 sqrt(E)))^2
 *
 * The square root makes the variance of counts nearly constant [Bartlett1936] and keeps the ends at 0 or above. Var[Y]
 * is measured by random numbers, in an order of their own, so that the order of rows changes nothing.
 */
export function backtestForecast(
  fit: AskedFit,
  { frequency, recency, age }: CustomerColumns,
  horizon: number,
  level: number,
  seed: number,
): BacktestForecast {
  const { model, theta } = fit;
  const { first, groupOf } = groupAlike([frequency, recency, age]);
  const [x, tx, T] = [frequency, recency, age].map((column) => gather(column, first)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const customers = new Float64Array(first.length);
  for (const group of groupOf) customers[group] = (customers[group] as number) + 1;
  const ask = (at: Float64Array, group: number): number =>
    model.expectedPurchases(at, x[group] as number, tx[group] as number, T[group] as number, horizon);
  const byGroup = Float64Array.from(first, (_, group) => ask(theta, group));
  const expected = Float64Array.from(groupOf, (group) => byGroup[group] as number);
  const [total] = deltaMethod(
    fit,
    level,
    "log",
    1,
  )((at, values) => {
    let sum = 0;
    for (let group = 0; group < x.length; group++) sum += (customers[group] as number) * ask(at, group);
    values[0] = sum;
  });
  if (!total?.estimate || total.standardError === null) return { expected, range: null };
  const uniform = seededUniform(seed);
  const share = Math.min(MOST_EACH, DRAWS / groupOf.length);
  let variance = total.standardError ** 2;
  for (let group = 0; group < x.length; group++) {
    const [own, mean] = [customers[group] as number, byGroup[group] as number];
    const draws = Math.ceil(own * share);
    let squares = 0;
    for (let draw = 0; draw < draws; draw++) {
      const [a, b, c] = [x[group] as number, tx[group] as number, T[group] as number];
      squares += (model.drawPurchases(theta, a, b, c, horizon, uniform) - mean) ** 2;
    }
    variance += (own * squares) / draws;
  }
  const root = Math.sqrt(total.estimate);
  const width = (-normalQuantile((1 - level) / 2) * Math.sqrt(variance)) / (2 * root);
  return { expected, range: { low: Math.max(0, root - width) ** 2, high: (root + width) ** 2 } };
}
