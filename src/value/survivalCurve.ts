import { checkLevel, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import { type Contract, logRetained } from "./contractModel.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { askContract, contractOf, type FittedContract } from "./fittedContract.ts";

/** The share of customers still there after `period` renewals, from 0 to 1. */
export interface SurvivalCurveRow extends Estimate<"survivalCurve"> {
  /** Renewals made: 0, 1, 2, … */
  readonly period: number;
  /** Of those who signed up. */
  readonly unit: "share";
  /** From the covariance of the fitted parameters. */
  readonly method: "delta";
  /** Of those who had made `period - 1` renewals, the share that made the next, S(t) / S(t - 1); `null` at 0. */
  readonly retentionRate: number | null;
}

/** The options of {@link survivalCurve}. */
export interface SurvivalCurveOptions extends EstimateOptions {
  /** The last period, an integer from 0 to 100,000. Default 12. */
  readonly periods?: number;
}

const MOST = 100_000;

/**
 * The share of new customers expected to be still there after each renewal, by a model of contracts: one row for each
 * period from 0 on, also far beyond those that were observed.
 *
 *     S(t) = B(alpha, beta + t^c) / B(alpha, beta)        c = 1 for the shifted-beta-geometric model
 *     r(t) = S(t) / S(t - 1)                              (beta + t - 1) / (alpha + beta + t - 1) for c = 1
 *
 * The interval is about the parameters alone, by the delta method on the logit scale; without `covariance`, and where a
 * parameter is 0, the ends and the standard error are `null`. `n` is 1: one new customer.
 *
 * @param fit - What {@link fitSbg} or {@link fitBdw} returned, or published `{ model, parameters, converged: true }`.
 * @throws {InvalidInputError} When the fit has not converged, a parameter is not above 0, or an option is not valid.
 * @example
 * const fit = { model: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, converged: true } as const;
 * const curve = survivalCurve(fit, { periods: 2 });
 * curve.map((row) => row.estimate); // => [1, 0.851, 0.747]
 * curve.map((row) => row.retentionRate); // => [null, 0.851, 0.878]
 * @see docs/metrics/contract-lifetime.md. Fader and Hardie (2007) [FaderHardie2007].
 */
export function survivalCurve(fit: FittedContract, options: SurvivalCurveOptions = {}): SurvivalCurveRow[] {
  const task = "compute survivalCurve";
  checkNames(task, "option", options, ["periods", "level"]);
  const { periods = 12, level = DEFAULT_LEVEL } = options;
  checkLevel(task, level);
  if (!(Number.isInteger(periods) && periods >= 0 && periods <= MOST))
    throw new InvalidInputError(task, "periods", `must be an integer from 0 to ${MOST}`, periods);
  const { theta, covariance } = askContract(task, fit);
  const known = theta.includes(0) ? null : covariance;
  const answers = deltaMethod(
    { theta, covariance: known },
    level,
    "logit",
    periods + 1,
  )((at, values) => {
    const contract = contractOf(at);
    for (let period = 0; period <= periods; period++) values[period] = survival(contract, period);
  });
  const contract = contractOf(theta);
  return answers.map((answer, period): SurvivalCurveRow => {
    const rate = period === 0 ? NaN : Math.exp(logRetained(contract, period - 1, period));
    const { estimate, low, high, standardError } = toEstimate(
      { metric: "survivalCurve", unit: "share", level, method: "delta", n: 1, ...answer },
      [0, 1],
    );
    const retentionRate = Number.isFinite(rate) ? rate : null;
    return {
      period,
      metric: "survivalCurve",
      unit: "share",
      estimate,
      low,
      high,
      standardError,
      retentionRate,
      level,
      method: "delta",
      n: 1,
    };
  });
}

function survival(contract: Contract, period: number): number {
  // Where nobody makes the first renewal, the other parameters may be unknown.
  if (contract.beta === 0) return period === 0 ? 1 : 0;
  return Math.exp(logRetained(contract, 0, period));
}
