import { checkChoice, checkIterable, checkLevel, checkNames, checkPositive } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";
import type { FittedModel } from "./modelFit.ts";
import { readSpendRows, type SpendRow } from "./spendRows.ts";

/** A row of {@link expectedSpend}: the customer's own fields, and the estimate. */
export type ExpectedSpendRow<Row> = Row & Estimate<"expectedSpend">;

/** A model of spend, fitted or published, that can be asked. */
export interface FittedSpend extends FittedModel<"gammaGamma", "p" | "q" | "v"> {
  readonly reason?: string | null | undefined;
}

const HIDDEN = ["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"];

/**
 * What a customer's next purchase is expected to be worth, in the money of the rows: the mean spend of the population
 * and the customer's own, weighted by how much each tells.
 *
 *     E(spend | x, m) = p (v + x m) / (p x + q - 1)
 *
 * for x repeat purchases of mean spend m; for somebody who bought once the mean of the population, p v / (q - 1). Where
 * p x + q is at most 1 it is infinite, and the estimate is `null`. The interval is about the parameters alone: the delta
 * method on the logarithm. Without `covariance` the ends and the standard error are `null`.
 *
 * @param fit - Of {@link fitGammaGamma}, or its `model`, `parameters` and `converged`.
 * @param customers - Any iterable, read once. Each gives one row, with its fields kept.
 * @throws {InvalidInputError} When a row or an option is not valid, when a row has a field that the estimate would hide,
 *   and when the fit has not converged.
 * @example
 * const fit = { model: "gammaGamma", parameters: { p: 6.25, q: 3.74, v: 15.44 }, converged: true } as const;
 * const [once, often] = expectedSpend(fit, [{ frequency: 0 }, { frequency: 7, monetaryValue: 73.74 }]);
 * once?.estimate; // => 35.22
 * often?.estimate; // => 71.47
 * @see docs/metrics/gamma-gamma.md. Fader and Hardie (2013) [FaderHardie2013].
 */
export function expectedSpend<Row extends SpendRow>(
  fit: FittedSpend,
  customers: Iterable<Row>,
  options: EstimateOptions = {},
): ExpectedSpendRow<Row>[] {
  const task = "compute expectedSpend";
  checkNames(task, "option", options, ["level"]);
  const { level = DEFAULT_LEVEL } = options;
  checkLevel(task, level);
  const [p, q, v] = parametersOf(task, fit);
  const z = -normalQuantile((1 - level) / 2);
  const copies = copied(task, customers);
  const { frequency, spend, count } = readSpendRows(task, copies);
  return copies.map((row, index) => {
    const x = frequency[index] as number;
    const total = v + x * (spend[index] as number);
    const rest = p * x + q - 1;
    const estimate = rest > 0 ? finite(p * (total / rest)) : null;
    // The derivatives of the logarithm by p, q and v.
    const error = logError(fit.covariance, [1 / p - x / rest, -1 / rest, 1 / total]);
    const times = (factor: number): number | null => (estimate === null ? null : finite(estimate * factor));
    const record: Estimate<"expectedSpend"> = {
      metric: "expectedSpend",
      unit: "money",
      estimate,
      low: error === null ? null : times(Math.exp(-z * error)),
      high: error === null ? null : times(Math.exp(z * error)),
      standardError: error === null ? null : times(error),
      level,
      method: "delta",
      n: count[index] as number,
    };
    return Object.assign(row, record);
  });
}

/** Copies of the rows, so that each field of theirs is read once, and the result can be written into them. */
function copied<Row extends SpendRow>(task: string, customers: Iterable<Row>): Row[] {
  checkIterable(task, "customers", customers);
  return Array.from(customers, (row, index) => {
    if (typeof row !== "object" || row === null) return row;
    for (const field of HIDDEN) {
      if (Object.hasOwn(row, field)) {
        const requirement = "must have another name: the result has a field of this name";
        throw new InvalidInputError(task, `customers[${index}].${field}`, requirement, Object(row)[field]);
      }
    }
    return { ...row };
  });
}

function parametersOf(
  task: string,
  { model, parameters, converged, reason }: FittedSpend,
): [number, number, number] {
  checkChoice(task, "fit.model", model, ["gammaGamma"]);
  if (converged !== true)
    throw new InvalidInputError(
      task,
      "fit.converged",
      `must be true${reason ? ` (${reason})` : ""}`,
      converged,
    );
  const value = (name: "p" | "q" | "v"): number =>
    checkPositive(task, `fit.parameters.${name}`, parameters[name] as number);
  return [value("p"), value("q"), value("v")];
}

/** The standard error of the logarithm, by the delta method: its variance is g' C g. */
function logError(covariance: FittedSpend["covariance"], gradient: readonly number[]): number | null {
  let variance = 0;
  for (let i = 0; i < gradient.length; i++) {
    for (let j = 0; j < gradient.length; j++) {
      const entry = covariance?.[i]?.[j] ?? null;
      if (entry === null) return null;
      variance += entry * (gradient[i] as number) * (gradient[j] as number);
    }
  }
  return finite(Math.sqrt(Math.max(0, variance)));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
