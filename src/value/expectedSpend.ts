import { checkIterable, checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";
import { invalidCustomer } from "./customers.ts";
import { checkFit, checkParameter, logCovariance } from "./fitParameters.ts";
import type { FittedModel } from "./modelFit.ts";
import { readSpendRows, type SpendRow } from "./spendRows.ts";

/**
 * A row of {@link expectedSpend}: the customer's own fields, and the estimate. A `count` that came as a BigInt is a
 * number here, so that the row survives `JSON.stringify`.
 */
export type ExpectedSpendRow<Row extends SpendRow> = {
  readonly [Field in keyof Row]: Field extends "count"
    ? Row[Field] extends bigint
      ? number
      : Row[Field]
    : Row[Field];
} & Estimate<"expectedSpend">;

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
  const rows = copied(task, customers);
  const { frequency, spend, count } = readSpendRows(task, rows);
  return rows.map((row, index) => {
    const x = frequency[index] as number;
    const total = v + x * (spend[index] as number);
    const rest = p * x + q - 1;
    const estimate = rest > 0 ? p * (total / rest) : Infinity;
    // The derivatives of the logarithm by those of p, q and v.
    const s = logs === null ? Number.NaN : errorOf(logs, [1 - (p * x) / rest, -q / rest, v / total]);
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

type Writable<Type> = { -readonly [Field in keyof Type]: Type[Field] };

/** Copies of the rows, so that each field of theirs is read once and the result can be written into them. */
function copied<Row extends SpendRow>(task: string, customers: Iterable<Row>): Row[] {
  checkIterable(task, "customers", customers);
  return Array.from(customers, (row, index) => {
    // What is no row stays as it is, for the reader to refuse.
    if (typeof row !== "object" || row === null) return row;
    checkFields(task, row, index);
    // Object.assign would take a field of this name for the prototype of the copy.
    const copy = Object.hasOwn(row, "__proto__") ? { ...row } : Object.assign({}, row);
    // Getters of a class are not among its own fields.
    if (Object.getPrototypeOf(row) !== Object.prototype)
      for (const field of ["frequency", "monetaryValue", "count"] as const)
        if (field in row && !Object.hasOwn(copy, field)) Object.assign(copy, { [field]: row[field] });
    return copy;
  });
}

/** Refuses a row whose field the result would hide. Names written out are looked up twenty times as fast as a list. */
function checkFields(task: string, row: object, index: number): void {
  const hides =
    "metric" in row ||
    "unit" in row ||
    "estimate" in row ||
    "low" in row ||
    "high" in row ||
    "standardError" in row ||
    "level" in row ||
    "method" in row ||
    "n" in row;
  if (!hides) return;
  const names = ["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"];
  const name = names.find((field) => field in row) as string;
  const needed =
    "must not be there: the result has a field of that name. Ask about your rows, not about answers";
  throw invalidCustomer(task, index, name, needed, name);
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
