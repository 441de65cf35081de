import { CompensatedSum } from "../math/compensatedSum.ts";
import { groupAlike } from "../math/groupAlike.ts";
import type { Answered } from "./answerRows.ts";
import type { ClvSettings } from "./clvOptions.ts";
import { deltaMethod } from "./deltaMethod.ts";
import type { Parameters } from "./fitParameters.ts";
import { type AskFuture, futureOfAlive } from "./futureOfAlive.ts";
import type { AskedFit } from "./purchaseModels.ts";
import type { CustomerSummary } from "./summarizeCustomers.ts";

/** What a model of purchases expects, of each customer. */
export interface Future {
  readonly alive: Float64Array;
  /** Within the horizon, undiscounted; `undefined` without a horizon. */
  readonly purchases: Float64Array | undefined;
  readonly discounted: Float64Array;
  /** The discounted purchases with other parameters. */
  readonly discountedAt: (theta: Float64Array) => Float64Array;
}

/**
 * Asks the model about customers. Of somebody who is alive the future depends on x and T alone, since buying and leaving
 * have no memory of when: it costs most, and is asked once for all who have these in common.
 */
export function futureOf(
  { model, theta }: AskedFit,
  customers: readonly CustomerSummary[],
  { horizon, discountRate }: ClvSettings,
): Future {
  const columnOf = (field: "frequency" | "recency" | "age"): Float64Array =>
    Float64Array.from(customers, (customer) => customer[field]);
  const [x, tx, T] = [columnOf("frequency"), columnOf("recency"), columnOf("age")];
  const past = groupAlike([x, tx, T]);
  const present = groupAlike([x, T]);
  const each = (
    { first, groupOf }: Grouping,
    ask: (x: number, tx: number, T: number) => number,
  ): Float64Array => {
    const answers = Float64Array.from(first, (i) => ask(x[i] as number, tx[i] as number, T[i] as number));
    return Float64Array.from(groupOf, (group) => answers[group] as number);
  };
  const aliveAt = (at: Float64Array): Float64Array =>
    each(past, (...own) => model.probabilityAlive(at, ...own));
  const expected = (at: Float64Array, alive: Float64Array, ask: AskFuture): Float64Array => {
    const ifAlive = each(present, (frequency, _, age) => futureOfAlive(model, ask, at, frequency, age));
    return ifAlive.map((value, i) => (alive[i] as number) * value);
  };
  const discounting: AskFuture = (at, ...own) => model.discountedPurchases(at, ...own, discountRate, horizon);
  const alive = aliveAt(theta);
  return {
    alive,
    purchases:
      horizon < Infinity
        ? expected(theta, alive, (at, ...own) => model.expectedPurchases(at, ...own, horizon))
        : undefined,
    discounted: expected(theta, alive, discounting),
    discountedAt: (at) => expected(at, aliveAt(at), discounting),
  };
}

/** Rows that are alike: one of each kind, and which kind each row is of. */
interface Grouping {
  readonly first: Uint32Array;
  readonly groupOf: Uint32Array;
}

/** E(spend | x, m) = p (v + x m) / (p x + q - 1) of each customer; infinite where p x + q is at most 1. */
export function spendOf(theta: Float64Array, customers: readonly CustomerSummary[]): Float64Array {
  const [p, q, v] = [theta[0] as number, theta[1] as number, theta[2] as number];
  return Float64Array.from(customers, ({ frequency: x, monetaryValue: m }) => {
    const rest = p * x + q - 1;
    return rest > 0 ? p * ((v + x * (m ?? 0)) / rest) : Infinity;
  });
}

/**
 * The value of each customer, and last that of all:
 *
 *     CLV = margin D S,   D the discounted purchases, S the expected spend per purchase,
 *
 * with the delta method over the parameters of both fits, whose covariance is that of each, and none between them: their
 * likelihoods have no parameter in common.
 */
export function valuesOf(
  fit: AskedFit,
  spend: Parameters,
  customers: readonly CustomerSummary[],
  { discounted, discountedAt }: Future,
  { margin, level }: ClvSettings,
): Answered[] {
  const size = fit.theta.length;
  const sum = new CompensatedSum();
  const answer = deltaMethod(joined(fit, spend), level, "log", customers.length + 1);
  return answer((both, values) => {
    const theta = both.subarray(0, size);
    // Half of the time only the model of spend is moved.
    const D = theta.every((value, i) => value === fit.theta[i]) ? discounted : discountedAt(theta);
    const S = spendOf(both.subarray(size), customers);
    sum.high = 0;
    sum.low = 0;
    for (let i = 0; i < customers.length; i++) {
      const value = margin * (D[i] as number) * (S[i] as number);
      values[i] = value;
      sum.add(value);
    }
    values[customers.length] = sum.value;
  });
}

/** Two fits as one. */
function joined(a: Parameters, b: Parameters): Parameters {
  const size = a.theta.length;
  const theta = Float64Array.of(...a.theta, ...b.theta);
  const [A, B] = [a.covariance, b.covariance];
  if (A === null || B === null) return { theta, covariance: null };
  const covariance = Array.from(theta, (_, i) =>
    Float64Array.from(theta, (__, j) => (i < size ? A[i]?.[j] : j < size ? 0 : B[i - size]?.[j - size]) ?? 0),
  );
  return { theta, covariance };
}
