import { checkLevel, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, toEstimate } from "../estimate.ts";
import { checkHorizon } from "./checkTime.ts";
import { deltaMethod } from "./deltaMethod.ts";
import type { NewCustomerOptions } from "./expectedPurchasesOfNewCustomer.ts";
import { type AskedFit, askFit, type FittedPurchaseModel } from "./purchaseModels.ts";

/** A row of {@link purchaseCountDistribution}: the share of new customers with so many repeat purchases. */
export interface PurchaseCountRow extends Estimate<"purchaseCountDistribution"> {
  /** Repeat purchases. */
  readonly purchases: number;
  /** True in the last row, which is of those with `purchases` or more. */
  readonly orMore: boolean;
}

/** The options of {@link purchaseCountDistribution}. */
export interface PurchaseCountOptions extends NewCustomerOptions {
  /**
   * The last row is of so many purchases or more: an integer from 1 to 1000. By default where no more than 4 % are left,
   * at most 50.
   */
  readonly most?: number;
}

/**
 * How many repeat purchases new customers make from their first purchase to the horizon: a share for 0, 1, 2, … of them.
 * The last row is of so many or more, so that the shares add up to 1.
 *
 * `n` is 1. The intervals (`method: "delta"`) are of the uncertainty of the parameters, each on the logit scale; without
 * a `covariance` in the fit they are `null`.
 *
 * @param fit - A fit of repeat purchases, or `{ model, parameters, converged: true }` with published parameters.
 * @throws {InvalidInputError} When the fit did not converge, or when an option is not valid.
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = { model: "bgNbd", parameters, converged: true };
 * const rows = purchaseCountDistribution(fit, { horizon: 39, most: 2 });
 * rows.map(({ estimate }) => estimate); // => [0.574, 0.199, 0.227]
 * @see docs/metrics/customer-questions.md
 */
export function purchaseCountDistribution(
  fit: FittedPurchaseModel,
  options: PurchaseCountOptions,
): PurchaseCountRow[] {
  const task = "compute purchaseCountDistribution";
  checkNames(task, "option", options, ["horizon", "most", "level"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const asked = askFit(task, fit);
  const horizon = checkHorizon(task, asked.model, options.horizon);
  const most = options.most === undefined ? readable(asked, horizon) : checkMost(task, options.most);
  const counts = new Float64Array(2 * most + FURTHER);
  const answers = deltaMethod(
    asked,
    level,
    "logit",
    most + 1,
  )((theta, shares) => {
    asked.model.purchaseCounts(theta, horizon, counts);
    shares.set(counts.subarray(0, most));
    shares[most] = restOf(counts, most);
  });
  return answers.map(({ estimate, low, high, standardError }, purchases) => ({
    purchases,
    orMore: purchases === most,
    ...toEstimate<Estimate<"purchaseCountDistribution">>(
      {
        metric: "purchaseCountDistribution",
        unit: "share",
        estimate,
        low,
        high,
        standardError,
        level,
        method: "delta",
        n: 1,
      },
      [0, 1],
    ),
  }));
}

const LONGEST = 50;
const FURTHER = 50;
const SMALL = 1e-6;

/** The share of so many or more. A small one is not 1 less the others, of which rounding would be left, but a sum itself. */
function restOf(counts: Float64Array, most: number): number {
  const rest = Math.max(0, 1 - sumOf(counts.subarray(0, most)));
  const sum = sumOf(counts.subarray(most));
  const isWhole = (counts[counts.length - 1] as number) <= 1e-12 * sum;
  return rest < SMALL && isWhole ? sum : rest;
}

/** The first number of purchases that no more than one in 25 reach. */
function readable({ model, theta }: AskedFit, horizon: number): number {
  const shares = new Float64Array(LONGEST);
  model.purchaseCounts(theta, horizon, shares);
  let most = 1;
  while (most < LONGEST && 1 - sumOf(shares.subarray(0, most)) > 0.04) most += 1;
  return most;
}

function sumOf(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

function checkMost(task: string, most: number): number {
  if (Number.isInteger(most) && most >= 1 && most <= 1000) return most;
  throw new InvalidInputError(task, "most", "must be an integer from 1 to 1000", most);
}
