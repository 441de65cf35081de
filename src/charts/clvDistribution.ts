import { formatEstimate } from "../index.ts";
import { unitAxis } from "./estimates.ts";
import { count } from "./groups.ts";
import type { ChartParts } from "./toChart.ts";
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
 *     h = 2 IQR n^(-1/3)   [FreedmanDiaconis1981],   range / (1 + log2 n) where IQR = 0   [Sturges1926]
 */
export function histogram(known: Weighted): readonly Bin[] {
  const { values, upTo, n } = known;
  const [min, max] = [values[0] ?? 0, values.at(-1) ?? 0];
  const ruled =
    (2 * (quantile(known, 0.75) - quantile(known, 0.25))) / Math.cbrt(n) || (max - min) / (1 + Math.log2(n));
  // Two bins less than there are: one for the open end, one for what rounding `start` down takes.
  const widest = Math.max(ruled, (quantile(known, 0.95) - min) / (MOST_BINS - 2));
  const step = niceStep(widest || Math.max(1, Math.abs(max)) / 10);
  const start = Math.floor(min / step);
  const binOf = (value: number): number => Math.min(MOST_BINS, Math.floor(value / step) - start + 1) - 1;
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
export function distributionParts(known: Weighted): Omit<ChartParts, "encoding"> {
  const bins = known.n === 0 ? [] : histogram(known);
  const [first, last] = [bins[0], bins.at(-1)];
  const { format } = unitAxis("money");
  const names = { title: "Customer lifetime value", height: 340 };
  if (first === undefined || last === undefined)
    return { ...names, notes: [], description: "", values: [], layer: () => [] };
  const lines = [
    { name: "median", at: quantile(known, 0.5) },
    { name: "mean", at: known.sum / known.n },
  ].sort((a, b) => a.at - b.at);
  const max = known.values.at(-1) ?? 0;
  const tail = `${count(last.from)} and more: ${count(last.n)}`;
  const side = (at: number): string => ((at - first.from) / (last.to - first.from) < 0.7 ? "left" : "right");
  // Above one another, and the one whose label reaches over the other's line on top.
  const [inner, outer] = side(lines[0]?.at ?? 0) === "left" ? [-18, -4] : [-4, -18];
  const marks = lines.map(({ name, at }, index) => ({
    at: Math.min(at, last.to),
    name,
    label: `${name} ${moneyText(at)}`,
    side: side(at),
    top: index === 0 ? inner : outer,
  }));
  return {
    ...names,
    notes: last.open
      ? [`The last bar holds the ${count(last.n)} customers from ${count(last.from)} to ${moneyText(max)}`]
      : [],
    description: `Histogram of customers by their value: ${marks.map(({ label }) => label).join(", ")}.`,
    values: [...bins.map((bin) => (bin.open ? { ...bin, most: max, tail } : bin)), ...marks],
    layer: ({ accent, muted, text }) => [
      {
        transform: [{ filter: "datum.n > 0" }],
        mark: { type: "bar" },
        encoding: {
          x: { field: "from", bin: { binned: true }, title: "Value of a customer (money)", axis: { format } },
          x2: { field: "to" },
          y: { field: "n", type: "quantitative", title: "Customers", axis: { format: ",d", tickMinStep: 1 } },
          color: { condition: { test: "datum.open", value: muted }, value: accent },
          tooltip: [
            { field: "from", type: "quantitative", format, title: "From" },
            { field: "to", type: "quantitative", format, title: "To below" },
            { field: "n", type: "quantitative", format: ",d", title: "Customers" },
          ],
        },
      },
      ...(last.open ? [tailLayer(muted)] : []),
      {
        transform: [{ filter: "datum.name" }],
        mark: { type: "rule", color: text, y: { expr: "datum.top" }, y2: "height", strokeDash: [5, 3] },
        encoding: { x: { field: "at", type: "quantitative" } },
      },
      {
        transform: [{ filter: "datum.name" }],
        mark: {
          type: "text",
          color: text,
          align: { expr: "datum.side" },
          dx: { expr: "datum.side === 'left' ? 4 : -4" },
          y: { expr: "datum.top" },
        },
        encoding: { x: { field: "at", type: "quantitative" }, text: { field: "label" } },
      },
    ],
  };
}

/** What the last bar holds, above it. */
function tailLayer(color: string): JsonRecord {
  return {
    transform: [{ filter: "datum.open" }],
    mark: { type: "text", align: "right", dy: -7, color },
    encoding: {
      x: { field: "to", type: "quantitative" },
      y: { field: "n", type: "quantitative" },
      text: { field: "tail" },
    },
  };
}

function moneyText(value: number): string {
  const record = { unit: "money", estimate: value, low: null, high: null } as const;
  return formatEstimate(record).replace(/ .*/, "");
}
