import { checkChoice, checkLevel, checkNames, checkPositive } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type Interval, toEstimate, UNDETERMINED } from "../estimate.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import type { ProportionOptions } from "../stats/proportionEstimate.ts";
import {
  PROPORTION_METHODS,
  type ProportionMethod,
  proportionInterval,
} from "../stats/proportionInterval.ts";
import { type PeriodCounts, periodCounts } from "./periodCounts.ts";
import { firstAfter, type RiskTable, riskTable } from "./riskTable.ts";
import { productLimit } from "./survivalCurve.ts";

/** The options of {@link hazardByPeriod}. */
export interface HazardByPeriodOptions extends ProportionOptions {
  /** The length of a period, above 0, in the unit of the durations. Default 1. */
  readonly period?: number;
}

/** One period: the share of those there at its start who leave within it, from 0 to 1. */
export interface HazardRow extends Estimate<"hazard"> {
  /** 1 for the first period. */
  readonly period: number;
  /** Where the period begins; this time itself belongs to the period before, except 0. */
  readonly from: number;
  /** Where it ends; this time belongs to it. */
  readonly to: number;
  /** Lifetimes under observation at its start. */
  readonly atRisk: number;
  /** Lifetimes that end within it. */
  readonly events: number;
  /** Lifetimes last seen within it, still there. */
  readonly censored: number;
  /** Of those at risk. */
  readonly unit: "share";
  /** The interval of a share, at the effective sample size. */
  readonly method: ProportionMethod;
}

/**
 * When customers leave: for each period, the share (from 0 to 1) of those there at its start who leave within
 * it. The periods are (0, p], (p, 2p], … up to the longest lifetime; a duration of 0 belongs to the first.
 *
 *     hazard = 1 - S(to) / S(from)        S the Kaplan-Meier curve
 *
 * The interval is the one for a share of m, the effective sample size: the number of customers, all observed
 * through the period, that would give Greenwood's variance [DoreyKorn1987]. At 0 and 1 there is no such
 * variance, and m is the number who left or were observed to the end of the period.
 *
 * A period whose end nobody was observed to reach is known in part only: its estimate is `null`, its counts
 * are there.
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row or an option is not valid, or more than a million periods would be
 *   needed.
 * @example
 * const lifetimes = [1, 1, 2, 3, 3, 3].map((duration) => ({ duration, churned: duration < 3 }));
 * hazardByPeriod(lifetimes).map(({ atRisk, events }) => [atRisk, events]); // => [[6, 2], [4, 1], [3, 0]]
 * @see docs/metrics/survival.md. Interval: Wilson's, [Wilson1927].
 */
export function hazardByPeriod(
  lifetimes: Iterable<LifetimeRow>,
  options: HazardByPeriodOptions = {},
): HazardRow[] {
  const task = "compute hazardByPeriod";
  checkNames(task, "option", options, ["period", "method", "level"]);
  const { period = 1, level = DEFAULT_LEVEL, method = "wilson" } = options;
  const length = checkPositive(task, "period", period);
  checkLevel(task, level);
  checkChoice(task, "method", method, PROPORTION_METHODS);
  const columns = readLifetimes(task, lifetimes);
  const risk = riskTable(columns);
  let first = 0;
  return periodCounts(task, columns, length).map((counts) => {
    const next = firstAfter(risk.time, counts.to);
    const share = shareLeaving(risk, first, next, counts);
    first = next;
    const { period, from, to, atRisk, events, censored, observed } = counts;
    return {
      period,
      from,
      to,
      atRisk,
      events,
      censored,
      ...toEstimate<Estimate<"hazard"> & { readonly unit: "share"; readonly method: ProportionMethod }>(
        {
          metric: "hazard",
          unit: "share",
          estimate: share?.q ?? null,
          ...intervalOf(method, share, 1 - level),
          standardError: share?.standardError ?? null,
          level,
          method,
          n: observed,
        },
        [0, 1],
      ),
    };
  });
}

interface Share {
  readonly q: number;
  readonly standardError: number;
  /** Of how many, all observed through the period, this would be the share. */
  readonly of: number;
}

/** From the steps of the curve within the period; `undefined` where it is not determined. */
function shareLeaving(risk: RiskTable, first: number, next: number, counts: PeriodCounts): Share | undefined {
  const steps = {
    size: next - first,
    time: risk.time.subarray(first, next),
    atRisk: risk.atRisk.subarray(first, next),
    events: risk.events.subarray(first, next),
    censored: risk.censored.subarray(first, next),
    n: risk.n,
  };
  const { survival, logError } = productLimit(steps);
  const stayed = survival.at(-1) ?? 1;
  const q = 1 - stayed;
  if (stayed === 0) return { q, standardError: 0, of: counts.known };
  if (!counts.reachesEnd) return undefined;
  if (stayed === 1) return { q, standardError: 0, of: counts.known };
  const error = logError.at(-1) ?? 0;
  return { q, standardError: stayed * error, of: q / (stayed * error * error) };
}

function intervalOf(method: ProportionMethod, share: Share | undefined, alpha: number): Interval {
  if (share === undefined || share.of === 0) return UNDETERMINED;
  return proportionInterval(method, share.q * share.of, share.of, alpha);
}
