import { alignedLines } from "./alignedLines.ts";
import { linesOf, type Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";
import { readTables } from "./tablesOf.ts";

/**
 * Rows as aligned text for a terminal or a log: text to the left, numbers to the right, `null` as an en dash. Of
 * estimates, the interval stands in one column with the estimate; the heading has level and method. One record that is
 * no estimate is shown field by field, the lists in it as tables of their own.
 *
 * @param rows - Any records: results, rows of your own, or one record.
 * @throws {InvalidInputError} When there are no records, or an option is not valid.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * toTable([{ plan: "free", customers: 1200, churn: 0.125 }, { plan: "pro", customers: 80, churn: null }]);
 * // => "plan  customers  churn\nfree      1,200  0.125\npro          80      –"
 * @see docs/guide/display.md.
 */
export function toTable(rows: object, options: TableOptions = {}): string {
  return textOf(readTables("make a table", rows, options));
}

/** Tables as text, each below its title. */
export function textOf(tables: readonly Table[]): string {
  return tables
    .map((table) => {
      const { title, columns, notes } = table;
      const lines = alignedLines(linesOf(table), (column) => columns[column]?.isText === true).join("");
      const heading = title === undefined ? "" : `${title}\n`;
      return columns.length === 0 ? NOTHING : `${heading}${lines}${notes.join("\n")}`.replace(/\n$/, "");
    })
    .join("\n\n");
}

/** What there is to say about no rows. */
export const NOTHING = "There is nothing to show.";
