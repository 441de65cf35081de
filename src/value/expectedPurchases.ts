import { checkChoice, checkLevel, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type EstimateOptions } from "../estimate.ts";
import type { CustomerRow } from "../rows.ts";
import { checkSeed, DEFAULT_SEED } from "../stats/random.ts";
import { answerPurchases } from "./answerPurchases.ts";
import type { Answered, AnswerRow } from "./answerRows.ts";
import { checkHorizon } from "./checkTime.ts";
import { deltaMethod } from "./deltaMethod.ts";
import { expectation } from "./futureOfAlive.ts";
import { type Draw, predictiveCounts } from "./predictiveCounts.ts";
import { askFit, type FittedPurchaseModel } from "./purchaseModels.ts";

/**
 * Of what the interval is:
 * - `delta`: of the expectation. How far it may be off because the parameters were estimated.
 * - `predictive`: of the count itself, which is spread around its expectation. Simulated.
 */
export type ExpectedPurchasesMethod = "delta" | "predictive";

/** The options of {@link expectedPurchases}. */
export interface ExpectedPurchasesOptions extends EstimateOptions {
  /** How far to look ahead, in the unit of the rows: from 0. */
  readonly horizon: number;
  /** Of what the interval is. Default `"delta"`. */
  readonly method?: ExpectedPurchasesMethod;
  /** Seed of the predictive interval. Default 1. */
  readonly seed?: number;
  /** How many counts are drawn for each predictive interval: 100 to 100,000. Default 2000. */
  readonly draws?: number;
}

/**
 * How many purchases to expect of each customer, from now to the horizon.
 *
 * Rows in, a row out for each, in the same order and with its fields kept. `n` is how many customers the row stands
 * for; the estimate is for one of them. The default interval is of the uncertainty of the parameters, on the log scale,
 * and `null` without a `covariance` in the fit. `method: "predictive"` is an interval for the number of purchases that
 * will be made: its ends are whole numbers. The same row always gets the same interval.
 *
 * @param fit - A fit of repeat purchases, or `{ model, parameters, converged: true }` with published parameters.
 * @param customers - Any iterable, read once. Durations in the unit that the fit was made in.
 * @throws {InvalidInputError} When the fit did not converge, or when a row or an option is not valid.
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = { model: "bgNbd", parameters, converged: true };
 * const rows = expectedPurchases(fit, [{ frequency: 2, recency: 30.43, age: 38.86 }], { horizon: 39 });
 * rows[0]?.estimate; // => 1.2260
 * @see docs/metrics/customer-questions.md
 */
export function expectedPurchases<Row extends CustomerRow>(
  fit: FittedPurchaseModel,
  customers: Iterable<Row>,
  options: ExpectedPurchasesOptions,
): AnswerRow<Row, "expectedPurchases">[] {
  const task = "compute expectedPurchases";
  checkNames(task, "option", options, ["horizon", "level", "method", "seed", "draws"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const method = checkChoice(task, "method", options.method ?? "delta", ["delta", "predictive"]);
  const seed = checkSeed(task, options.seed ?? DEFAULT_SEED);
  const draws = checkDraws(task, options.draws ?? 2000);
  const asked = askFit(task, fit);
  const { model } = asked;
  const horizon = checkHorizon(task, model, options.horizon);
  const answer = deltaMethod(asked, level, "log", 1);
  const predict = method === "predictive" ? predictiveCounts(asked, level, seed, draws) : undefined;
  const expected = expectation(model, (...past) => model.expectedPurchases(...past, horizon));
  const question = {
    metric: "expectedPurchases",
    unit: "count",
    level,
    method,
    range: [0, Infinity],
  } as const;
  return answerPurchases(task, model, customers, question, (x, tx, T) => {
    expected.about(x, tx, T);
    const answered = answer(expected.evaluate)[0] as Answered;
    if (predict === undefined) return answered;
    const draw: Draw = (theta, uniform) => model.drawPurchases(theta, x, tx, T, horizon, uniform);
    return around(answered, predict(draw));
  });
}

/** The answer with the ends of a count, which hold the expectation: whole numbers around it. */
function around(
  answered: Answered,
  { low, high }: { readonly low: number; readonly high: number },
): Answered {
  const { estimate } = answered;
  if (estimate === null) return answered;
  const [floor, ceiling] = [Math.min(low, Math.floor(estimate)), Math.max(high, Math.ceil(estimate))];
  return { ...answered, low: floor, high: Number.isFinite(ceiling) ? ceiling : null };
}

function checkDraws(task: string, draws: number): number {
  if (Number.isInteger(draws) && draws >= 100 && draws <= 100_000) return draws;
  throw new InvalidInputError(task, "draws", "must be an integer from 100 to 100000", draws);
}
