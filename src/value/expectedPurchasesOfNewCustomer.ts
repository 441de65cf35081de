import { checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import type { Answered } from "./answerRows.ts";
import { checkHorizon } from "./checkTime.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { askFit, type FittedPurchaseModel } from "./purchaseModels.ts";

/** The options of {@link expectedPurchasesOfNewCustomer}. */
export interface NewCustomerOptions extends EstimateOptions {
  /** How far to look ahead from the first purchase, in the unit that the fit was made in: from 0. */
  readonly horizon: number;
}

/**
 * How many repeat purchases to expect of a new customer, from the first purchase (which does not count) to the horizon.
 *
 * `n` is 1. The interval (`method: "delta"`) is of the uncertainty of the parameters, on the log scale; without a
 * `covariance` in the fit it is `null`.
 *
 * @param fit - A fit of repeat purchases, or `{ model, parameters, converged: true }` with published parameters.
 * @throws {InvalidInputError} When the fit did not converge, or when an option is not valid.
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = { model: "bgNbd", parameters, converged: true };
 * expectedPurchasesOfNewCustomer(fit, { horizon: 52 }).estimate; // => 1.4461
 * @see docs/metrics/customer-questions.md
 */
export function expectedPurchasesOfNewCustomer(
  fit: FittedPurchaseModel,
  options: NewCustomerOptions,
): Estimate<"expectedPurchasesOfNewCustomer"> {
  const task = "compute expectedPurchasesOfNewCustomer";
  checkNames(task, "option", options, ["horizon", "level"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const asked = askFit(task, fit);
  const horizon = checkHorizon(task, asked.model, options.horizon);
  const [answered] = deltaMethod(
    asked,
    level,
    "log",
    1,
  )((theta, values) => {
    values[0] = asked.model.newCustomerPurchases(theta, horizon);
  });
  const { estimate, low, high, standardError } = answered as Answered;
  const record = {
    metric: "expectedPurchasesOfNewCustomer",
    unit: "count",
    estimate,
    low,
    high,
    standardError,
    level,
    method: "delta",
    n: 1,
  } as const;
  return toEstimate<Estimate<"expectedPurchasesOfNewCustomer">>(record, [0, Infinity]);
}
