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
        `<td dir="auto"${styles[column]}>${barHtml(bars?.[row])}${escaped(cells[row] ?? "")}</td>`,
    );
    return `<tr style="border-top:1px solid rgba(128,128,128,.3)">${cells.join("")}</tr>`;
  });
  const foot = notes.map(
    (note) => `<tr><td colspan="${columns.length}"${styleOf(true)}>${escaped(note)}</td></tr>`,
  );
  return [
    '<table style="border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0 0 1em">',
    `<caption style="text-align:left;padding:.3em .6em">${escaped(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody>`,
    foot.length === 0 ? "" : `<tfoot>${foot.join("")}</tfoot>`,
    "</table>",
  ].join("");
}

/** The attribute stays where styles are removed; the style prevails where a notebook has its own. */
function styleOf(isText: boolean): string {
  const side = isText ? "left" : "right";
  return ` align="${side}" style="text-align:${side};padding:.3em .6em${isText ? "" : ";white-space:nowrap"}"`;
}

const WIDTH = 100;

/** The interval as a bar with the estimate as a dot, for eyes alone: the text beside it says the same. */
function barHtml(bar: Bar | null | undefined): string {
  if (bar === undefined) return "";
  const svg = `<svg aria-hidden="true" width="${WIDTH + 12}" height="10" style="vertical-align:middle;margin-right:.6em">`;
  if (bar === null) return `${svg}</svg>`;
  const x = (share: number): string => (6 + WIDTH * share).toFixed(1);
  const ends = `x1="${x(bar.low)}" x2="${x(bar.high)}" y1="5" y2="5"`;
  return `${svg}<line ${ends} stroke="currentColor" stroke-opacity=".35" stroke-width="4"/><circle cx="${x(bar.dot)}" cy="5" r="3.5" fill="currentColor"/></svg>`;
}

/** The five characters that HTML reads. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
