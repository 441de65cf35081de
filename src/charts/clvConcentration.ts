import type { ChartParts } from "./toChart.ts";
import type { JsonRecord } from "./vegaLite.ts";
import type { Weighted } from "./weighted.ts";

/** More points would lie on the same pixels. */
const MOST_POINTS = 200;

/** The share of the customers, best first, of whom the subtitle tells. */
const BEST = 0.2;

/** A point of the curve: the share of customers, best first, and the share of all value that they hold. */
export interface LorenzPoint extends JsonRecord {
  readonly customers: number;
  readonly value: number;
}

/** The Lorenz curve [Lorenz1905] from the best customer down; none where there is no value to share. */
export function lorenzCurve({ values, upTo, n, sum }: Weighted): readonly LorenzPoint[] {
  if (!(sum > 0)) return [];
  let held = 0;
  const points = [{ customers: 0, value: 0 }];
  for (let index = values.length - 1; index >= 0; index--) {
    const before = upTo[index - 1] ?? 0;
    held += (values[index] ?? 0) * ((upTo[index] ?? 0) - before);
    // The sum in another order may end just beside 1.
    points.push({ customers: (n - before) / n, value: index === 0 ? 1 : Math.min(1, held / sum) });
  }
  return points;
}

/** The value at a share of customers, on the straight line between the two points around it. */
export function shareAt(points: readonly LorenzPoint[], customers: number): number {
  const index = points.findIndex((point) => point.customers >= customers);
  const [a, b] = [points[index - 1], points[index]];
  if (a === undefined || b === undefined) return 0;
  return a.value + ((b.value - a.value) * (customers - a.customers)) / (b.customers - a.customers);
}

/** The curve as a chart, with the line of equal customers. */
export function concentrationParts(known: Weighted): Omit<ChartParts, "encoding"> {
  const points = lorenzCurve(known);
  const share = shareAt(points, BEST);
  const [text, sentence] = [`${Math.round(100 * share)}%`, "The best 20% of customers hold"];
  const empty = points.length === 0;
  const every = Math.ceil(points.length / MOST_POINTS);
  const drawn = points.filter((_, index) => index % every === 0 || index === points.length - 1);
  const shares = { type: "quantitative", axis: { format: ".0%" } };
  const x = { ...shares, field: "customers", title: "Share of customers, best first" };
  const y = { ...shares, field: "value", title: "Share of the value" };
  const tooltip = [
    { field: "customers", type: "quantitative", title: "Customers", format: ".1%" },
    { field: "value", type: "quantitative", title: "Value", format: ".1%" },
  ];
  return {
    title: "Concentration of customer lifetime value",
    height: 380,
    notes: empty ? [] : [`${sentence} ${text} of the value`],
    description: "The share of the value that the best customers hold, by their share of all customers.",
    values: empty ? [] : [...drawn, { customers: BEST, value: share, label: text }],
    layer: ({ accent, muted, text: color }) => [
      {
        // Where all customers are worth the same; once.
        transform: [{ filter: "datum.label" }],
        mark: { type: "rule", color: muted, strokeDash: [5, 3] },
        encoding: {
          x: { ...shares, datum: 0 },
          x2: { datum: 1 },
          y: { ...shares, datum: 0 },
          y2: { datum: 1 },
        },
      },
      {
        transform: [{ filter: "!datum.label" }],
        mark: {
          type: "area",
          color: accent,
          fillOpacity: 0.12,
          line: { color: accent, strokeWidth: 2 },
        },
        encoding: { x, y, tooltip },
      },
      ...[{ x2: { value: 0 } }, { y2: { value: "height" } }].map((end) => ({
        transform: [{ filter: "datum.label" }],
        mark: { type: "rule", color: muted, strokeWidth: 1 },
        encoding: { x, y, ...end },
      })),
      {
        transform: [{ filter: "datum.label" }],
        mark: { type: "point", filled: true, size: 80, opacity: 1, color: accent },
        encoding: { x, y, tooltip },
      },
      {
        transform: [{ filter: "datum.label" }],
        mark: { type: "text", align: "left", baseline: "top", dx: 8, dy: 4, fontSize: 13, color },
        encoding: { x, y, text: { field: "label" } },
      },
    ],
  };
}
