import type { Backtest } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { actualAndExpected, forecastNotes } from "./forecast.ts";
import { count, labelText, unlike } from "./groups.ts";
import { checkResult, percent, readTable } from "./results.ts";
import type { Theme } from "./theme.ts";
import { toChart } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** More points would lie on the same pixels. */
const MOST_PERIODS = 400;

/**
 * Follows repeat purchases over calendar time, actual ones and those that the model expects of the same customers, as
 * sums since the first purchase of all. A line divides the calibration from the holdout; the bar at the end is the
 * predictive interval of the holdout's purchases, on top of those of the calibration. Of more than 400 periods every
 * second, third, … is drawn, and always the last of each phase.
 *
 * @param result - What `backtest` returned.
 * @throws {InvalidInputError} When it is not that, or an option is not valid.
 * @example
 * const orders = ["ann", "bob", "cem", "dia"].flatMap((customerId, i) =>
 *   [0, 3, 5, 9, 14, 20, 22].slice(0, 3 * i + 1).map((day) => ({
 *     customerId,
 *     at: new Date(Date.UTC(2024, 0, 1 + day)),
 *   })),
 * );
 * const spec = backtestChart(backtest(orders, { calibrationEnd: "2024-01-14", asOf: "2024-01-31" }));
 * spec.title; // => { text: "Repeat purchases, actual and expected", … }
 * @see docs/guide/charts.md. Such tracking plots: [FaderHardieLee2005].
 */
export function backtestChart(result: Backtest, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw backtestChart";
  checkChartOptions(task, options);
  checkResult(task, result, "backtest", ["tracking", "actual", "expected", "low", "high", "n"]);
  const fields = ["period", "phase", "cumulativeActual", "cumulativeExpected"] as const;
  const tracking = readTable(task, "tracking", result.tracking, fields);
  const calibration = tracking.filter(({ phase }) => phase === "calibration");
  const [border, end] = [calibration.at(-1), tracking.at(-1)];
  const every = Math.ceil(tracking.length / MOST_PERIODS);
  const drawn = tracking.filter((row, index) => index % every === 0 || row === border || row === end);
  const names = new Set<string>();
  const places = drawn.map((row, index): JsonRecord => {
    // The period in which the calibration ends has two rows.
    const again = row.phase !== border?.phase && row.period === border?.period ? " (holdout)" : "";
    return { index, period: unlike(labelText(row.period) + again, names) };
  });
  const { low, high, level } = result;
  const before = border?.cumulativeActual ?? 0;
  const values: JsonRecord[] = drawn.flatMap((row, index) => [
    { ...places[index], series: "Actual", value: row.cumulativeActual },
    { ...places[index], series: "Expected", value: row.cumulativeExpected },
  ]);
  if (border !== undefined) values.push({ ...places[drawn.indexOf(border)], border: true });
  const ranged = border !== undefined && low !== null && high !== null;
  if (ranged) values.push({ ...places.at(-1), low: before + low, high: before + high });
  return toChart(
    {
      title: "Repeat purchases, actual and expected",
      notes: [
        ...forecastNotes(result),
        ...(ranged ? [`Bar at the end: ${percent(level)} predictive interval`] : []),
        ...(every > 1 ? [`One period in ${count(every)} is drawn`] : []),
      ],
      description: "Cumulative repeat purchases by period, actual and expected by the model.",
      height: 380,
      values,
      encoding: () => ({
        x: {
          field: "period",
          type: "ordinal",
          sort: { field: "index", op: "min" },
          title: "Period",
          scale: { type: "point", padding: 0 },
          axis: { labelAngle: 0, labelPadding: 8, ticks: false },
        },
      }),
      layer: (theme) => [
        ...(ranged ? [rangeLayer(theme)] : []),
        {
          transform: BORDER,
          mark: { type: "rule", color: theme.muted, strokeDash: [2, 3] },
          encoding: {},
        },
        ...["Calibration", "Holdout"].map((phase, index) => ({
          transform: BORDER,
          mark: {
            type: "text",
            align: index === 0 ? "right" : "left",
            dx: index === 0 ? -6 : 6,
            y: -8,
            color: theme.muted,
          },
          encoding: { text: { value: phase } },
        })),
        {
          transform: [{ filter: "datum.series" }],
          mark: { type: "line", strokeWidth: 2 },
          encoding: {
            y: { ...Y, field: "value" },
            ...actualAndExpected(
              theme,
              "strokeDash",
              [
                [1, 0],
                [6, 3],
              ],
              "top-left",
            ),
            tooltip: [
              { field: "period", type: "nominal", title: "Period" },
              { field: "series", type: "nominal", title: "Purchases" },
              { field: "value", type: "quantitative", format: ",.1~f", title: "So far" },
            ],
          },
        },
      ],
    },
    options,
  );
}

/** The predictive interval at the end. */
function rangeLayer({ groups, bad }: Theme): JsonRecord {
  return {
    transform: [{ filter: "isNumber(datum.low)" }],
    mark: { type: "rule", strokeWidth: 9, opacity: 0.35, color: groups[1] ?? bad },
    encoding: {
      y: { ...Y, field: "low" },
      y2: { field: "high" },
      tooltip: [
        { field: "low", type: "quantitative", format: ",.0f", title: "Expected from" },
        { field: "high", type: "quantitative", format: ",.0f", title: "To" },
      ],
    },
  };
}

const Y: JsonRecord = {
  type: "quantitative",
  title: "Repeat purchases so far",
  axis: { format: ",d", tickMinStep: 1 },
};

const BORDER: readonly JsonRecord[] = [{ filter: "datum.border" }];
