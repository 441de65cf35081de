import { checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { curveQuantile, type LifetimeQuantileEstimate } from "./curveQuantile.ts";
import { riskTable } from "./riskTable.ts";
import { productLimit } from "./survivalCurve.ts";
import { checkSurvivalOptions, type SurvivalOptions } from "./survivalInterval.ts";

/** The options of {@link lifetimeQuantile}. */
export interface LifetimeQuantileOptions extends SurvivalOptions {
  /** The share that has left, strictly between 0 and 1: 0.25 asks when the first quarter has. */
  readonly probability: number;
}

/**
 * The time by which the share `probability` of customers has left, in the unit of the durations, from 0 up:
 * where the Kaplan-Meier curve gets down to 1 - probability; the middle of the stretch on which it equals
 * that.
 *
 * `null` when the curve never gets so low. Then `high` is `null`, too, but `low` may be known: "at least so
 * long".
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const lifetimes = [1, 2, 3, 4, 5, 6, 7].map((duration) => ({ duration, churned: duration < 6 }));
 * lifetimeQuantile(lifetimes, { probability: 0.25 }).estimate; // => 2
 * lifetimeQuantile(lifetimes, { probability: 0.9 }).estimate; // => null
 * @see docs/metrics/survival.md. Interval: [BrookmeyerCrowley1982].
 */
export function lifetimeQuantile(
  lifetimes: Iterable<LifetimeRow>,
  options: LifetimeQuantileOptions,
): LifetimeQuantileEstimate {
  const task = "compute lifetimeQuantile";
  checkNames(task, "option", options, ["probability", "method", "level"]);
  const { probability } = options;
  if (!(typeof probability === "number" && probability > 0 && probability < 1))
    throw new InvalidInputError(task, "probability", "must be strictly between 0 and 1", probability);
  const checked = checkSurvivalOptions(task, options);
  const curve = productLimit(riskTable(readLifetimes(task, lifetimes)));
  return curveQuantile("lifetimeQuantile", curve, probability, checked);
}
