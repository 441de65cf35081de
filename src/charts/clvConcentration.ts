import { percent } from "./results.ts";
import type { ChartParts } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
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

/** The curve as a chart, with the line on which it would lie if all customers were worth the same. */
export function concentrationParts(known: Weighted): ChartParts {
  const points = lorenzCurve(known);
  const value = shareAt(points, BEST);
  const label = percent(Number(value.toFixed(2)));
  const every = Math.ceil(points.length / MOST_POINTS);
  const drawn: JsonRecord[] = points.filter((_, index) => index % every === 0 || index === points.length - 1);
  if (drawn.length > 0) drawn.push({ customers: BEST, value, label });
  const shares = { type: "quantitative", axis: { format: ".0%" } };
  const best = [{ filter: "datum.label" }];
  return {
    title: "Concentration of lifetime value",
    height: 380,
    notes: drawn.length > 0 ? [`The best ${percent(BEST)} of customers hold ${label} of the value`] : [],
    description: "The share of the value that the best customers hold, by their share of all customers.",
    values: drawn,
    encoding: () => ({
      x: { ...shares, field: "customers", title: "Share of customers, best first" },
      y: { ...shares, field: "value", title: "Share of the value" },
      tooltip: tooltip(["customers", "Customers", ".1%"], ["value", "Value", ".1%"]),
    }),
    layer: ({ accent, muted, text: color }) => [
      {
        transform: best,
        mark: { type: "rule", color: muted, strokeDash: [5, 3] },
        encoding: { x: { datum: 0 }, x2: { datum: 1 }, y: { datum: 0 }, y2: { datum: 1 } },
      },
      {
        transform: [{ filter: "!datum.label" }],
        mark: { type: "area", color: accent, fillOpacity: 0.12, line: { color: accent, strokeWidth: 2 } },
      },
      { transform: best, mark: { type: "point", filled: true, size: 80, opacity: 1, color: accent } },
      {
        transform: best,
        mark: { type: "text", align: "left", baseline: "top", dx: 8, dy: 4, fontSize: 13, color },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}
