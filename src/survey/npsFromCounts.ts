import { checkCarries, checkCount } from "../check.ts";
import { type NpsEstimate, type NpsOptions, npsOf } from "./nps.ts";

/** Answers counted elsewhere: an {@link NpsEstimate} is one, so is a row of a database. */
export interface NpsCounts {
  /** How many gave 9 or 10. */
  readonly promoters: number | bigint;
  /** How many gave 7 or 8. */
  readonly passives: number | bigint;
  /** How many gave 6 or less. */
  readonly detractors: number | bigint;
  /** Asked, but not answered. Default 0. */
  readonly missing?: number | bigint;
}

/**
 * Net promoter score from counts made elsewhere, in points from -100 to 100.
 *
 * @param counts - How many answered 9 or 10, 7 or 8, and 0 to 6.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer.
 * @example
 * npsFromCounts({ promoters: 118, passives: 60, detractors: 22 }).estimate; // => 48
 * @see docs/metrics/nps.md.
 */
export function npsFromCounts(counts: NpsCounts, options: NpsOptions = {}): NpsEstimate {
  const [promoters, passives, detractors] = checkNpsCounts("compute nps", "counts", counts);
  const missing = checkCount("compute nps", "counts.missing", counts.missing ?? 0);
  return npsOf(promoters, passives, detractors, missing, options);
}

/** Promoters, passives and detractors as plain numbers. */
export function checkNpsCounts(
  task: string,
  path: string,
  counts: NpsCounts,
): [promoters: number, passives: number, detractors: number] {
  checkCarries(task, path, counts, ["promoters", "passives", "detractors"]);
  const promoters = checkCount(task, `${path}.promoters`, counts.promoters);
  const passives = checkCount(task, `${path}.passives`, counts.passives);
  const detractors = checkCount(task, `${path}.detractors`, counts.detractors);
  checkCount(task, path, promoters + passives + detractors);
  return [promoters, passives, detractors];
}
