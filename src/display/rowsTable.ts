import { metricsTitle } from "../charts/estimates.ts";
import { InvalidInputError } from "../errors.ts";
import { shownText } from "./cellText.ts";
import { areEstimates, estimateColumn, isConstant } from "./estimateColumn.ts";
import { plainColumn } from "./plainColumn.ts";
import { type Fields, namesOf } from "./readRecords.ts";
import type { Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** Rows as one table, of which the first `limit` are shown. */
export function rowsTable(
  task: string,
  records: readonly Fields[],
  options: TableOptions,
  title?: string,
): Table {
  const { locale = "en", limit = records.length } = options;
  const rows = records.slice(0, limit);
  const isFolded = areEstimates(rows);
  const names = namesOf(records);
  const isChosen = options.columns !== undefined;
  const hidden = isChosen ? new Set<string>() : hiddenNames(rows, names, isFolded);
  const { format } = new Intl.NumberFormat(locale);
  const counted = (count: number, more: string): string =>
    `${format(count)}${more} ${count === 1 ? "row" : "rows"}`;
  const left = records.length - rows.length;
  const all = counted(records.length, "");
  const caption = shownText(isFolded ? `${metricsTitle(rows)}, ${all}` : all);
  return {
    ...(title === undefined ? { caption } : titled(`${title}: ${caption}`)),
    columns: chosen(task, names, options)
      .filter((name) => !hidden.has(name))
      .map((name) => {
        if (isFolded && name === "estimate") return estimateColumn(rows, options);
        return plainColumn(rows, name, isChosen ? [] : endsOf(name, names), options);
      }),
    notes: left > 0 ? [`… and ${counted(left, " more")}`] : [],
  };
}

/** The fields that were asked for, each of which there must be; or all. */
export function chosen(task: string, names: readonly string[], { columns }: TableOptions): readonly string[] {
  if (columns === undefined || names.length === 0) return columns ?? names;
  const odd = columns.findIndex((name) => !names.includes(name));
  if (odd < 0) return columns;
  const requirement = `must be one of ${names.join(", ")}`;
  throw new InvalidInputError(task, `columns[${odd}]`, requirement, columns[odd]);
}

/** The heading of a part of a result. */
export function titled(title: string): { readonly title: string; readonly caption: string } {
  return { title: shownText(title), caption: shownText(title) };
}

/** The fields that other columns show: the ends of intervals, and what is the same for all estimates. */
function hiddenNames(rows: readonly Fields[], names: readonly string[], isFolded: boolean): Set<string> {
  const hidden = new Set(names.flatMap((name) => endsOf(name, names)));
  if (!isFolded) return hidden;
  for (const name of ["low", "high", "standardError", "suppressed"]) hidden.add(name);
  for (const name of ["metric", "unit", "level", "method"]) if (isConstant(rows, name)) hidden.add(name);
  return hidden;
}

/** The fields with the interval of another: `hazardRatioLow` and `hazardRatioHigh` of `hazardRatio`. */
function endsOf(name: string, names: readonly string[]): readonly string[] {
  const ends = [`${name}Low`, `${name}High`];
  return ends.every((end) => names.includes(end)) ? ends : [];
}
