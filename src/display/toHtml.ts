import type { Bar, Table } from "./table.ts";
import type { TableOptions } from "./tableOptions.ts";
import { readTables } from "./tablesOf.ts";
import { NOTHING } from "./toTable.ts";

/**
 * Rows as an HTML table, as {@link toTable} arranges them, with a small bar beside each estimate that shows its interval
 * on the scale of the column. It takes the colors of the page around it, light or dark; it holds no script, no
 * style sheet and no address, and is readable where styles are removed. Names are text, whatever they hold.
 *
 * @param rows - Any records: results, rows of your own, or one record.
 * @throws {InvalidInputError} When there are no records, or an option is not valid.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * const html = toHtml([{ plan: "<b>free</b>", customers: 1200 }]);
 * html.includes("<b>"); // => false
 * @see docs/guide/display.md.
 */
export function toHtml(rows: object, options: TableOptions = {}): string {
  return htmlOf(readTables("make HTML", rows, options));
}

/** Tables as HTML. The classes tell MathJax, which notebooks run on every output, that dollar signs are no formulas. */
export function htmlOf(tables: readonly Table[]): string {
  const parts = tables.map(tableHtml).join("");
  return `<div class="tex2jax_ignore mathjax_ignore" style="overflow-x:auto">${parts}</div>`;
}

function tableHtml({ caption, columns, notes }: Table): string {
  if (columns.length === 0) return `<p>${NOTHING}</p>`;
  const styles = columns.map(({ isText }) => styleOf(isText));
  const head = columns.map(
    ({ heading }, column) => `<th scope="col" dir="auto"${styles[column]}>${escaped(heading)}</th>`,
  );
  const body = (columns[0]?.cells ?? []).map((_, row) => {
    const cells = columns.map(
      ({ cells, bars }, column) =>
        `<td dir="auto"${styles[column]}>${escaped(cells[row] ?? "")}${barHtml(bars?.[row])}</td>`,
    );
    return `<tr style="border-top:1px solid #8885">${cells.join("")}</tr>`;
  });
  const foot = notes.map(
    (note) => `<tr><td colspan="${columns.length}"${styleOf(true)}>${escaped(note)}</td></tr>`,
  );
  return [
    '<table style="border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0 0 1em">',
    `<caption${styleOf(true)}>${escaped(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody>`,
    `<tfoot>${foot.join("")}</tfoot></table>`,
  ].join("");
}

/** The attribute stays where styles are removed; the style prevails where a notebook has its own. */
function styleOf(isText: boolean): string {
  const side = isText ? "left" : "right";
  return ` align="${side}" style="text-align:${side};padding:.3em .6em;${isText ? "min-width:5.5em" : "white-space:nowrap"}"`;
}

/** The interval as a bar with the estimate as a dot, for eyes alone: the text beside it says the same. */
function barHtml(bar: Bar | null | undefined): string {
  if (bar === undefined) return "";
  const x = (share: number): string => (100 * share).toFixed(1);
  const marks = bar
    ? `<rect x="${x(bar.low)}" y="-2" width="${x(bar.high - bar.low)}" height="4" opacity=".35"/><circle cx="${x(bar.dot)}" r="3.5"/>`
    : "";
  // Behind the text and always as wide, so that all bars of a column are on one scale.
  return `<svg aria-hidden="true" viewBox="-12 -5 118 10" width="118" height="10" fill="currentColor">${marks}</svg>`;
}

/** The five characters that HTML reads. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
