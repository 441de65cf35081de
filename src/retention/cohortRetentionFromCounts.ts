import { checkCount, checkIterable, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { type ProportionOptions, proportionEstimate } from "../stats/proportionEstimate.ts";
import { type ActiveCounts, type CohortCell, checkActive, checkIntervals } from "./cohortCell.ts";

/** One cell of a cohort table that was counted elsewhere, such as a row of a database. */
export interface CohortCounts extends ActiveCounts {
  /** Which cohort. All are numbers, or all are text. */
  readonly cohort: string | number;
  /** How many periods after the cohort's own. */
  readonly offset: number | bigint;
  /** Whether the period is over. Default true: what was counted elsewhere is taken as final. */
  readonly complete?: boolean;
  /** The first offset beyond the period, the same in every row of an offset. Default `offset + 1`. */
  readonly until?: number | bigint;
}

/**
 * Cohort retention from counts made elsewhere, such as by SQL: the share of each cohort that was active in each
 * period, from 0 to 1.
 *
 * A query that joins and groups has no row for a cell in which nobody was active. It is filled in with 0, wherever
 * another cohort has that offset and this one has a later offset. Cohorts ascend (text by code units), and so do
 * their offsets.
 *
 * @param rows - How many of a cohort were active at an offset, and how many the cohort has.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, when `active` is above `size`, when a
 *   cohort has two sizes, a cell two rows or an offset two ends, or when text and numbers are mixed.
 * @example
 * const cells = cohortRetentionFromCounts([{ cohort: "2024-01", offset: 1, active: 25n, size: 100n }]);
 * cells[0]?.estimate; // => 0.25
 * @see docs/metrics/cohort-retention.md.
 */
export function cohortRetentionFromCounts(
  rows: Iterable<CohortCounts>,
  options: ProportionOptions = {},
): CohortCell[] {
  const task = "compute cohortRetention";
  checkNames(task, "option", options, ["level", "method"]);
  const intervals = checkIntervals(task, options);
  const { cohorts, untils } = readCounts(task, rows);
  const offsets = [...untils.keys()].sort((a, b) => a - b);
  const cells: CohortCell[] = [];
  for (const [cohort, { size, found }] of [...cohorts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = [...found.keys()].reduce((a, b) => Math.max(a, b));
    for (const offset of offsets) {
      if (offset > last) break;
      // A period before one that has begun is over.
      const { active, complete } = found.get(offset) ?? { active: 0, complete: true };
      const estimate = proportionEstimate("cohortRetention", active, size, intervals);
      cells.push({
        cohort,
        offset,
        until: untils.get(offset) ?? offset + 1,
        size,
        active,
        complete,
        ...estimate,
      });
    }
  }
  return cells;
}

interface Cohort {
  readonly size: number;
  /** By offset. */
  readonly found: Map<number, { readonly active: number; readonly complete: boolean }>;
}

interface Counts {
  readonly cohorts: Map<string | number, Cohort>;
  /** The end of the period of each offset. */
  readonly untils: Map<number, number>;
}

function readCounts(task: string, rows: Iterable<CohortCounts>): Counts {
  checkIterable(task, "rows", rows);
  const cohorts: Counts["cohorts"] = new Map();
  const untils: Counts["untils"] = new Map();
  let index = 0;
  let kind: string | undefined;
  for (const row of rows) {
    const path = `rows[${index++}]`;
    const fail = (field: string, requirement: string, received: unknown): never => {
      throw new InvalidInputError(task, `${path}${field}`, requirement, received);
    };
    if (typeof row !== "object" || row === null) fail("", "must be a row of counts", row);
    const { cohort: name, offset: from, active: some, size: all, complete = true, until: end } = row;
    const cohort = typeof name === "number" ? name + 0 : name;
    if (typeof cohort !== "string" && !Number.isFinite(cohort))
      fail(".cohort", "must be text or a finite number", name);
    kind ??= typeof cohort;
    if (typeof cohort !== kind) fail(".cohort", `must be a ${kind}, as those of the rows before`, name);
    const offset = checkCount(task, `${path}.offset`, from);
    const { active, size } = checkActive(task, path, some, all);
    if (typeof complete !== "boolean") fail(".complete", "must be true or false", complete);
    const until = checkCount(task, `${path}.until`, end ?? offset + 1, offset + 1);
    const otherUntil = untils.get(offset) ?? until;
    if (until !== otherUntil) fail(".until", `must equal ${otherUntil}, as in the rows before`, until);
    const known = cohorts.get(cohort) ?? { size, found: new Map() };
    if (size !== known.size)
      fail(".size", `must equal ${known.size}, the size in the cohort's other rows`, all);
    if (known.found.has(offset)) fail(".offset", "must be there once for each cohort", from);
    cohorts.set(cohort, known);
    untils.set(offset, until);
    known.found.set(offset, { active, complete });
  }
  return { cohorts, untils };
}
