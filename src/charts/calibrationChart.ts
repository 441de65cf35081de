import { checkChoice } from "../check.ts";
import type { Backtest, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { actualAndExpected, forecastNotes } from "./forecast.ts";
import { checkResult } from "./results.ts";
import { TWO_LINES, toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link calibrationChart}. */
export interface CalibrationChartOptions extends ChartOptions {
  /**
   * - `frequency`: by repeat purchases up to the end of calibration.
   * - `decile`: by tenths of the customers, those of whom most is expected first.
   *
   * Default `"frequency"`.
   */
  readonly by?: "frequency" | "decile";
}

/**
 * What customers bought in the holdout against what was expected of them, on average per customer: two dots for each
 * group of customers, joined by their difference. Below each group is how many are in it.
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
 * const tested = backtest(orders, { calibrationEnd: "2024-01-14", asOf: "2024-01-31" });
 * calibrationChart(tested, { by: "decile" }).title; // => { text: "Purchases by decile of the forecast", … }
 * @see docs/guide/charts.md. Such plots of conditional expectations: [FaderHardieLee2005].
 */
export function calibrationChart(
  result: Backtest | Suppressed<Backtest>,
  options: CalibrationChartOptions = {},
): VegaLiteSpec {
  const task = "draw calibrationChart";
  const { by = "frequency" } = checkChartOptions(task, options, ["by"]);
  checkChoice(task, "by", by, ["frequency", "decile"]);
  checkResult(task, result, "backtest");
  const tested = result as Backtest;
  const isFrequency = by === "frequency";
  const groups = tested.n ? (isFrequency ? byFrequency : byDecile)(tested) : [];
  const { format: compact } = new Intl.NumberFormat("en", { notation: "compact" });
  const values = groups.flatMap(([name, n, actual, expected]) => {
    const row = { group: `${name}\n${compact(n)}`, name, n };
    return [
      { ...row, series: "Actual", value: actual },
      { ...row, series: "Expected", value: expected, actual },
    ];
  });
  const known = groups.some(([, , actual, expected]) => actual !== null && expected !== null);
  return toChart(
    {
      title: isFrequency ? "Purchases by earlier frequency" : "Purchases by decile of the forecast",
      notes: forecastNotes(tested),
      description: "Mean purchases per customer in the holdout, actual and expected.",
      height: 380,
      values,
      encoding: () => ({
        x: {
          field: "group",
          type: "ordinal",
          sort: null,
          title: `${isFrequency ? "Repeat purchases in the calibration" : "Decile, 1 the most promising"}; n`,
          axis: TWO_LINES,
        },
        y: { field: "value", type: "quantitative", title: "Purchases per customer in the holdout" },
        tooltip: tooltip(
          ["name", isFrequency ? "Repeat purchases" : "Decile"],
          ["series", "Purchases"],
          ["value", "Per customer", ",.3~r"],
          ["n", "Customers", ",d"],
        ),
      }),
      layer: (theme) => [
        ...(known
          ? [
              {
                transform: [{ filter: "isNumber(datum.actual) && isNumber(datum.value)" }],
                mark: { type: "rule", strokeWidth: 2, color: theme.muted },
                encoding: { y2: { field: "actual" } },
              },
            ]
          : []),
        {
          mark: { type: "point", filled: true, size: 80, opacity: 1 },
          encoding: actualAndExpected(theme, "shape", ["circle", "diamond"], "top"),
        },
      ],
    },
    options,
  );
}

/** A group of customers: what each of them bought on average, and was expected to. */
type Calibrated = readonly [name: string, n: number, actual: number | null, expected: number | null];

function byFrequency({ byFrequency: rows }: Backtest): Calibrated[] {
  // The last one stands for so many repeat purchases and more.
  return rows.map(({ frequency, n, meanActual, meanExpected }, index) => [
    `${frequency}${index === rows.length - 1 ? "+" : ""}`,
    n,
    meanActual,
    meanExpected,
  ]);
}

function byDecile({ deciles }: Backtest): Calibrated[] {
  return deciles.map(({ decile, n, actual, expected }) => [String(decile), n, actual / n, expected / n]);
}
