import { checkCount, checkIterable, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";
import { type ActiveCounts, checkActive, checkIntervals } from "./cohortCell.ts";

/** What {@link retentionCurve} needs of a cell: one of {@link cohortRetention} has it all. */
export interface CurveCell extends ActiveCounts {
  /** How many buckets after the cohort's own the period begins. */
  readonly offset: number | bigint;
  /** The first offset beyond the period. */
  readonly until: number | bigint;
  /** Whether the period is over. */
  readonly complete: boolean;
}

/** One point of {@link retentionCurve}: the share retained at an offset, from 0 to 1. */
export interface RetentionCurveRow extends ProportionEstimate<"retentionCurve"> {
  /** How many buckets after the cohort's own the period begins. */
  readonly offset: number;
  /** The first offset beyond the period. */
  readonly until: number;
  /** How many cohorts it rests on: those with customers, whose period is over. */
  readonly cohorts: number;
  /** How many customers of these cohorts were active in the period. */
  readonly active: number;
  /** How many customers these cohorts have. */
  readonly size: number;
}

/**
 * The average retention at each offset, weighted by the sizes of the cohorts, from 0 to 1.
 *
 *     retention at an offset = sum of active / sum of size, over its complete cells
 *
 * Offsets ascend. A cell that is not complete is left out, so an offset without a complete cell does not appear.
 *
 * @param cells - A cohort table: of {@link cohortRetention} in any mode, or of {@link cohortRetentionFromCounts}.
 * @throws {InvalidInputError} When a field of a cell is not valid, when cells of one offset have different periods
 *   (two tables of different brackets), or an option is not valid.
 * @example
 * const cells = cohortRetentionFromCounts([
 *   { cohort: "2024-01", offset: 1, active: 30, size: 100 },
 *   { cohort: "2024-02", offset: 1, active: 20, size: 100 },
 * ]);
 * retentionCurve(cells)[0]?.estimate; // => 0.25
 * @see docs/metrics/cohort-retention.md. Interval: Wilson's, [Wilson1927].
 */
export function retentionCurve(
  cells: Iterable<CurveCell>,
  options: ProportionOptions = {},
): RetentionCurveRow[] {
  const task = "compute retentionCurve";
  checkNames(task, "option", options, ["level", "method"]);
  const intervals = checkIntervals(task, options);
  checkIterable(task, "cells", cells);
  const sums = new Map<number, { until: number; cohorts: number; active: number; size: number }>();
  let index = 0;
  for (const cell of cells) {
    const path = `cells[${index++}]`;
    const { offset, until, complete, active, size } = checkCell(task, path, cell);
    const sum = sums.get(offset) ?? { until, cohorts: 0, active: 0, size: 0 };
    if (until !== sum.until) {
      const requirement = `must equal ${sum.until}, the end of the other periods from offset ${offset}`;
      throw new InvalidInputError(task, `${path}.until`, requirement, until);
    }
    sums.set(offset, sum);
    if (!complete || size === 0) continue;
    sum.cohorts++;
    sum.active += active;
    sum.size = checkCount(task, "the sum of size", sum.size + size);
  }
  return [...sums]
    .filter(([, { cohorts }]) => cohorts > 0)
    .sort(([a], [b]) => a - b)
    .map(([offset, sum]) => ({
      offset,
      ...sum,
      ...proportionEstimate("retentionCurve", sum.active, sum.size, intervals),
    }));
}

interface CheckedCell {
  readonly offset: number;
  readonly until: number;
  readonly complete: boolean;
  readonly active: number;
  readonly size: number;
}

function checkCell(task: string, path: string, cell: CurveCell): CheckedCell {
  const { offset: from, until: end, complete, active: some, size: all } = Object(cell) as CurveCell;
  if (from === undefined) throw new InvalidInputError(task, path, "must carry offset", cell);
  const offset = checkCount(task, `${path}.offset`, from);
  const until = checkCount(task, `${path}.until`, end, offset + 1);
  if (typeof complete !== "boolean")
    throw new InvalidInputError(task, `${path}.complete`, "must be true or false", complete);
  const { active, size } = checkActive(task, path, some, all);
  return { offset, until, complete, active, size };
}
