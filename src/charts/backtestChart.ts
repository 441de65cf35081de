import type { Backtest, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { actualAndExpected, forecastNotes } from "./forecast.ts";
import { count, labelText, unlike } from "./groups.ts";
import { checkResult, percent } from "./results.ts";
import { toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
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
export function backtestChart(
  result: Backtest | Suppressed<Backtest>,
  options: ChartOptions = {},
): VegaLiteSpec {
  const task = "draw backtestChart";
  checkChartOptions(task, options);
  checkResult(task, result, "backtest");
  const { low, high, level, ...tested } = result as Backtest;
  const tracking = tested.tracking ?? [];
  const border = tracking.filter(({ phase }) => phase === "calibration").at(-1);
  const before = border?.cumulativeActual ?? 0;
  const every = Math.ceil(tracking.length / MOST_PERIODS);
  const names = new Set<string>();
  const values: JsonRecord[] = tracking.flatMap((row, index) => {
    const { period, phase, cumulativeActual, cumulativeExpected } = row;
    const isEnd = index === tracking.length - 1;
    if (index % every !== 0 && row !== border && !isEnd) return [];
    // The period in which the calibration ends has two rows.
    const again = period === border?.period && phase !== border.phase ? " (holdout)" : "";
    const place = { index, period: unlike(labelText(period) + again, names) };
    return [
      { ...place, series: "Actual", value: cumulativeActual },
      { ...place, series: "Expected", value: cumulativeExpected },
      ...(row === border ? [{ ...place, border: true }] : []),
      ...(isEnd && low !== null && high !== null
        ? [{ ...place, low: before + low, high: before + high }]
        : []),
    ];
  });
  const ranged = values.some((value) => "low" in value);
  const y = {
    field: "value",
    type: "quantitative",
    title: "Repeat purchases so far",
    axis: { format: ",d" },
  };
  return toChart(
    {
      title: "Repeat purchases, actual and expected",
      notes: [
        ...forecastNotes(result as Backtest),
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
        ...(ranged
          ? [
              {
                transform: [{ filter: "isNumber(datum.low)" }],
                mark: { type: "rule", strokeWidth: 9, opacity: 0.35, color: theme.groups[1] ?? theme.bad },
                encoding: {
                  y: { ...y, field: "low" },
                  y2: { field: "high" },
                  tooltip: tooltip(["low", "Expected from", ",.0f"], ["high", "To", ",.0f"]),
                },
              },
            ]
          : []),
        {
          transform: BORDER,
          mark: { type: "rule", color: theme.muted, strokeDash: [2, 3] },
          encoding: {},
        },
        ...[
          { text: "Calibration", align: "right", dx: -6 },
          { text: "Holdout", align: "left", dx: 6 },
        ].map((phase) => ({
          transform: BORDER,
          mark: { type: "text", y: -8, color: theme.muted, ...phase },
          encoding: {},
        })),
        {
          transform: [{ filter: "datum.series" }],
          mark: { type: "line", strokeWidth: 2 },
          encoding: {
            y,
            ...actualAndExpected(
              theme,
              "strokeDash",
              [
                [1, 0],
                [6, 3],
              ],
              "top-left",
            ),
            tooltip: tooltip(["period", "Period"], ["series", "Purchases"], ["value", "So far", ",.1~f"]),
          },
        },
      ],
    },
    options,
  );
}

const BORDER: readonly JsonRecord[] = [{ filter: "datum.border" }];
