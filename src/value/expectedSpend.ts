import { checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";
import type { AnswerRow, Writable } from "./answerRows.ts";
import { copiedRows } from "./copiedRows.ts";
import { checkFit, checkParameter, logCovariance } from "./fitParameters.ts";
import type { FittedModel } from "./modelFit.ts";
import { readSpendRows, type SpendRow } from "./spendRows.ts";

/** A row of {@link expectedSpend}: the customer's own fields, and the estimate. */
export type ExpectedSpendRow<Row extends SpendRow> = AnswerRow<Row, "expectedSpend">;

/** A fitted model of spend, or published parameters of one. */
export type FittedSpendModel = FittedModel<string, "p" | "q" | "v">;

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
  fit: FittedSpendModel,
  customers: Iterable<Row>,
  options: EstimateOptions = {},
): ExpectedSpendRow<Row>[] {
  const task = "compute expectedSpend";
  checkNames(task, "option", options, ["level"]);
  const level = checkLevel(task, options.level ?? DEFAULT_LEVEL);
  const { parameters, covariance } = checkFit(task, fit, ["gammaGamma"]);
  const p = checkParameter(task, parameters, "p");
  const q = checkParameter(task, parameters, "q");
  const v = checkParameter(task, parameters, "v");
  const logs = logCovariance(task, Float64Array.of(p, q, v), [0, 1, 2], covariance, 3);
  const z = -normalQuantile((1 - level) / 2);
  const rows = copiedRows<Row>(task, customers, ["frequency", "monetaryValue", "count"]);
  const { frequency, spend, count } = readSpendRows(task, rows);
  return rows.map((row, index) => {
    const x = frequency[index] as number;
    const total = v + x * (spend[index] as number);
    const rest = p * x + q - 1;
    const estimate = rest > 0 ? p * (total / rest) : Infinity;
    // The derivatives of the logarithm by those of p, q and v.
    const s = logs === null ? NaN : errorOf(logs, [1 - (p * x) / rest, -q / rest, v / total]);
    const n = count[index] as number;
    // The copy is ours. Assigned one by one: a literal that spreads it takes V8 ten times as long.
    const result = row as Row & Writable<Estimate<"expectedSpend">> & { count?: number };
    if (typeof row.count === "bigint") result.count = n;
    result.metric = "expectedSpend";
    result.unit = "money";
    result.estimate = finite(estimate);
    result.low = finite(estimate * Math.exp(-z * s));
    result.high = finite(estimate * Math.exp(z * s));
    result.standardError = finite(estimate * s);
    result.level = level;
    result.method = "delta";
    result.n = n;
    return result as unknown as ExpectedSpendRow<Row>;
  });
}

/** sqrt(g' V g): the delta method [Oehlert1992]. */
function errorOf(covariance: readonly Float64Array[], g: readonly number[]): number {
  let variance = 0;
  for (let i = 0; i < g.length; i++)
    for (let j = 0; j < g.length; j++)
      variance += (g[i] as number) * (covariance[i]?.[j] as number) * (g[j] as number);
  return Math.sqrt(Math.max(0, variance));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
