import { checkNames } from "../check.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { curveQuantile, type LifetimeQuantileEstimate } from "./curveQuantile.ts";
import { riskTable } from "./riskTable.ts";
import { productLimit } from "./survivalCurve.ts";
import { checkSurvivalOptions, type SurvivalOptions } from "./survivalInterval.ts";

/**
 * The time by which half of the customers have left, in the unit of the durations, from 0 up: the quantile of
 * {@link lifetimeQuantile} with `probability` 0.5.
 *
 * `null` while more than half are still there. Then `high` is `null`, too, but `low` may be known.
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const lifetimes = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration !== 8 }));
 * medianLifetime(lifetimes).estimate; // => 5
 * @see docs/metrics/survival.md. Interval: [BrookmeyerCrowley1982].
 */
export function medianLifetime(
  lifetimes: Iterable<LifetimeRow>,
  options: SurvivalOptions = {},
): LifetimeQuantileEstimate<"medianLifetime"> {
  const task = "compute medianLifetime";
  checkNames(task, "option", options, ["method", "level"]);
  const checked = checkSurvivalOptions(task, options);
  const curve = productLimit(riskTable(readLifetimes(task, lifetimes)));
  return curveQuantile("medianLifetime", curve, 0.5, checked);
}
