import { checkChoice, checkCount, checkLevel } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { DEFAULT_LEVEL } from "../estimate.ts";
import type { ProportionEstimate, ProportionOptions } from "../stats/proportionEstimate.ts";
import { PROPORTION_METHODS } from "../stats/proportionInterval.ts";
import type { Bucket } from "../time/bucket.ts";

/** The share of a cohort that was active in a period, from 0 to 1. */
export interface CohortCell extends ProportionEstimate<"cohortRetention"> {
  /** Which cohort: the label of the bucket in which its customers first bought, or what the counts call it. */
  readonly cohort: string | number;
  /** How many buckets after the cohort's own the period begins. */
  readonly offset: number;
  /** The first offset beyond the period: `offset + 1`, or the end of the bracket. */
  readonly until: number;
  /** How many customers the cohort has. */
  readonly size: number;
  /** How many of them were active in the period. */
  readonly active: number;
  /**
   * Whether the period is over. While it is not, `active` can still grow; in mode `"onOrAfter"` it always can, because
   * "after" does not end.
   */
  readonly complete: boolean;
}

/** Customers of a cohort, and how many of them were active: plain counts, or any cell of a cohort table. */
export interface ActiveCounts {
  /** Those active in the period, from 0 to `size`. */
  readonly active: number | bigint;
  /** Everybody in the cohort, active or not. */
  readonly size: number | bigint;
}

/** How many were active, and of how many, as plain numbers. */
export function checkActive(
  task: string,
  path: string,
  some: number | bigint,
  all: number | bigint,
): { readonly active: number; readonly size: number } {
  const size = checkCount(task, `${path}.size`, all);
  const active = checkCount(task, `${path}.active`, some);
  if (active <= size) return { active, size };
  throw new InvalidInputError(
    task,
    `${path}.active`,
    `must be at most ${path}.size, which is ${size}`,
    active,
  );
}

/** The options of the intervals, checked even when there is no cell to need them. */
export function checkIntervals(task: string, options: ProportionOptions): ProportionOptions {
  const { level = DEFAULT_LEVEL, method = "wilson" } = options;
  return {
    level: checkLevel(task, level),
    method: checkChoice(task, "method", method, PROPORTION_METHODS),
  };
}

// A date in a wrong century makes millions of days, and as many cells for each of them.
const MOST_CELLS = 5_000_000;

/** Refuses a triangle of too many cells; `begunWithin` says how many a cohort has after so many buckets. */
export function checkCells(
  task: string,
  bucket: Bucket,
  [first, cohorts]: readonly [first: number, cohorts: number],
  begunWithin: (buckets: number) => number,
): void {
  let cells = 0;
  for (let cohort = 0; cohort < cohorts && Math.max(cells, cohorts) <= MOST_CELLS; cohort++)
    cells += begunWithin(cohorts - cohort);
  if (Math.max(cells, cohorts) <= MOST_CELLS) return;
  const [from, to] = [bucket.labelOf(first), bucket.labelOf(first + cohorts - 1)];
  const requirement = `must make at most ${MOST_CELLS} cells: choose a larger one, or check the dates, since there are ${cohorts} cohorts from ${from} to ${to}`;
  throw new InvalidInputError(task, "bucket", requirement, bucket);
}
