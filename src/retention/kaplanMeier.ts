import { checkNames } from "../check.ts";
import type { Estimate } from "../estimate.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { riskTable } from "./riskTable.ts";
import { productLimit, type SurvivalCurve } from "./survivalCurve.ts";
import {
  checkSurvivalOptions,
  type SurvivalMethod,
  type SurvivalOptions,
  survivalInterval,
  zOf,
} from "./survivalInterval.ts";

/** One step of a survival curve: the share still there after `time`, from 0 to 1. */
export interface SurvivalRow extends Estimate<"survival"> {
  /** In the unit of the durations. */
  readonly time: number;
  /** Lifetimes that had come under observation before this time and lasted at least until it. */
  readonly atRisk: number;
  /** Those of them who left at this time. */
  readonly events: number;
  /** Those of them who were still there when last seen, at this time. */
  readonly censored: number;
  /** Of all customers, whether or not they were seen so long. */
  readonly unit: "share";
  /** The scale on which the interval is symmetric. */
  readonly method: SurvivalMethod;
}

/**
 * The share of customers still there after each time, estimated from lifetimes of which some have not ended
 * [KaplanMeier1958]: one row per distinct duration, ascending. `n` is the number of all lifetimes.
 *
 *     S(t) = product over the times up to t of (n - d) / n        n at risk, d of them left
 *
 * The curve starts at 1, without a row at time 0 unless somebody left at it; those last seen at 0 are part of
 * `n` and never at risk after it. Where S is 0, and for `logLog` where it is 1, the ends are `null`. With
 * `entry` (left truncation), n counts those who came under observation before t; once S is 0 it stays 0.
 *
 * @param lifetimes - `duration` from 0, whether it ended (`churned`); `count` lets one row stand for many.
 * @throws {InvalidInputError} When a duration is not a finite number from 0, `churned` not true or false,
 *   `entry` not below `duration`, or an option not valid.
 * @example
 * const curve = kaplanMeier([
 *   { duration: 1, churned: true },
 *   { duration: 2, churned: false },
 *   { duration: 3, churned: true },
 *   { duration: 3, churned: false },
 * ]);
 * curve.map(({ time, atRisk, estimate }) => [time, atRisk, estimate]); // => [[1, 4, 0.75], [2, 3, 0.75], [3, 2, 0.375]]
 * @see docs/metrics/survival.md. Variance: Greenwood's, [Greenwood1926].
 */
export function kaplanMeier(lifetimes: Iterable<LifetimeRow>, options: SurvivalOptions = {}): SurvivalRow[] {
  const task = "compute kaplanMeier";
  checkNames(task, "option", options, ["method", "level"]);
  const { method, level } = checkSurvivalOptions(task, options);
  return curveRows(productLimit(riskTable(readLifetimes(task, lifetimes))), method, level);
}

/** A curve as rows, with the interval at each step. */
export function curveRows(curve: SurvivalCurve, method: SurvivalMethod, level: number): SurvivalRow[] {
  const { risk, survival, logError } = curve;
  const z = zOf(level);
  const rows: SurvivalRow[] = new Array(risk.size);
  for (let index = 0; index < risk.size; index++) {
    const estimate = survival[index] as number;
    const error = logError[index] as number;
    const { low, high } = survivalInterval(method, estimate, error, z);
    rows[index] = {
      time: risk.time[index] as number,
      atRisk: risk.atRisk[index] as number,
      events: risk.events[index] as number,
      censored: risk.censored[index] as number,
      metric: "survival",
      unit: "share",
      estimate,
      low,
      high,
      standardError: estimate === 0 ? 0 : estimate * error,
      level,
      method,
      n: risk.n,
    };
  }
  return rows;
}
