import { checkChoice } from "../check.ts";
import type { CumulativeHazardRow, Suppressed, SurvivalRow, TimeUnit } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { curveChart, MOST_MARKS } from "./curve.ts";
import type { GroupOptions } from "./groups.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";
import { niceStep, tidy } from "./weighted.ts";

/** A row of {@link survivalChart}; one of too few customers, which `minimum` hides, included. */
export type SurvivalStep =
  | SurvivalRow
  | CumulativeHazardRow
  | Suppressed<SurvivalRow>
  | Suppressed<CumulativeHazardRow>;

/** The options of {@link survivalChart}. */
export interface SurvivalChartOptions extends ChartOptions, GroupOptions {
  /** The unit of the durations, for the axis. By default it is not named. */
  readonly timeUnit?: TimeUnit | "quarter" | "year";
}

/**
 * Survival curves, or cumulative hazards, as steps with the band of their intervals: a small upright line where
 * somebody was last seen still there, and below the axis how many were at risk at round times. Of more than 8 groups,
 * the 8 with the most observations are shown, and the chart says so. A curve of more than 400 times has no such lines, and of
 * very many times the first and the last of every few pixels are drawn, which keeps the curve.
 *
 * @param rows - What `kaplanMeier` or `nelsonAalen` returned, or `rollup` of it.
 * @throws {InvalidInputError} When a row is no step of a curve, survival and hazard are mixed, or an option is not
 *   valid.
 * @example
 * const lifetimes = [1, 2, 3, 4].map((duration) => ({ duration, churned: duration !== 2 }));
 * const spec = survivalChart(kaplanMeier(lifetimes), { timeUnit: "month" });
 * spec.description; // => "Survival. 0% (– to –) at 4. 95% intervals (logLog), n = 4. Ticks: last seen, still there"
 * @see docs/guide/charts.md.
 */
export function survivalChart(
  rows: Iterable<SurvivalStep>,
  options: SurvivalChartOptions = {},
): VegaLiteSpec {
  const task = "draw survivalChart";
  const { timeUnit } = checkChartOptions(task, options, ["by", "timeUnit"]);
  if (timeUnit !== undefined)
    checkChoice(task, "timeUnit", timeUnit, ["day", "week", "month", "quarter", "year"]);
  return curveChart(task, rows, options, {
    fields: ["time", "atRisk", "censored"],
    along: () => "time",
    axis: `Time${timeUnit === undefined ? "" : ` in ${timeUnit}s`}; below, how many at risk`,
    interpolate: "step-after",
    start: ({ unit }) => (unit === "share" ? 1 : 0),
    ticks: roundTimes,
    below: (steps, tick) => steps.find(({ time }) => Number(time) >= tick)?.atRisk ?? 0,
    marks: ({ atRisk, censored }, all) => ({
      n: atRisk as number,
      censored: all <= MOST_MARKS && Number(censored) > 0,
    }),
    layer: [
      {
        transform: [{ filter: "datum.censored" }],
        mark: { type: "point", shape: "stroke", angle: 90, size: 60 },
      },
    ],
    note: "Ticks: last seen, still there",
  });
}

/** Zero and about five round times up to the last. */
function roundTimes(times: readonly number[]): readonly number[] {
  const last = times.at(-1) ?? 0;
  // Of times too small to divide there is no step.
  const step = niceStep(last / 6) || 1;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => tidy(index * step));
}
