import { checkCount, checkLevel, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { askContract, contractOf, type FittedContract } from "./fittedContract.ts";
import { lifetimeSum } from "./lifetimeSum.ts";

/** What {@link discountedExpectedLifetime} returns: a number of renewal periods, from 0. */
export interface DiscountedExpectedLifetime extends Estimate<"discountedExpectedLifetime"> {
  /** Renewal periods, each worth what is left of it after discounting. */
  readonly unit: "time";
  /** The delta method, from the covariance of the fit; without that, no ends. */
  readonly method: "delta";
  /** What was asked, per period. */
  readonly discountRate: number;
  /** Renewals made so far; `null` for a new customer, whose first period counts as well. */
  readonly renewals: number | null;
}

/** The options of {@link discountedExpectedLifetime}. */
export interface DiscountedExpectedLifetimeOptions extends EstimateOptions {
  /** Per renewal period, from 0: what is paid one period later is worth 1 / (1 + discountRate) now. */
  readonly discountRate: number;
  /** Renewals made so far, an integer from 0. Without it, the question is about a new customer. */
  readonly renewals?: number;
}

/**
 * How many renewal periods a customer is expected to pay for, each discounted to now: times the payment per period, the
 * value of the contract.
 *
 *     new:                        DEL = sum over t = 0, 1, … of S(t) / (1 + d)^t
 *     before renewal k + 1:       DEL = sum over t = 0, 1, … of S(k + 1 + t) / S(k) / (1 + d)^t
 *
 * A new customer has just paid for the first period, which counts. With `renewals` = k the next renewal is about to be
 * decided; the period now ending does not count. `renewals: 0` is a customer before the first renewal. Without
 * discounting the sum is infinite unless alpha > 1 (alpha c > 1), and the estimate `null`.
 *
 * The interval is about the parameters alone, by the delta method on the log scale; without `covariance` the ends and
 * the standard error are `null`. `n` is 1: one customer.
 *
 * @param fit - What {@link fitSbg} or {@link fitBdw} returned, or published `{ model, parameters, converged: true }`.
 * @throws {InvalidInputError} When the fit has not converged, a parameter is not above 0, or an option is not valid.
 * @example
 * const fit = { model: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, converged: true } as const;
 * discountedExpectedLifetime(fit, { discountRate: 0.1 }).estimate; // => 5.9226
 * discountedExpectedLifetime(fit, { discountRate: 0.1, renewals: 1 }).estimate; // => 5.9018
 * @see docs/metrics/contract-lifetime.md. Fader and Hardie (2010) [FaderHardie2010].
 */
export function discountedExpectedLifetime(
  fit: FittedContract,
  options: DiscountedExpectedLifetimeOptions,
): DiscountedExpectedLifetime {
  const task = "compute discountedExpectedLifetime";
  checkNames(task, "option", options, ["discountRate", "renewals", "level"]);
  const { discountRate, renewals, level = DEFAULT_LEVEL } = options;
  checkLevel(task, level);
  if (!(typeof discountRate === "number" && discountRate >= 0 && discountRate < Infinity))
    throw new InvalidInputError(task, "discountRate", "must be a finite number from 0", discountRate);
  const given = renewals === undefined ? 0 : checkCount(task, "renewals", renewals);
  const first = renewals === undefined ? 0 : given + 1;
  const { theta, covariance } = askContract(task, fit);
  const [alpha, beta] = theta;
  // Where nobody leaves, or nobody stays, there is nothing left to be uncertain about but the model.
  const fixed = alpha === 0 || (beta === 0 && given === 0);
  const [answer] = deltaMethod(
    { theta, covariance: fixed ? null : covariance },
    level,
    "log",
    1,
  )((at, values) => {
    const sum = lifetimeSum(contractOf(at), given, first, discountRate);
    // A difference of infinities is no slope.
    values[0] = sum < Infinity ? sum : NaN;
  });
  const { estimate, low, high, standardError } = toEstimate(
    {
      metric: "discountedExpectedLifetime",
      unit: "time",
      level,
      method: "delta",
      n: 1,
      estimate: null,
      low: null,
      high: null,
      standardError: null,
      ...answer,
    },
    [0, Number.MAX_VALUE],
  );
  return {
    metric: "discountedExpectedLifetime",
    unit: "time",
    estimate,
    low,
    high,
    standardError,
    level,
    method: "delta",
    n: 1,
    discountRate: discountRate + 0,
    renewals: renewals === undefined ? null : given,
  };
}
