import { oneLine } from "../format/oneLine.ts";
import type { ChartOptions } from "./chartOptions.ts";
import { configOf, THEMES, type Theme } from "./theme.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** What makes one chart differ from the others. */
export interface ChartParts {
  /** The heading, unless the caller gave one. */
  readonly title: string;
  /** What stands below it: level and method, how many, what was left out. */
  readonly notes: readonly string[];
  /** One sentence for those who do not see the chart; the notes follow it. */
  readonly description: string;
  /** Pixels of the whole picture, titles included, unless the caller gave one. */
  readonly height: number;
  /** The data, in fields of our own names. */
  readonly values: readonly JsonRecord[];
  /** The layers; they share `encoding`. */
  readonly layer: (theme: Theme) => readonly JsonRecord[];
  readonly encoding?: (theme: Theme) => JsonRecord;
}

const SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

// What fits 320 pixels, the width of a small telephone.
const LONGEST_TITLE = 38;
const LONGEST_NOTE = 54;

/**
 * The spec of a chart: one view of layers, so that it can take the width of what holds it. Names from the data are
 * data or titles, never part of an expression or an address; without data it says so.
 */
export function toChart(parts: ChartParts, options: ChartOptions): VegaLiteSpec {
  const theme = THEMES[options.theme ?? "light"];
  const title = oneLine(options.title ?? parts.title);
  const heading = wrapped(title, LONGEST_TITLE);
  const empty = parts.values.length === 0;
  const notes = parts.notes.filter(Boolean).map(oneLine);
  const subtitle = notes.flatMap((note) => wrapped(note, LONGEST_NOTE));
  return {
    $schema: SCHEMA,
    description: oneLine(`${title}. ${empty ? NOTHING : parts.description} ${notes.join(". ")}`).trim(),
    title: {
      text: heading.length > 1 ? heading : title,
      subtitle,
      anchor: "start",
      frame: "bounds",
    },
    width: options.width ?? "container",
    height: options.height ?? (empty ? 100 + 14 * subtitle.length : parts.height) + 18 * (heading.length - 1),
    autosize: { type: "fit", contains: "padding" },
    background: "transparent",
    data: { values: empty ? [{ nothing: NOTHING }] : parts.values },
    ...(empty
      ? { mark: { type: "text", color: theme.muted }, encoding: { text: { field: "nothing" } } }
      : { encoding: parts.encoding?.(theme) ?? {}, layer: parts.layer(theme) }),
    config: configOf(theme, options.width),
  };
}

const NOTHING = "There is nothing to show.";

/** An axis of labels of two lines, the second one a number that is left out together with the first. */
export const TWO_LINES: JsonRecord = {
  labelAngle: 0,
  labelExpr: "split(datum.label, '\\n')",
  labelSeparation: 8,
  labelPadding: 6,
  ticks: false,
};

/** The words of a text in lines that fit. */
function wrapped(text: string, longest: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > longest) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
    // By code points, so that no pair of surrogates is torn.
    for (let rest = [...line]; rest.length > longest; line = rest.join("")) {
      lines.push(rest.slice(0, longest).join(""));
      rest = rest.slice(longest);
    }
  }
  return [...lines, line];
}
