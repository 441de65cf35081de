import { checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type EstimateOptions } from "../estimate.ts";
import type { CustomerRow } from "../rows.ts";
import { answerPurchases } from "./answerPurchases.ts";
import type { Answered, AnswerRow } from "./answerRows.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { askFit, type FittedPurchaseModel } from "./purchaseModels.ts";

/**
 * The probability that each customer is still one: a share, from 0 to 1, of those with the same past.
 *
 * Rows in, a row out for each, in the same order and with its fields kept. `n` is how many customers the row stands for.
 * The interval (`method: "delta"`) is of the uncertainty of the parameters, on the logit scale; without a `covariance`
 * in the fit it is `null`. In the BG/NBD somebody who never came back is a customer for certain: 1, from 1 to 1.
 *
 * @param fit - A fit of repeat purchases, or `{ model, parameters, converged: true }` with published parameters.
 * @param customers - Any iterable, read once. Durations in the unit that the fit was made in.
 * @throws {InvalidInputError} When the fit did not converge, or when a row or an option is not valid.
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = { model: "bgNbd", parameters, converged: true };
 * const rows = probabilityAlive(fit, [{ customerId: 7, frequency: 2, recency: 30.43, age: 38.86 }]);
 * rows[0]; // => { customerId: 7, frequency: 2, recency: 30.43, age: 38.86, metric: "probabilityAlive", estimate: 0.7266, … }
 * @see docs/metrics/customer-questions.md
 */
export function probabilityAlive<Row extends CustomerRow>(
  fit: FittedPurchaseModel,
  customers: Iterable<Row>,
  options: EstimateOptions = {},
): AnswerRow<Row, "probabilityAlive">[] {
  const task = "compute probabilityAlive";
  checkNames(task, "option", options, ["level"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const asked = askFit(task, fit);
  const { model } = asked;
  const answer = deltaMethod(asked, level, "logit", 1);
  let x = 0;
  let tx = 0;
  let T = 0;
  const evaluate = (theta: Float64Array, values: Float64Array): void => {
    values[0] = model.probabilityAlive(theta, x, tx, T);
  };
  const question = {
    metric: "probabilityAlive",
    unit: "share",
    level,
    method: "delta",
    range: [0, 1],
  } as const;
  return answerPurchases(task, model, customers, question, (frequency, recency, age) => {
    x = frequency;
    tx = recency;
    T = age;
    return answer(evaluate)[0] as Answered;
  });
}
