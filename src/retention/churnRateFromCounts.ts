import { checkCarries, checkCount, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type ProportionOptions, proportionEstimate } from "../stats/proportionEstimate.ts";
import type { ChurnRateEstimate } from "./churnRate.ts";

/** Customers counted elsewhere: a {@link ChurnRateEstimate} is one, so is a row of a database. */
export interface ChurnCounts {
  /** Those at risk who left. */
  readonly churned: number | bigint;
  /** All who could leave, the churned among them. */
  readonly atRisk: number | bigint;
}

/**
 * Churn rate from counts made elsewhere: the share of the customers at risk who left, from 0 to 1.
 *
 *     churn rate = churned / at risk
 *
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, `churned` is above `atRisk`, or an option
 *   is not valid.
 * @example
 * churnRateFromCounts({ churned: 10, atRisk: 100 }).estimate; // => 0.1
 * @see docs/metrics/churn-rate.md. Interval: Wilson's, [Wilson1927].
 */
export function churnRateFromCounts(counts: ChurnCounts, options: ProportionOptions = {}): ChurnRateEstimate {
  const task = "compute churnRate";
  checkNames(task, "option", options, ["level", "method"]);
  const { x: churned, n: atRisk } = checkAtRisk(task, "counts", counts, "churned");
  const estimate = proportionEstimate("churnRate", churned, atRisk, options);
  return { ...estimate, churned, atRisk, convention: null };
}

/** So many of those at risk, as plain numbers. */
export function checkAtRisk<Name extends string>(
  task: string,
  path: string,
  counts: { readonly [Key in Name | "atRisk"]: number | bigint },
  name: Name,
): { readonly x: number; readonly n: number } {
  checkCarries(task, path, counts, [name, "atRisk"]);
  const n = checkCount(task, `${path}.atRisk`, counts.atRisk);
  const x = checkCount(task, `${path}.${name}`, counts[name]);
  if (x <= n) return { x, n };
  throw new InvalidInputError(task, `${path}.${name}`, `must be at most ${path}.atRisk, which is ${n}`, x);
}
