import type { Rfm, RfmCustomer, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { count, labelText, mostObserved } from "./groups.ts";
import { extent, rampColor, sumOf } from "./rampColor.ts";
import { checkResult, customersNote } from "./results.ts";
import { toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** More are slow to draw. */
const MOST_CELLS = 1900;

/**
 * Customers by their recency and frequency scores, the best at the top right: how many they are printed in each cell,
 * what they spent on average as its color, and a frame with its name around each segment. Where nobody is, there is no
 * cell. Of more than 1,900 cells those with the most customers are drawn, and the chart says so.
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
 * spec.title; // => { text: "Customers by recency and frequency", … }
 * @see docs/guide/charts.md. The method: [Hughes1994].
 */
export function rfmChart(result: Rfm | Suppressed<Rfm>, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw rfmChart";
  checkChartOptions(task, options);
  checkResult(task, result, "rfm");
  const { n, bins, customers, boundaries } = result as Rfm;
  const { shown, notes } = mostObserved(
    placesOf(customers, ({ recencyScore, frequencyScore }) => `${recencyScore} ${frequencyScore}`),
    MOST_CELLS,
  );
  const cells = shown.map((place) => {
    const { x2, y2, money, segment, ...edges } = place;
    const [frequency, recency] = [boundaries[x2 - 2.5], boundaries[y2 - 2.5]];
    const [worst] = boundaries;
    return {
      ...edges,
      x2,
      y2,
      mean: sumOf(money) / money.length + 0,
      segment: labelText(segment),
      frequency: frequency ? `more than ${frequency.frequencyAbove}` : `at most ${worst?.frequencyAbove}`,
      recency: `${recency ? "under" : "at least"} ${(recency ?? worst)?.daysSinceLastBelow} days ago`,
    };
  });
  const segments = placesOf(customers, ({ segment }) => segment);
  // In five lines or less there is room for the words below one another.
  const [few, last] = [bins <= 5, boundaries?.at(-1)];
  const scale = { domain: [0.5, bins + 0.5], nice: false, zero: false };
  const shared = {
    type: "quantitative",
    scale,
    axis: { format: "d", tickMinStep: 1, grid: false, ticks: false, domain: false },
  };
  const x = {
    ...shared,
    field: "x",
    title: `Frequency score (${bins}: more than ${last?.frequencyAbove} purchases)`,
  };
  const y = {
    ...shared,
    field: "y",
    title: `Recency score (${bins}: under ${last?.daysSinceLastBelow} days)`,
  };
  const box = { x, x2: { field: "x2" }, y, y2: { field: "y2" } };
  return toChart(
    {
      title: "Customers by recency and frequency",
      notes: [customersNote(n), "Colors: mean spend. Frames: segments", ...notes],
      description: `${segments.map((place) => `${labelText(place.segment)} ${count(place.n)}`).join("; ")}.`,
      height: 170 + Math.min(460, Math.max(280, 32 * bins)),
      values: [
        ...cells,
        ...segments.map(({ money: _, segment, ...place }) => ({
          ...place,
          name: few ? labelText(segment).replaceAll(" ", "\n") : labelText(segment),
          // The color on which the name stands, in the corner of its frame.
          below: cells.find((cell) => cell.x === place.x && cell.y2 === place.y2)?.mean ?? null,
        })),
      ],
      layer: (theme) => [
        {
          transform: CELLS,
          mark: { type: "rect", stroke: theme.paper },
          encoding: {
            ...box,
            color: rampColor(theme, "mean", extent(cells.map(({ mean }) => mean)), {
              title: "Mean spend",
              format: ",.3~s",
            }),
            tooltip: tooltip(
              ["segment", "Segment"],
              ["recency", "Last purchase"],
              ["frequency", "Purchases"],
              ["n", "Customers", ",d"],
              ["mean", "Mean spend", ",.2f"],
            ),
          },
        },
        { transform: NAMES, mark: { type: "rect", fill: null, stroke: theme.text }, encoding: box },
        {
          transform: CELLS,
          mark: {
            type: "text",
            baseline: "bottom",
            dx: { expr: "(scale('x', 2) - scale('x', 1)) / 2" },
            dy: -3,
            fontSize: few ? 13 : 10,
            opacity: {
              expr: "scale('x', 2) - scale('x', 1) > 22 && scale('y', 1) - scale('y', 2) > 26 ? 1 : 0",
            },
            color: { expr: inkOn("mean") },
          },
          encoding: { x, y, text: { field: "n", type: "quantitative", format: ",d" } },
        },
        {
          transform: NAMES,
          mark: {
            type: "text",
            align: "left",
            baseline: "top",
            dx: 4,
            dy: 4,
            fontSize: 10,
            lineBreak: "\n",
            limit: { expr: "max(1, scale('x', datum.x2) - scale('x', datum.x) - 5)" },
            color: { expr: `isNumber(datum.below) ? ${inkOn("below")} : '${theme.text}'` },
          },
          encoding: { x, y: { ...y, field: "y2" }, text: { field: "name" } },
        },
      ],
    },
    options,
  );
}

const CELLS: readonly JsonRecord[] = [{ filter: "isNumber(datum.mean)" }];
const NAMES: readonly JsonRecord[] = [{ filter: "datum.name" }];

/** Black or white, whichever has the higher contrast with the color of a mean. */
function inkOn(field: "mean" | "below"): string {
  return `(luminance(scale('color', datum.${field})) > 0.179 ? '#000' : '#fff')`;
}

/** Customers drawn as one, and the edges of their scores. */
interface Place {
  x: number;
  x2: number;
  y: number;
  y2: number;
  n: number;
  readonly segment: string;
  readonly money: number[];
}

function placesOf(
  customers: readonly RfmCustomer[] | null,
  keyOf: (customer: RfmCustomer) => string,
): Place[] {
  const places = new Map<string, Place>();
  for (const customer of customers ?? []) {
    const { frequencyScore: x, recencyScore: y, monetary, segment } = customer;
    const key = keyOf(customer);
    const place = places.get(key) ?? { x, x2: 0, y, y2: 0, n: 0, segment, money: [] };
    places.set(key, place);
    place.x = Math.min(place.x, x - 0.5);
    place.x2 = Math.max(place.x2, x + 0.5);
    place.y = Math.min(place.y, y - 0.5);
    place.y2 = Math.max(place.y2, y + 0.5);
    place.n += 1;
    place.money.push(monetary);
  }
  return [...places.values()];
}
