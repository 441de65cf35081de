import { InvalidInputError } from "../errors.ts";
import type { Estimate } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import {
  ESTIMATE_FIELDS,
  type Estimates,
  estimateText,
  estimateValues,
  intervalNote,
  metricTitle,
  nNote,
  readRows,
  scaleOf,
  sumOfN,
  TOOLTIP,
  unitAxis,
} from "./estimates.ts";
import { type GroupOptions, groupColumns, groupsOf, mostObserved } from "./groups.ts";
import { toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link estimateChart}. */
export interface EstimateChartOptions extends ChartOptions, GroupOptions {}

/** Beyond this, rows of a chart cannot be told apart any more. */
const MOST_GROUPS = 50;

/**
 * Estimates side by side, one line each: a dot for the estimate, a bar for its interval, the numbers and n beside it.
 * An estimate that the data cannot determine has its line, and no dot. Of more than 50 groups, the 50 with the most
 * observations are shown, and the chart says so.
 *
 * @param estimates - What a metric returned, or `rollup` of it: all in the same unit.
 * @throws {InvalidInputError} When a row is no estimate, units differ, or an option is not valid.
 * @example
 * const answers = [{ channel: "web", score: 10 }, { channel: "web", score: 3 }, { channel: "phone", score: 9 }];
 * const spec = estimateChart(rollup(answers, ["channel"], nps));
 * spec.description; // => "NPS by channel. web 0 (-89 to 89); phone 100 (-59 to 100). 95% intervals (score), n = 3"
 * @see docs/guide/charts.md.
 */
export function estimateChart(estimates: Estimates, options: EstimateChartOptions = {}): VegaLiteSpec {
  const task = "draw estimateChart";
  checkChartOptions(task, options, ["by"]);
  const rows = readRows(task, "estimates", estimates, ESTIMATE_FIELDS);
  const first = rows[0] as Estimate | undefined;
  const odd = rows.findIndex((row) => row.unit !== first?.unit);
  if (odd > 0)
    throw new InvalidInputError(
      task,
      `estimates[${odd}].unit`,
      `must be ${first?.unit} as before`,
      rows[odd]?.unit,
    );
  const columns = groupColumns(task, rows, options.by);
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const named = metrics.length > 1 ? [...columns, "metric"] : columns;
  const groups = groupsOf(rows, named).flatMap(({ name, rows: own }) =>
    own.map((row) => ({ name: name || metricTitle(row.metric), row, n: Number(row.n) })),
  );
  const { shown, notes } = mostObserved(groups, MOST_GROUPS);
  const axis = unitAxis(first?.unit ?? "count");
  const title = metrics.map(metricTitle).join(", ");
  return toChart(
    {
      title: columns.length === 0 ? title : `${title} by ${columns.join(" and ")}`,
      notes: [`${intervalNote(rows)}, ${nNote(sumOfN(rows))}`, ...notes],
      description: `${shown.map(({ name, row }) => `${name} ${estimateText(row)}`).join("; ")}.`,
      height: 110 + 24 * shown.length,
      values: shown.map(({ name, row }) => estimateValues(name, row)),
      encoding: () => ({ y: { field: "group", type: "nominal", sort: null, title: null } }),
      layer: ({ accent, muted }) => [
        {
          mark: { type: "rule", strokeWidth: 5, opacity: 0.35, color: accent },
          encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
        },
        {
          mark: { type: "point", filled: true, size: 70, opacity: 1, color: accent },
          encoding: {
            x: {
              field: "estimate",
              type: "quantitative",
              title: `${title} (${axis.words})`,
              axis: { format: axis.format },
              scale: scaleOf(first?.unit ?? "count", rows),
            },
            tooltip: TOOLTIP,
          },
        },
        {
          mark: { type: "text", align: "left", color: muted },
          encoding: { x: { value: { expr: "width + 10" } }, text: { field: "text" } },
        },
      ],
    },
    options,
  );
}
