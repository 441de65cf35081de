import { checkLabel } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { oneLine } from "../format/oneLine.ts";

/** A row of a result, of whatever kind. */
export type Fields = Readonly<Record<string, unknown>>;

/** Which columns name the group of a row. */
export interface GroupOptions {
  /**
   * The columns that tell groups apart. By default those that `rollup` put before the result: none for a result that
   * was not grouped.
   */
  readonly by?: string | readonly string[];
}

/** Fields of results of this library, also in the order in which databases put them; `rollup` has its labels before. */
const RESULT_FIELDS =
  /^(metric|n|low|unit|estimate|level|active|cohort|offset|size|time|from|atRisk|opening|frequency|score|count)$/;

/**
 * The columns that name groups: the ones asked for, or what stands before the result in the first row. Whatever names
 * something is checked in all rows.
 */
export function groupColumns(
  task: string,
  rows: readonly Fields[],
  by?: GroupOptions["by"],
  path = "rows",
): readonly string[] {
  const [first = {}] = rows;
  const names = Object.keys(first);
  // Labels may stand before the period or behind it: groups of a timeline, or a timeline of groups.
  const found = names
    .slice(
      0,
      names.findIndex((name) => RESULT_FIELDS.test(name)),
    )
    .filter((name) => name !== "period" && name !== "complete");
  const columns = by === undefined ? found : typeof by === "string" ? [by] : by;
  if (!Array.isArray(columns))
    throw new InvalidInputError(task, "by", "must be a column or a list of columns", by);
  for (const column of columns) {
    if (rows.length > 0 && !Object.hasOwn(first, column))
      throw new InvalidInputError(task, "by", "must be columns of the rows", column);
  }
  for (const [index, row] of rows.entries()) {
    for (const column of [...columns, "period", "cohort", "customerId"])
      checkLabel(task, `${path}[${index}].${column}`, row[column]);
  }
  return columns;
}

/** A label as text for people: nothing is an en dash, an empty text two quotes so that it is seen. */
export function labelText(label: unknown): string {
  if (label === null || label === undefined) return "–";
  return label === "" ? '""' : oneLine(String(label));
}

/** The rows of one group. */
export interface Group {
  /** Different for every group, also where different labels look alike (`1` and `"1"`). */
  readonly name: string;
  readonly rows: readonly Fields[];
}

/** The rows by group, in order of first appearance. */
export function groupsOf(rows: readonly Fields[], columns: readonly string[]): readonly Group[] {
  const groups = new Map<string, { name: string; rows: Fields[] }>();
  const names = new Set<string>();
  for (const row of rows) {
    const labels = columns.map((column) => row[column]);
    const key = JSON.stringify(labels);
    let group = groups.get(key);
    if (group === undefined) {
      group = { name: unlike(labels.map(labelText).join(" · "), names), rows: [] };
      groups.set(key, group);
    }
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** `name`, or with a number behind it when something else is called so already. */
export function unlike(name: string, names: Set<string>): string {
  // Vega keeps names as keys of objects, where this one is taken (https://github.com/vega/vega, 5.33); a space sets it apart.
  let free = name === "__proto__" ? `${name} ` : name;
  for (let number = 2; names.has(free); number++) free = `${name} (${number})`;
  names.add(free);
  return free;
}

/** The groups with the most observations, in their own order, and a note where others are left out. */
export function mostObserved<One extends { readonly n: number }>(
  groups: readonly One[],
  most: number,
): { readonly shown: readonly One[]; readonly notes: readonly string[] } {
  if (groups.length <= most) return { shown: groups, notes: [] };
  // Sorting keeps the order of those that have as many.
  const kept = new Set([...groups].sort((a, b) => b.n - a.n).slice(0, most));
  return {
    shown: groups.filter((group) => kept.has(group)),
    notes: [`The ${most} groups with the most observations, of ${count(groups.length)}`],
  };
}

/** "The last 40 cohorts of 500", where not all are shown. */
export function lastNote(things: string, shown: readonly unknown[], all: readonly unknown[]): string {
  return shown.length < all.length ? `The last ${count(shown.length)} ${things} of ${count(all.length)}` : "";
}

/** A count with a comma every three digits. */
export function count(value: number): string {
  return value.toLocaleString("en");
}
