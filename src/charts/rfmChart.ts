import type { Rfm, RfmBoundary, RfmCustomer } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { count, labelText } from "./groups.ts";
import { extent, rampColor, sumOf } from "./rampColor.ts";
import { checkResult, customersNote, readTable } from "./results.ts";
import { toChart } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** Of more scores than this, neighbors are drawn together. */
const MOST_SCORES = 40;

/**
 * Customers by their recency and frequency scores, the best at the top right: how many they are printed in each cell,
 * what they spent on average as its color, and a frame with its name around each segment. Where nobody is, there is no
 * cell. Of more than 40 scores, neighbors are drawn together, and the chart says so.
 *
 * @param result - What `rfm` returned.
 * @throws {InvalidInputError} When it is not that, or an option is not valid.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10", amount: 30 },
 *   { customerId: "bob", at: "2024-01-20", amount: 10 },
 *   { customerId: "bob", at: "2024-02-15", amount: 50 },
 * ];
 * const spec = rfmChart(rfm(orders, { asOf: "2024-03-01", bins: 2 }));
 * spec.description; // => "Customers by recency and frequency. Hibernating 1; Loyal customers 1. n = 2 customers…"
 * @see docs/guide/charts.md. The method: [Hughes1994].
 */
export function rfmChart(result: Rfm, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw rfmChart";
  checkChartOptions(task, options);
  checkResult(task, result, "rfm", ["customers", "boundaries", "bins", "n"]);
  const scores = ["recencyScore", "frequencyScore", "monetary", "segment"] as const;
  const customers = readTable(task, "customers", result.customers, scores);
  const limits = ["score", "daysSinceLastBelow", "frequencyAbove"] as const;
  const boundaries = readTable(task, "boundaries", result.boundaries, limits);
  const { bins } = result;
  const together = Math.ceil(bins / MOST_SCORES);
  const cellOf = (score: number): number => Math.ceil(score / together);
  const cells = placesOf(customers, (row) => `${cellOf(row.recencyScore)} ${cellOf(row.frequencyScore)}`);
  const segments = placesOf(customers, ({ segment }) => segment).sort((a, b) => b.n - a.n);
  const names = segments.map((place) => `${namesOf(place)} ${count(place.n)}`);
  const [last, edge] = [boundaries.at(-1), bins + 0.5];
  const few = bins <= 5;
  const x = axisOf("x", edge, `Frequency score (${bins}: more than ${last?.frequencyAbove} purchases)`);
  const y = axisOf("y", edge, `Recency score (${bins}: under ${last?.daysSinceLastBelow} days)`);
  const box = { x, x2: { field: "x2" }, y, y2: { field: "y2" } };
  return toChart(
    {
      title: "Customers by recency and frequency",
      notes: [
        customersNote(result.n),
        "Colors: mean spend. Frames: segments",
        ...(together > 1 ? [`${together} scores are drawn together`] : []),
      ],
      description: `${names.join("; ")}.`,
      height: 170 + Math.min(460, Math.max(280, 32 * bins)),
      values: [
        ...cells.map((cell) => cellValues(cell, boundaries, together, bins)),
        ...segments.map((place) => {
          const { x, x2, y, y2, n } = place;
          const name = namesOf(place);
          // The name stands in the corner of its frame, if there is a cell.
          const corner = cells.find((cell) => cell.x <= x && cell.x2 > x && cell.y < y2 && cell.y2 >= y2);
          const below = corner === undefined ? null : meanOf(corner);
          return { x, x2, y, y2, n, below, name: few ? name.replaceAll(" ", "\n") : name };
        }),
      ],
      layer: (theme) => [
        {
          transform: CELLS,
          mark: { type: "rect", stroke: theme.paper, strokeWidth: 1 },
          encoding: {
            ...box,
            color: rampColor(theme, "mean", extent(cells.map(meanOf)), {
              title: "Mean spend",
              format: ",.3~s",
            }),
            tooltip: TOOLTIP,
          },
        },
        {
          transform: SEGMENTS,
          mark: { type: "rect", fill: null, stroke: theme.text, strokeWidth: 1.5 },
          encoding: box,
        },
        {
          transform: CELLS,
          mark: {
            type: "text",
            baseline: "bottom",
            dy: -3,
            fontSize: few ? 13 : 10,
            opacity: {
              expr: "abs(scale('x', 2) - scale('x', 1)) > 22 && scale('y', 1) - scale('y', 2) > 26 ? 1 : 0",
            },
            color: { expr: INK },
          },
          encoding: {
            x: { ...x, field: "middle" },
            y,
            text: { field: "n", type: "quantitative", format: ",d" },
          },
        },
        {
          transform: SEGMENTS,
          mark: {
            type: "text",
            align: "left",
            baseline: "top",
            dx: 4,
            dy: 4,
            fontSize: 10,
            lineBreak: "\n",
            limit: { expr: "max(1, scale('x', datum.x2) - scale('x', datum.x) - 5)" },
            color: { expr: `isNumber(datum.below) ? ${INK.replace("mean", "below")} : '${theme.text}'` },
          },
          encoding: { x, y: { ...y, field: "y2" }, text: { field: "name" } },
        },
      ],
    },
    options,
  );
}

