import { checkChoice } from "../check.ts";
import type { VegaLiteSpec } from "../charts/index.ts";
import { chartOf, isSpec } from "./chartOf.ts";
import { shownText } from "./cellText.ts";
import { readRecords } from "./readRecords.ts";
import { checkTableOptions, type TableOptions } from "./tableOptions.ts";
import { tablesOf } from "./tablesOf.ts";
import { htmlOf } from "./toHtml.ts";
import { markdownOf } from "./toMarkdown.ts";
import { textOf } from "./toTable.ts";

/** The options of {@link display}. */
export interface DisplayOptions extends TableOptions {
  /**
   * What a notebook gets. A front end shows one of the forms it gets and prefers its own, so ask for the `"chart"` in one cell
   * and for the `"table"` in another to see both. Default `"both"`.
   */
  readonly show?: "both" | "table" | "chart";
  /** For light or for dark surroundings: the colors of the chart. Default `"light"`. */
  readonly theme?: "light" | "dark";
  /** How many rows at most; what is left out is said below the table. Default 50. */
  readonly limit?: number;
}

/** The forms of a result by their MIME type: `text/html`, `text/markdown`, `text/plain` and the Vega-Lite spec. */
export type MimeBundle = Readonly<Record<string, string | VegaLiteSpec>>;

/** A result that shows itself: in notebooks as table or chart, in the consoles of Node and Deno as a table. */
export interface Display {
  /** The protocols of notebooks (`Symbol.for("Jupyter.display")`) and consoles. */
  readonly [protocol: symbol]: () => MimeBundle | string;
  /** The table as text. */
  toString(): string;
}

/**
 * A result so that it shows itself. As the last expression of a notebook cell it is a table with the intervals as bars, or a
 * chart; in the consoles of Node and Deno and in text it is an aligned table.
 *
 * @param result - Anything this library returns, a chart, or rows of your own.
 * @throws {InvalidInputError} When the result is no record and no rows, an option is not valid, or `show` is `"chart"` and
 *   there is none for this result.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * const answers = [{ channel: "web", score: 10 }, { channel: "web", score: 3 }, { channel: "phone", score: 9 }];
 * String(display(rollup(answers, ["channel"], nps), { columns: ["channel", "estimate", "n"] }));
 * // => "channel   NPS (95% score)  n\nweb         0 (-81 to 81)  2\nphone    100 (-59 to 100)  1"
 * @see docs/guide/display.md.
 */
export function display(result: object, options: DisplayOptions = {}): Display {
  const task = "display";
  checkTableOptions(task, options, ["show", "theme"]);
  const { show = "both", theme = "light", limit = 50 } = options;
  checkChoice(task, "show", show, ["both", "table", "chart"]);
  checkChoice(task, "theme", theme, ["light", "dark"]);
  const records = readRecords(task, "result", result);
  const isChart = records.isAlone && records.rows.some(isSpec);
  const chart = show === "table" ? undefined : chartOf(task, records, theme, show === "chart");
  const tables = isChart ? [] : tablesOf(task, records, { ...options, limit });
  const text = (): string => (isChart ? shownText(String(records.rows[0]?.description)) : textOf(tables));
  const bundle = (): MimeBundle => ({
    ...(chart === undefined ? {} : { "application/vnd.vegalite.v5+json": chart }),
    ...(show === "chart" || isChart
      ? {}
      : { "text/html": htmlOf(tables), "text/markdown": markdownOf(tables) }),
    "text/plain": text(),
  });
  return {
    [Symbol.for("Jupyter.display")]: bundle,
    [Symbol.for("nodejs.util.inspect.custom")]: text,
    [Symbol.for("Deno.customInspect")]: text,
    toString: text,
  };
}
