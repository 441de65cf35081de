import { checkCarries, checkCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type ProportionOptions, proportionEstimate } from "../stats/proportionEstimate.ts";
import type { CsatEstimate } from "./csat.ts";

/** Answers counted elsewhere: a {@link CsatEstimate} is one, so is a row of a database. */
export interface CsatCounts {
  /** Answers from the cut up, at most `n`. */
  readonly satisfied: number | bigint;
  /** All who answered, the satisfied among them. */
  readonly n: number | bigint;
  /** Asked, but not answered. Default 0. */
  readonly missing?: number | bigint;
}

/**
 * Customer satisfaction from counts made elsewhere: the share of satisfied answers, from 0 to 1.
 *
 * @param counts - How many are satisfied, and how many answered.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, or `satisfied` is above `n`.
 * @example
 * csatFromCounts({ satisfied: 81, n: 263 }).estimate; // => 0.308
 * @see docs/metrics/csat.md.
 */
export function csatFromCounts(counts: CsatCounts, options: ProportionOptions = {}): CsatEstimate {
  const task = "compute csat";
  const { satisfied, n } = checkCsatCounts(task, "counts", counts);
  const missing = checkCount(task, "counts.missing", counts.missing ?? 0);
  const estimate = proportionEstimate("csat", satisfied, n, options);
  return { ...estimate, satisfied, missing, scaleMin: null, scaleMax: null, satisfiedFrom: null };
}

/** The satisfied and all who answered, as plain numbers. */
export function checkCsatCounts(
  task: string,
  path: string,
  counts: CsatCounts,
): { satisfied: number; n: number } {
  checkCarries(task, path, counts, ["satisfied", "n"]);
  const n = checkCount(task, `${path}.n`, counts.n);
  const satisfied = checkCount(task, `${path}.satisfied`, counts.satisfied);
  if (satisfied <= n) return { satisfied, n };
  throw new InvalidInputError(
    task,
    `${path}.satisfied`,
    `must be at most ${path}.n, which is ${n}`,
    satisfied,
  );
}
