import { checkChoice, checkLevel, checkNames } from "../check.ts";
import {
  DEFAULT_LEVEL,
  type Estimate,
  type EstimateOptions,
  type Interval,
  UNDETERMINED,
} from "../estimate.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { riskTable } from "./riskTable.ts";
import { zOf } from "./survivalInterval.ts";

/**
 * The interval for a cumulative hazard:
 * - `log` is symmetric in log H; never below 0.
 * - `plain` is symmetric in H itself; cut at 0.
 */
export type CumulativeHazardMethod = "log" | "plain";

/** The options of {@link nelsonAalen}. */
export interface NelsonAalenOptions extends EstimateOptions {
  /** Which interval. Default `"log"`. */
  readonly method?: CumulativeHazardMethod;
}

/** One step of a cumulative hazard, from 0 up. */
export interface CumulativeHazardRow extends Estimate<"cumulativeHazard"> {
  /** In the unit of the durations. */
  readonly time: number;
  /** Lifetimes that had come under observation before this time and lasted at least until it. */
  readonly atRisk: number;
  /** Those of them who left at this time. */
  readonly events: number;
  /** Those of them who were still there when last seen, at this time. */
  readonly censored: number;
  /** Departures per customer: it may exceed 1. */
  readonly unit: "ratio";
  /** Where the interval is symmetric: in H or in its logarithm. */
  readonly method: CumulativeHazardMethod;
}

/**
 * The cumulative hazard after each time, from 0 up: how often a customer would have left by then, were each
 * who left replaced at once. Its slope shows when customers leave. Rows as in {@link kaplanMeier}.
 *
 *     H(t) = sum over the times up to t of d / n        n at risk, d of them left
 *     SE^2 = sum of d / n^2
 *
 * Where H is 0 the ends of `log` are `null`.
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const lifetimes = [1, 2, 3, 4].map((duration) => ({ duration, churned: duration !== 2 }));
 * nelsonAalen(lifetimes).map((row) => row.estimate); // => [0.25, 0.25, 0.75, 1.75]
 * @see docs/metrics/survival.md. [Nelson1972], [Aalen1978].
 */
export function nelsonAalen(
  lifetimes: Iterable<LifetimeRow>,
  options: NelsonAalenOptions = {},
): CumulativeHazardRow[] {
  const task = "compute nelsonAalen";
  checkNames(task, "option", options, ["method", "level"]);
  const { level = DEFAULT_LEVEL, method = "log" } = options;
  checkLevel(task, level);
  checkChoice(task, "method", method, ["log", "plain"]);
  const risk = riskTable(readLifetimes(task, lifetimes));
  const z = zOf(level);
  const rows: CumulativeHazardRow[] = new Array(risk.size);
  let estimate = 0;
  let variance = 0;
  for (let index = 0; index < risk.size; index++) {
    const atRisk = risk.atRisk[index] as number;
    const events = risk.events[index] as number;
    estimate += events / atRisk;
    variance += events / atRisk / atRisk;
    const standardError = Math.sqrt(variance);
    const { low, high } = intervalOf(method, estimate, z * standardError);
    rows[index] = {
      time: risk.time[index] as number,
      atRisk,
      events,
      censored: risk.censored[index] as number,
      metric: "cumulativeHazard",
      unit: "ratio",
      estimate,
      low,
      high,
      standardError,
      level,
      method,
      n: risk.n,
    };
  }
  return rows;
}

function intervalOf(method: CumulativeHazardMethod, H: number, half: number): Interval {
  if (method === "plain") return { low: Math.max(0, H - half), high: H + half };
  if (H === 0) return UNDETERMINED;
  const factor = Math.exp(half / H);
  return { low: H / factor, high: H * factor };
}
