import { cellText, shownText } from "./cellText.ts";
import { numberFormat } from "./numberFormat.ts";
import { type Fields, fieldOf } from "./readRecords.ts";
import type { Column } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";

/** A field as it is: text to the left, numbers to the right, behind them the `ends` of their interval. */
export function plainColumn(
  rows: readonly Fields[],
  name: string,
  ends: readonly string[],
  options: TableOptions,
): Column {
  const values = rows.flatMap((row) => [fieldOf(row, name), ...ends.map((end) => fieldOf(row, end))]);
  const format = numberFormat(name, values, options);
  const text = (value: unknown): string =>
    typeof value === "number" || typeof value === "bigint" ? format(value) : cellText(value);
  return {
    heading: shownText(name),
    isText: values.some((value) => !["number", "bigint", "undefined"].includes(typeof (value ?? undefined))),
    cells: rows.map((row) => {
      const interval =
        ends.length === 0 ? "" : ` (${ends.map((end) => text(fieldOf(row, end))).join(" to ")})`;
      return `${text(fieldOf(row, name))}${interval}`;
    }),
  };
}