/** Black or white, whichever has the higher contrast with the color of the cell. */
const INK = "(luminance(scale('color', datum.mean)) > 0.179 ? '#000' : '#fff')";

const CELLS: readonly JsonRecord[] = [{ filter: "isNumber(datum.mean)" }];
const SEGMENTS: readonly JsonRecord[] = [{ filter: "datum.name" }];

const TOOLTIP: readonly JsonRecord[] = [
  { field: "segment", type: "nominal", title: "Segment" },
  { field: "recency", type: "nominal", title: "Last purchase" },
  { field: "frequency", type: "nominal", title: "Purchases" },
  { field: "n", type: "quantitative", format: ",d", title: "Customers" },
  { field: "mean", type: "quantitative", format: ",.2f", title: "Mean spend" },
];

function axisOf(field: string, edge: number, title: string): JsonRecord {
  return {
    field,
    type: "quantitative",
    title,
    scale: { domain: [0.5, edge], nice: false, zero: false },
    axis: { format: "d", tickMinStep: 1, grid: false, ticks: false, domain: false },
  };
}

/** Customers drawn as one, and the edges of their scores. */
interface Place {
  x: number;
  x2: number;
  y: number;
  y2: number;
  n: number;
  readonly segments: Set<string>;
  readonly money: number[];
}

function placesOf(customers: readonly RfmCustomer[], keyOf: (customer: RfmCustomer) => string): Place[] {
  const places = new Map<string, Place>();
  for (const customer of customers) {
    const { frequencyScore: x, recencyScore: y, monetary, segment } = customer;
    const key = keyOf(customer);
    const place = places.get(key) ?? { x, x2: x, y, y2: y, n: 0, segments: new Set<string>(), money: [] };
    places.set(key, place);
    place.x = Math.min(place.x, x - 0.5);
    place.x2 = Math.max(place.x2, x + 0.5);
    place.y = Math.min(place.y, y - 0.5);
    place.y2 = Math.max(place.y2, y + 0.5);
    place.n += 1;
    place.segments.add(segment);
    place.money.push(monetary);
  }
  return [...places.values()];
}

function namesOf({ segments }: Place): string {
  return Array.from(segments, labelText).join(", ");
}

function meanOf({ money, n }: Place): number {
  return sumOf(money) / n + 0;
}

/** A cell with the words of its tooltip: score s is below the boundary of s, and not below that of s + 1. */
function cellValues(
  cell: Place,
  boundaries: readonly RfmBoundary[],
  together: number,
  bins: number,
): JsonRecord {
  const edges = (low: number): { from: number; to: number } => {
    const from = Math.floor((low - 0.5) / together) * together + 1;
    return { from, to: Math.min(bins, from + together - 1) };
  };
  const [x, y] = [edges(cell.x + 0.5), edges(cell.y + 0.5)];
  const above = (score: number): RfmBoundary | undefined => boundaries[score - 2];
  const recency = [
    say("from", above(y.to + 1)?.daysSinceLastBelow),
    say("under", above(y.from)?.daysSinceLastBelow),
  ];
  const frequency = [
    say("more than", above(x.from)?.frequencyAbove),
    say("up to", above(x.to + 1)?.frequencyAbove),
  ];
  return {
    x: x.from - 0.5,
    x2: x.to + 0.5,
    middle: (x.from + x.to) / 2,
    y: y.from - 0.5,
    y2: y.to + 0.5,
    n: cell.n,
    mean: meanOf(cell),
    segment: namesOf(cell),
    recency: `${recency.filter(Boolean).join(", ")} days ago`,
    frequency: frequency.filter(Boolean).join(", "),
  };
}

function say(words: string, value: number | undefined): string {
  return value === undefined ? "" : `${words} ${value}`;
}
