import { checkChoice } from "../check.ts";
import type { Backtest } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { actualAndExpected, forecastNotes } from "./forecast.ts";
import { checkResult, readTable } from "./results.ts";
import { toChart } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

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
export function calibrationChart(result: Backtest, options: CalibrationChartOptions = {}): VegaLiteSpec {
  const task = "draw calibrationChart";
  const { by = "frequency" } = checkChartOptions(task, options, ["by"]);
  checkChoice(task, "by", by, ["frequency", "decile"]);
  checkResult(task, result, "backtest", ["byFrequency", "deciles", "actual", "expected", "n"]);
  const { format: compact } = new Intl.NumberFormat("en", { notation: "compact" });
  const groups = (by === "frequency" ? byFrequency : byDecile)(task, result);
  const values = groups.flatMap(({ group: name, n, actual, expected }) => {
    const row = { group: `${name}|${compact(n)}`, name, n };
    return [
      { ...row, series: "Actual", value: actual },
      { ...row, series: "Expected", value: expected, actual },
    ];
  });
  const joined = groups.some(({ actual, expected }) => actual !== null && expected !== null);
  const axis = { format: ",.3~r" };
  return toChart(
    {
      title: by === "frequency" ? "Purchases by earlier frequency" : "Purchases by decile of the forecast",
      notes: forecastNotes(result),
      description: "Mean purchases per customer in the holdout, actual and expected.",
      height: 380,
      values: result.n === 0 ? [] : values,
      encoding: () => ({
        x: {
          field: "group",
          type: "ordinal",
          sort: null,
          title:
            by === "frequency"
              ? "Repeat purchases in the calibration; customers"
              : "Decile, 1 the most promising; customers",
          // The name of the group, and below it how many there are.
          axis: { labelAngle: 0, ticks: false, labelExpr: "split(datum.label, '|')" },
        },
        y: { field: "value", type: "quantitative", title: "Purchases per customer in the holdout", axis },
        tooltip: [
          { field: "name", type: "nominal", title: by === "frequency" ? "Repeat purchases" : "Decile" },
          { field: "series", type: "nominal", title: "Purchases" },
          { field: "value", type: "quantitative", format: ",.3~r", title: "Per customer" },
          { field: "n", type: "quantitative", format: ",d", title: "Customers" },
        ],
      }),
      layer: (theme) => [
        ...(joined ? [{ ...JOINT, mark: { type: "rule", strokeWidth: 2, color: theme.muted } }] : []),
        {
          mark: { type: "point", filled: true, size: 80, opacity: 1 },
          encoding: actualAndExpected(theme, "shape", ["circle", "diamond"], "top"),
        },
      ],
    },
    options,
  );
}

const JOINT: JsonRecord = {
  transform: [{ filter: "isNumber(datum.actual) && isNumber(datum.value)" }],
  encoding: { y2: { field: "actual" } },
};

/** A group of customers: what each of them bought on average, and was expected to. */
interface Calibrated {
  readonly group: string;
  readonly n: number;
  readonly actual: number | null;
  readonly expected: number | null;
}

/** The row of the back-test that stands for this many repeat purchases and more. */
const OPEN_FREQUENCY = 7;

function byFrequency(task: string, { byFrequency: rows }: Backtest): Calibrated[] {
  const fields = ["frequency", "n", "meanActual", "meanExpected"] as const;
  return readTable(task, "byFrequency", rows, fields).map(({ frequency, n, meanActual, meanExpected }) => ({
    group: frequency === OPEN_FREQUENCY ? `${frequency}+` : String(frequency),
    n,
    actual: meanActual,
    expected: meanExpected,
  }));
}

function byDecile(task: string, { deciles: rows }: Backtest): Calibrated[] {
  const fields = ["decile", "n", "actual", "expected"] as const;
  return readTable(task, "deciles", rows, fields).map(({ decile, n, actual, expected }) => ({
    group: String(decile),
    n,
    actual: actual / n,
    expected: expected / n,
  }));
}
