import { linesOf, type Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";
import { readTables } from "./tablesOf.ts";
import { NOTHING } from "./toTable.ts";

/**
 * Rows as a Markdown table (GitHub's), as {@link toTable} arranges them. What Markdown would obey is escaped, so that
 * names stay text: no HTML, no links, no formulas. (GitHub itself makes links of e-mail addresses.)
 *
 * @param rows - Any records: results, rows of your own, or one record.
 * @throws {InvalidInputError} When there are no records, or an option is not valid.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * toMarkdown([{ plan: "a|b", customers: 1200 }]);
 * // => "| plan | customers |\n| :--- | ---: |\n| a&#124;b | 1,200 |"
 * @see docs/guide/display.md.
 */
export function toMarkdown(rows: object, options: TableOptions = {}): string {
  return markdownOf(readTables("make Markdown", rows, options));
}

/** Tables as Markdown, each below its title. */
export function markdownOf(tables: readonly Table[]): string {
  return tables
    .map((table) => {
      const { title, columns, notes } = table;
      if (columns.length === 0) return NOTHING;
      const [head = "", ...body] = linesOf(table).map((cells) => `| ${cells.map(escaped).join(" | ")} |`);
      const rule = `| ${columns.map(({ isText }) => (isText ? ":---" : "---:")).join(" | ")} |`;
      const heading = title === undefined ? "" : `**${escaped(title)}**\n\n`;
      return [heading + head, rule, ...body, ...notes.map((note) => `\n${escaped(note)}`)].join("\n");
    })
    .join("\n\n");
}

/**
 * Text that Markdown shows as it is. Characters of HTML, pipes, and what makes an address of text become entities,
 * which no dialect reads as anything else; the other signs get a backslash.
 */
function escaped(text: string): string {
  return text
    .replace(/[&<>|@]|:(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_[\]~$]/g, "\\$&");
}
