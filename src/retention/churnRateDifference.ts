import { checkChoice, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { DifferenceEstimate } from "../stats/difference.ts";
import { proportionDifference } from "../stats/proportionDifference.ts";
import type { ProportionOptions } from "../stats/proportionEstimate.ts";
import { CHURN_CONVENTIONS, type ChurnConvention, isShare } from "./churnConvention.ts";
import { type ChurnCounts, checkAtRisk } from "./churnRateFromCounts.ts";

/** One side of {@link churnRateDifference}. A convention that both sides carry must be the same. */
export interface ChurnRateGroup extends ChurnCounts {
  /** How the churned were counted; `null` or nothing when that is not known. */
  readonly convention?: ChurnConvention | null;
}

/**
 * The difference of two churn rates of different customers, first minus second, from -1 to 1.
 *
 * @param a - Anything that carries `churned` and `atRisk`: a result of {@link churnRate}, a row of a rollup, plain
 *   counts.
 * @param b - The same, of the other group.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, `churned` is above `atRisk`, a
 *   convention is no proportion (`"stripe"`, `"daily"`), the two sides have different conventions, or an option is not
 *   valid.
 * @example
 * churnRateDifference({ churned: 56, atRisk: 70 }, { churned: 48, atRisk: 80 }).estimate; // => 0.2
 * @see docs/metrics/churn-rate.md. Interval: Newcombe's hybrid of the two Wilson intervals, [Newcombe1998b].
 */
export function churnRateDifference(
  a: ChurnRateGroup,
  b: ChurnRateGroup,
  options: ProportionOptions = {},
): DifferenceEstimate<"churnRateDifference"> {
  const metric = "churnRateDifference";
  const task = `compute ${metric}`;
  checkNames(task, "option", options, ["level", "method"]);
  // Conventions first: a rate that is no proportion may have more departures than customers.
  const first = conventionOf(task, "a", a);
  const second = conventionOf(task, "b", b);
  if (first !== null && second !== null && first !== second)
    throw new InvalidInputError(task, "b.convention", `must equal a.convention, ${first}`, second);
  return proportionDifference(
    metric,
    checkAtRisk(task, "a", a, "churned"),
    checkAtRisk(task, "b", b, "churned"),
    options,
  );
}

function conventionOf(task: string, path: string, group: ChurnRateGroup): ChurnConvention | null {
  const convention = group?.convention ?? null;
  if (convention === null) return null;
  checkChoice(task, `${path}.convention`, convention, CHURN_CONVENTIONS.filter(isShare));
  return convention;
}
