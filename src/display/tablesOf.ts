import { isEstimate } from "./estimateColumn.ts";
import { fieldTable } from "./fieldTable.ts";
import { fitTable, isFit } from "./fitTable.ts";
import { type Fields, isPlain, type Records, readRecords } from "./readRecords.ts";
import { chosen, rowsTable } from "./rowsTable.ts";
import type { Table } from "./table.ts";
import { checkTableOptions, type TableOptions } from "./tableOptions.ts";

/** The tables that show `rows`, with the options checked. */
export function readTables(task: string, rows: unknown, options: TableOptions): readonly Table[] {
  checkTableOptions(task, options);
  return tablesOf(task, readRecords(task, "rows", rows), options);
}

/** The tables that show a result: one for rows, and for a record one of its fields and one for each list in it. */
export function tablesOf(task: string, { rows, isAlone }: Records, options: TableOptions): readonly Table[] {
  const [record] = rows;
  if (!isAlone || record === undefined || isEstimate(record)) return [rowsTable(task, rows, options)];
  const { columns: _, ...rest } = options;
  const fields = chosen(task, Object.keys(record), options).map((name) => [name, record[name]] as const);
  const { test, metric, model } = record;
  const title = [test, metric, model].find((name): name is string => typeof name === "string");
  return recordTables(task, Object.fromEntries(fields), rest, title ?? "");
}

/** One table of what is single in a record, then one for each list, fit or estimate in it, short ones first. */
function recordTables(task: string, record: Fields, options: TableOptions, title: string): Table[] {
  const single: [string, unknown][] = [];
  const parts: { readonly length: number; readonly tables: readonly Table[] }[] = [];
  const fit = isFit(record) ? fitTable(task, record, options, title) : undefined;
  for (const [name, value] of Object.entries(fit?.others ?? record)) {
    const part = (rows: readonly Fields[]): void => {
      parts.push({ length: rows.length, tables: [rowsTable(task, rows, options, name)] });
    };
    if (isList(value)) part(value);
    else if (!isPlain(value)) single.push([name, value]);
    else if (isFit(value)) parts.push({ length: 1, tables: recordTables(task, value, options, name) });
    else if (isEstimate(value)) part([value]);
    else for (const [inner, field] of Object.entries(value)) single.push([`${name}.${inner}`, field]);
  }
  parts.sort((a, b) => a.length - b.length);
  return [
    ...(fit === undefined ? [] : [fit.table]),
    ...(single.length === 0 ? [] : [fieldTable(single, options, fit === undefined ? title : "")]),
    ...parts.flatMap(({ tables }) => tables),
  ];
}

function isList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPlain);
}
