import { checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type EstimateOptions } from "../estimate.ts";
import type { CustomerRow } from "../rows.ts";
import { answerPurchases } from "./answerPurchases.ts";
import type { Answered, AnswerRow } from "./answerRows.ts";
import { checkDiscountRate, checkHorizon } from "./checkTime.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { expectation } from "./futureOfAlive.ts";
import { askFit, type FittedPurchaseModel } from "./purchaseModels.ts";

/** The options of {@link discountedExpectedPurchases}. */
export interface DiscountedExpectedPurchasesOptions extends EstimateOptions {
  /** The effective rate per unit of time, from 0: with 0.1 and years, a purchase in a year counts 1/1.1. */
  readonly discountRate: number;
  /** How far to look ahead, in the unit of the rows. Default: for ever, for which the rate has to be above 0. */
  readonly horizon?: number;
}

/**
 * The purchases expected of each customer from now on, each discounted to now: one at time u counts
 * (1 + discountRate)^-u. Times a margin per purchase, that is the value of a customer for the rest of their life.
 *
 * Rows in, a row out for each, in the same order and with its fields kept. `n` is how many customers the row stands for.
 * The interval (`method: "delta"`) is of the uncertainty of the parameters, on the log scale; without a `covariance` in
 * the fit it is `null`.
 *
 * @param fit - A fit of repeat purchases, or `{ model, parameters, converged: true }` with published parameters.
 * @param customers - Any iterable, read once. Durations in the unit that the fit was made in.
 * @throws {InvalidInputError} When the fit did not converge, or when a row or an option is not valid.
 * @example
 * const parameters = { r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562 };
 * const fit = { model: "paretoNbd", parameters, converged: true };
 * const discountRate = Math.expm1(0.0027);
 * const rows = discountedExpectedPurchases(fit, [{ frequency: 1, recency: 30, age: 39 }], { discountRate });
 * rows[0]?.estimate; // => 3.9455
 * @see docs/metrics/customer-questions.md. Fader, Hardie and Lee (2005), "RFM and CLV" [FaderHardieLee2005b].
 */
export function discountedExpectedPurchases<Row extends CustomerRow>(
  fit: FittedPurchaseModel,
  customers: Iterable<Row>,
  options: DiscountedExpectedPurchasesOptions,
): AnswerRow<Row, "discountedExpectedPurchases">[] {
  const task = "compute discountedExpectedPurchases";
  checkNames(task, "option", options, ["discountRate", "horizon", "level"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const asked = askFit(task, fit);
  const { model } = asked;
  const horizon = options.horizon === undefined ? Infinity : checkHorizon(task, model, options.horizon);
  const rate = checkDiscountRate(task, options.discountRate, horizon);
  const answer = deltaMethod(asked, level, "log", 1);
  const expected = expectation(model, (...past) => model.discountedPurchases(...past, rate, horizon));
  const question = {
    metric: "discountedExpectedPurchases",
    unit: "count",
    level,
    method: "delta",
    range: [0, Infinity],
  } as const;
  return answerPurchases(task, model, customers, question, (x, tx, T) => {
    expected.about(x, tx, T);
    return answer(expected.evaluate)[0] as Answered;
  });
}
