import { checkCarries, checkCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";

/** What {@link responseRate} returns: the share of the invited who completed the survey, from 0 to 1. */
export interface ResponseRateEstimate extends ProportionEstimate<"responseRate"> {
  /** Surveys that came back complete. */
  readonly completed: number;
  /** Everybody who was asked; the same as `n`. */
  readonly invited: number;
}

/** What {@link responseRate} is computed from. */
export interface ResponseCounts {
  /** From 0 to `invited`. */
  readonly completed: number | bigint;
  /** All who got the invitation, those who completed among them. */
  readonly invited: number | bigint;
}

/**
 * Response rate: the share of the invited who completed the survey, from 0 to 1.
 *
 *     response rate = completed / invited
 *
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, or `completed` is above `invited`.
 * @example
 * responseRate({ completed: 15, invited: 60 }).estimate; // => 0.25
 * @see docs/metrics/csat.md. Interval: Wilson's, [Wilson1927].
 */
export function responseRate(counts: ResponseCounts, options: ProportionOptions = {}): ResponseRateEstimate {
  const task = "compute responseRate";
  checkCarries(task, "counts", counts, ["completed", "invited"]);
  const invited = checkCount(task, "counts.invited", counts.invited);
  const completed = checkCount(task, "counts.completed", counts.completed);
  if (completed > invited)
    throw new InvalidInputError(
      task,
      "counts.completed",
      `must be at most counts.invited, ${invited}`,
      completed,
    );
  return { ...proportionEstimate("responseRate", completed, invited, options), completed, invited };
}
