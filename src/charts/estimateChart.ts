import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { inOrder, quantitative } from "./encodings.ts";
import {
  checkSameUnit,
  ESTIMATE_FIELDS,
  estimateChannel,
  estimateText,
  estimateTooltip,
  estimateValues,
  intervalNote,
  metricsTitle,
  metricTitle,
  nNote,
  readRows,
  type ShownEstimate,
  sumOfN,
} from "./estimates.ts";
import { type GroupOptions, groupColumns, groupsOf, mostObserved } from "./groups.ts";
import { toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link estimateChart}. */
export interface EstimateChartOptions extends ChartOptions, GroupOptions {}

/** Beyond this, rows of a chart cannot be told apart any more. */
const MOST_GROUPS = 50;

/** What tells rows apart that are of the same group. */
const PLACES: readonly string[] = ["metric", "period", "cohort", "offset", "time", "customerId"];

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
 * spec.description; // => "NPS by channel. web 0 (-81 to 81); phone 100 (-59 to 100). 95% intervals (score), n = 3"
 * @see docs/guide/charts.md.
 */
export function estimateChart<Row extends ShownEstimate>(
  estimates: Row | Iterable<Row>,
  options: EstimateChartOptions = {},
): VegaLiteSpec {
  const task = "draw estimateChart";
  checkChartOptions(task, options, ["by"]);
  const rows = readRows(task, "estimates", estimates, ESTIMATE_FIELDS);
  checkSameUnit(task, "estimates", rows);
  const columns = groupColumns(task, rows, options.by, "estimates");
  const places = PLACES.filter((field) => rows.some((row) => row[field] !== rows[0]?.[field]));
  const groups = groupsOf(
    places.includes("metric") ? rows.map((row) => ({ ...row, metric: metricTitle(row.metric) })) : rows,
    [...new Set([...columns, ...places])],
  ).flatMap(({ name, rows: own }) =>
    own.map((row, index) => ({
      name: (name || metricTitle(row.metric)) + (index === 0 ? "" : ` (${index + 1})`),
      row,
      n: Number(row.n),
    })),
  );
  const { shown, notes } = mostObserved(groups, MOST_GROUPS);
  const title = metricsTitle(rows);
  // What is told apart by more than groups may rest on the same observations, which a sum would count again.
  const n = places.length === 0 ? `, ${nNote(sumOfN(rows))}` : "";
  return toChart(
    {
      title: columns.length === 0 ? title : `${title} by ${columns.join(" and ")}`,
      notes: [intervalNote(rows, n), ...notes],
      description: `${shown.map(({ name, row }) => `${name} ${estimateText(row)}`).join("; ")}.`,
      height: 110 + 32 * shown.length,
      values: shown.map(({ name, row }) => estimateValues(name, row)),
      encoding: () => ({ y: inOrder("group", "nominal") }),
      layer: (theme) => [
        // First, because every row has its text: the lines keep their order also where some have no dot.
        {
          mark: {
            type: "text",
            align: "left",
            color: theme.muted,
            lineBreak: "  ",
            baseline: "middle",
            dy: -6,
          },
          encoding: { x: { value: { expr: "width + 10" } }, text: { field: "text" } },
        },
        {
          mark: { type: "rule", strokeWidth: 5, opacity: 0.35, color: theme.accent },
          encoding: { x: quantitative("low"), x2: { field: "high" } },
        },
        {
          mark: { type: "point", filled: true, size: 70, opacity: 1, color: theme.accent },
          encoding: { x: estimateChannel(title, rows, theme), tooltip: estimateTooltip() },
        },
      ],
    },
    options,
  );
}
