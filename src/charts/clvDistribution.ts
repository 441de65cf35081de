import { count } from "./groups.ts";
import { brief } from "./results.ts";
import type { ChartParts } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
import type { JsonRecord } from "./vegaLite.ts";
import { niceStep, quantile, tidy, type Weighted } from "./weighted.ts";

/** More bars cannot be told apart on a telephone. */
const MOST_BINS = 60;

/** A bar of the histogram. */
export interface Bin extends JsonRecord {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Whether it holds everything from `from` on. */
  readonly open: boolean;
}

/**
 * Bins of equal width h, with the last one open where there would be more than 60:
 *
 *     h = 2 IQR n^(-1/3)   [FreedmanDiaconis1981]
 *
 * made wider so that 95% of the observations lie before the last one, and to a round number.
 */
export function histogram(known: Weighted): readonly Bin[] {
  const { values, upTo, n } = known;
  const [min, max] = [values[0] ?? 0, values.at(-1) ?? 0];
  const h = (2 * (quantile(known, 0.75) - quantile(known, 0.25))) / Math.cbrt(n);
  // Two bins less than there are: one for the open end, one for what rounding `start` down takes.
  const widest = Math.max(h, (quantile(known, 0.95) - min) / (MOST_BINS - 2));
  // With all of the middle alike there is no such width.
  const usual = widest || (max - min || max) / 10 || 1;
  // Narrower ones would have no digits of their own.
  const step = niceStep(Math.max(usual, 1e-9 * Math.max(1, max)));
  const start = Math.floor(min / step);
  const binOf = (value: number): number => Math.min(MOST_BINS - 1, Math.floor(value / step) - start);
  const counts = new Float64Array(binOf(max) + 1);
  values.forEach((value, index) => {
    counts[binOf(value)] = (counts[binOf(value)] ?? 0) + (upTo[index] ?? 0) - (upTo[index - 1] ?? 0);
  });
  const edge = (bin: number): number => tidy((start + bin) * step);
  return Array.from(counts, (own, bin) => {
    const to = edge(bin + 1);
    return { from: edge(bin), to, n: own, open: max > to && bin + 1 === MOST_BINS };
  });
}

/** The histogram as a chart, with a line for the mean and one for the median. */
export function distributionParts(known: Weighted): ChartParts {
  const bins = known.n === 0 ? [] : histogram(known);
  const last = bins.at(-1);
  const marks = last === undefined ? [] : marksOf(known, last.to);
  const tail = last?.open ? `${brief(last.from)} and more: ${count(last.n)}` : undefined;
  const max = brief(known.values.at(-1) ?? 0);
  return {
    title: "Customer lifetime value",
    height: 340,
    notes: tail === undefined ? [] : [`Last bar: ${tail}, up to ${max}`],
    description: `Customers by their value: ${marks.map(({ label }) => label).join(", ")}.`,
    values: [...bins.map((bin) => (bin.open ? { ...bin, tail: tail ?? "" } : bin)), ...marks],
    layer: ({ accent, muted, text }) => [
      {
        transform: [{ filter: "datum.n > 0" }],
        mark: "bar",
        encoding: {
          x: {
            field: "from",
            bin: { binned: true },
            title: "Value of a customer (money)",
            axis: { format: ",.6~r" },
          },
          x2: { field: "to" },
          y: N,
          color: { condition: { test: "datum.open", value: muted }, value: accent },
          tooltip: tooltip(["from", "From", ",.6~r"], ["to", "To below", ",.6~r"], ["n", "Customers", ",d"]),
        },
      },
      ...(tail === undefined ? [] : [tailLayer(muted)]),
      {
        ...MARK,
        mark: { type: "rule", color: text, y: TOP, y2: "height", strokeDash: [5, 3] },
      },
      {
        transform: MARK.transform,
        mark: { type: "text", color: text, align: "left", dx: 4, y: TOP },
        encoding: { ...MARK.encoding, text: { field: "label" } },
      },
    ],
  };
}

/** The mean and the median, the smaller one on top, so that the line of the other does not cross its label. */
function marksOf(
  known: Weighted,
  end: number,
): { readonly label: string; readonly at: number; readonly top: number }[] {
  const marks = [
    { name: "median", value: quantile(known, 0.5) },
    { name: "mean", value: known.sum / known.n },
  ].sort((a, b) => a.value - b.value);
  return marks.map(({ name, value }, index) => ({
    name,
    label: `${name} ${brief(value)}`,
    // Of a long tail the mean can lie in the open bar.
    at: Math.min(value, end),
    top: 14 * index - 18,
  }));
}

const N: JsonRecord = {
  field: "n",
  type: "quantitative",
  title: "Customers",
  axis: { format: ",d", tickMinStep: 1 },
};

const TOP: JsonRecord = { expr: "datum.top" };

const MARK = {
  transform: [{ filter: "datum.label" }],
  encoding: { x: { field: "at", type: "quantitative" } },
} as const;

/** What the last bar holds, above it. */
function tailLayer(color: string): JsonRecord {
  return {
    transform: [{ filter: "datum.open" }],
    mark: { type: "text", align: "right", dy: -7, color },
    encoding: { x: { field: "to", type: "quantitative" }, y: N, text: { field: "tail" } },
  };
}
