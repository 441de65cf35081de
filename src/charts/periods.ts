import { InvalidInputError } from "../errors.ts";
import { estimateValues, nNote } from "./estimates.ts";
import { type Fields, type Group, groupsOf } from "./groups.ts";
import type { JsonRecord } from "./vegaLite.ts";

/** More marks than this, and a browser is slow to draw what nobody can tell apart. */
export const MOST_RECORDS = 2000;

/** The periods of all groups in one order. */
export function periodsOf(groups: readonly Group[]): readonly Group[] {
  const rows = groups.flatMap((group) => group.rows);
  const all = [...groupsOf(rows, ["period"])];
  // The labels of our buckets sort as text. What others are called keeps the order in which it came.
  if (all.every(({ name }) => /^\d{4}(?:-|$)/.test(name))) all.sort((a, b) => (a.name < b.name ? -1 : 1));
  return all;
}

/**
 * A record for each period of each group, also where there is no row: what is not known is a gap. `alone` is an
 * interval between two gaps, `open` a window that is not full, `dot` whether a dot is drawn. Refuses a period that a
 * group has twice: one line cannot go through both.
 */
export function trendValues(
  task: string,
  groups: readonly Group[],
  periods: readonly Group[],
  dots: boolean,
): readonly JsonRecord[] {
  return groups.flatMap(({ name, rows }) => {
    const own = new Map<unknown, Fields>();
    for (const row of rows) {
      if (own.has(row.period))
        throw new InvalidInputError(task, "rows", "must have each period of a group once", row.period);
      own.set(row.period, row);
    }
    const line = periods.map((period) => own.get(period.rows[0]?.period) ?? UNKNOWN);
    const hasDot = (index: number): boolean => (line[index] ?? UNKNOWN).estimate !== null;
    const hasBand = (index: number): boolean =>
      hasDot(index) && (line[index]?.low !== null || line[index]?.high !== null);
    const isAlone = (index: number, has: typeof hasDot): boolean =>
      has(index) && !has(index - 1) && !has(index + 1);
    return line.map((row, index) => {
      const period = periods[index]?.name ?? "";
      const open = hasDot(index) && row.complete === false;
      return {
        ...estimateValues(name, row),
        // With neither end there is no band, rather than one without width.
        ...(hasBand(index) ? {} : { low: null, high: null }),
        period,
        tick: `${period}\n${row.suppressed === true ? "too few" : nNote(Number(row.n))}`,
        alone: isAlone(index, hasBand),
        open,
        dot: dots || open || isAlone(index, hasDot),
      };
    });
  });
}

const UNKNOWN: Fields = { estimate: null, low: null, high: null, unit: "count", n: 0 };
