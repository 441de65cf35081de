import { InvalidInputError } from "../errors.ts";
import { cellText, shownText } from "./cellText.ts";
import { areEstimates, estimateCaption, estimateColumn, isConstant } from "./estimateColumn.ts";
import { numberFormat } from "./numberFormat.ts";
import { type Fields, namesOf } from "./readRecords.ts";
import type { Column, Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** Stand in the heading of an estimate where they do not change from row to row. */
const TECHNICAL: readonly string[] = ["metric", "unit", "level", "method"];

/** Rows as one table, of which the first `limit` are shown. */
export function rowsTable(
  task: string,
  records: readonly Fields[],
  options: TableOptions,
  title?: string,
): Table {
  const { locale = "en", limit = records.length } = options;
  const rows = records.slice(0, limit).map((record) => ({ ...record }));
  const isFolded = areEstimates(rows);
  const names = isFolded && options.columns === undefined ? foldedNames(rows) : namesOf(records);
  const { format } = new Intl.NumberFormat(locale);
  const left = records.length - rows.length;
  const counted = `${format(records.length)} ${records.length === 1 ? "row" : "rows"}`;
  const notes = left > 0 ? [`… and ${format(left)} more ${left === 1 ? "row" : "rows"}`] : [];
  const caption = isFolded ? estimateCaption(rows) : counted;
  return {
    ...(title === undefined ? { caption } : titled(`${title}: ${caption}`)),
    columns: chosen(task, names, options).map((name) =>
      isFolded && name === "estimate" ? estimateColumn(rows, options) : plainColumn(rows, name, options),
    ),
    notes:
      isFolded && options.columns === undefined && areSingle(rows) ? [...notes, "n = 1 in every row"] : notes,
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

/** The fields of estimates without those that their column shows. */
function foldedNames(rows: readonly Fields[]): readonly string[] {
  const hidden = new Set(["low", "high", "standardError", "suppressed"]);
  for (const name of TECHNICAL) if (isConstant(rows, name)) hidden.add(name);
  if (areSingle(rows)) hidden.add("n");
  return namesOf(rows).filter((name) => !hidden.has(name));
}

/** Whether the rows are answers of a model, which are about one customer each. */
function areSingle(rows: readonly Fields[]): boolean {
  return rows.length > 1 && rows.every(({ n }) => n === 1);
}

/** The heading of a part of a result. */
export function titled(title: string): { readonly title: string; readonly caption: string } {
  return { title: shownText(title), caption: shownText(title) };
}

/** A field as it is: text to the left, numbers to the right. */
export function plainColumn(rows: readonly Fields[], name: string, options: TableOptions): Column {
  const values = rows.map((row) => row[name]);
  const format = numberFormat(name, values, options);
  let isText = false;
  const cells = values.map((value) => {
    if (typeof value === "number" || typeof value === "bigint") return format(value);
    if (value !== null && value !== undefined) isText = true;
    return cellText(value);
  });
  return { heading: shownText(name), isText, cells };
}
