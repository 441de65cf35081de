import { checkChoice, checkLevel, checkNames, checkPositive } from "../check.ts";
import {
  DEFAULT_LEVEL,
  type Estimate,
  type EstimateOptions,
  type Interval,
  toEstimate,
  UNDETERMINED,
} from "../estimate.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { firstAfter, riskTable } from "./riskTable.ts";
import { productLimit, type SurvivalCurve } from "./survivalCurve.ts";
import { zOf } from "./survivalInterval.ts";

/**
 * The interval for a restricted mean:
 * - `logit` is symmetric in the log odds of the share of the horizon that is lived; stays inside 0 to the
 *   horizon.
 * - `plain` is symmetric in the mean itself; cut at 0 and the horizon.
 */
export type RestrictedMeanMethod = "logit" | "plain";

/** The options of {@link restrictedMeanLifetime}. */
export interface RestrictedMeanOptions extends EstimateOptions {
  /** Up to when lifetimes are looked at, above 0, in the unit of the durations. */
  readonly horizon: number;
  /** Which interval. Default `"logit"`. */
  readonly method?: RestrictedMeanMethod;
}

/** What {@link restrictedMeanLifetime} returns: a mean time, from 0 to `horizon`. */
export interface RestrictedMeanEstimate extends Estimate<"restrictedMeanLifetime"> {
  /** In the unit of the durations, as `horizon` is. */
  readonly unit: "time";
  /** Where the interval is symmetric: in the mean or in its log odds. */
  readonly method: RestrictedMeanMethod;
  /** Up to when lifetimes are looked at. */
  readonly horizon: number;
}

/**
 * The mean time that customers stay within the first `horizon` units of time, from 0 to `horizon`: the area
 * under the Kaplan-Meier curve. It is known where the mean of whole lifetimes is not, because nobody's end
 * beyond the horizon matters.
 *
 *     mean = area under S from 0 to horizon
 *     SE^2 = sum over the times up to it of (area after t)^2 d / (n (n - d))
 *
 * `null` when the horizon lies beyond the longest lifetime observed and S is not 0 there. Without spread
 * (nobody left, or all at once) the ends are `null`.
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const lifetimes = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration !== 8 }));
 * restrictedMeanLifetime(lifetimes, { horizon: 5 }).estimate; // => 4
 * @see docs/metrics/survival.md and docs/methods/survival.md. Variance: [KaplanMeier1958].
 */
export function restrictedMeanLifetime(
  lifetimes: Iterable<LifetimeRow>,
  options: RestrictedMeanOptions,
): RestrictedMeanEstimate {
  const task = "compute restrictedMeanLifetime";
  checkNames(task, "option", options, ["horizon", "method", "level"]);
  const { level = DEFAULT_LEVEL, method = "logit" } = options;
  const horizon = checkPositive(task, "horizon", options.horizon);
  checkLevel(task, level);
  checkChoice(task, "method", method, ["logit", "plain"]);
  const curve = productLimit(riskTable(readLifetimes(task, lifetimes)));
  const area = areaTo(horizon, curve);
  const { low, high } = intervalOf(method, area, horizon, zOf(level));
  return toEstimate<RestrictedMeanEstimate>(
    {
      metric: "restrictedMeanLifetime",
      unit: "time",
      estimate: area?.mean ?? null,
      low,
      high,
      standardError: area?.standardError ?? null,
      level,
      method,
      n: curve.risk.n,
      horizon,
    },
    [0, horizon],
  );
}

interface Area {
  readonly mean: number;
  readonly standardError: number;
}

/** The area under the curve and its standard error, from the horizon back to 0; `undefined` where not determined. */
function areaTo(horizon: number, { risk, survival }: SurvivalCurve): Area | undefined {
  const { time, atRisk, events } = risk;
  const reached = firstAfter(time, horizon);
  if (reached === risk.size && !((time[reached - 1] ?? -1) === horizon || survival[reached - 1] === 0))
    return undefined;
  let area = 0;
  let variance = 0;
  let end = horizon;
  for (let index = reached - 1; index >= 0; index--) {
    const start = time[index] as number;
    const [n, d] = [atRisk[index] as number, events[index] as number];
    area += (survival[index] as number) * (end - start);
    // After the time at which all leave there is no area, whatever 0 / 0 would say.
    const share = area / horizon;
    if (share > 0) variance += ((share * share) / n / (n - d)) * d;
    end = start;
  }
  // The sum of stretches may pass the horizon by a rounding.
  return { mean: Math.min(horizon, area + end), standardError: horizon * Math.sqrt(variance) };
}

function intervalOf(
  method: RestrictedMeanMethod,
  area: Area | undefined,
  horizon: number,
  z: number,
): Interval {
  if (area === undefined || area.standardError === 0) return UNDETERMINED;
  const half = z * area.standardError;
  if (method === "plain") return { low: area.mean - half, high: area.mean + half };
  const lived = area.mean / horizon;
  const rest = 1 - lived;
  if (rest === 0) return UNDETERMINED;
  // By the delta method, the standard error of log(lived / rest) is SE / (horizon lived rest).
  const factor = Math.exp(half / horizon / lived / rest);
  return {
    low: horizon * (lived / (lived + rest * factor)),
    high: horizon * (lived / (lived + rest / factor)),
  };
}
