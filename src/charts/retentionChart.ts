import type {
  CohortCell,
  CohortRevenueCell,
  RetentionCurveRow,
  Suppressed,
  SurvivalCurveRow,
} from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { curveChart, MOST_MARKS } from "./curve.ts";
import type { GroupOptions } from "./groups.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/**
 * A point of {@link retentionChart}: of an average curve, of a cohort, or of a model of contracts; one of too few
 * customers, which `minimum` hides, included.
 */
export type RetentionPoint =
  | RetentionCurveRow
  | CohortCell
  | CohortRevenueCell
  | SurvivalCurveRow
  | Suppressed<RetentionCurveRow>
  | Suppressed<CohortCell>
  | Suppressed<CohortRevenueCell>;

/** The options of {@link retentionChart}. */
export interface RetentionChartOptions extends ChartOptions, GroupOptions {}

/**
 * Retention by the time since the start: curves with the bands of their intervals, and below the axis how many
 * customers each rests on. Cells of cohorts make one curve a cohort. A point whose period is not over is hollow; a
 * bracket of periods stands at its first. Of more than 8 curves, the 8 with the most observations are shown, and
 * the chart says so. Of very many periods, the first and the last of every few pixels are drawn, which keeps the curve.
 *
 * @param rows - What `retentionCurve`, a cohort table, or `survivalCurve` of a model of contracts returned, or `rollup`
 *   of it.
 * @throws {InvalidInputError} When a row is no point of a curve, units differ, or an option is not valid.
 * @example
 * const cells = cohortRetentionFromCounts([
 *   { cohort: "2024-01", offset: 0, active: 40, size: 40 },
 *   { cohort: "2024-01", offset: 1, active: 10, size: 40 },
 * ]);
 * const spec = retentionChart(retentionCurve(cells));
 * spec.description; // => "Retention curve. 25% (14% to 40%) at 1. 95% intervals (wilson), n = 40"
 * @see docs/guide/charts.md.
 */
export function retentionChart(
  rows: Iterable<RetentionPoint>,
  options: RetentionChartOptions = {},
): VegaLiteSpec {
  const task = "draw retentionChart";
  checkChartOptions(task, options, ["by"]);
  return curveChart(task, rows, options, {
    fields: [],
    along: ({ offset }) => (offset === undefined ? "period" : "offset"),
    axis: "Periods since the start; below, n",
    interpolate: "linear",
    ticks: (places) => places.filter((_, index) => index % Math.ceil(places.length / 7) === 0),
    below: (points, tick) => points.find(({ offset, period }) => (offset ?? period) === tick)?.n,
    marks: ({ complete }, all) => ({ dot: all <= MOST_MARKS, alone: all === 1, open: complete === false }),
    layer: [],
    note: "Hollow: the period is not over yet",
  });
}
