import { cellText, shownText } from "./cellText.ts";
import { numberFormat } from "./numberFormat.ts";
import { titled } from "./rowsTable.ts";
import type { Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** Each field of a record as a line of its own. */
export function fieldTable(
  fields: readonly (readonly [string, unknown])[],
  options: TableOptions,
  title: string,
): Table {
  const shown = fields.filter(([name]) => name !== "covariance");
  return {
    ...(title === "" ? { caption: "Fields" } : titled(title)),
    columns: [
      { heading: "field", isText: true, cells: shown.map(([name]) => shownText(name)) },
      {
        heading: "value",
        isText: true,
        cells: shown.map(([name, value]) => fieldText(name, value, options)),
      },
    ],
    notes: [],
  };
}

/** A value that stands alone. */
export function fieldText(name: string, value: unknown, options: TableOptions): string {
  if (typeof value !== "number" && typeof value !== "bigint") return cellText(value);
  return numberFormat(name, [value], options)(value);
}
