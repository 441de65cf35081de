import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { inOrder, lineLayers } from "./encodings.ts";
import {
  checkSameUnit,
  ESTIMATE_FIELDS,
  estimateChannel,
  estimateText,
  estimateTooltip,
  intervalNote,
  metricsTitle,
  nNote,
  readRows,
  type ShownEstimate,
  sumOfN,
  tooFewNote,
} from "./estimates.ts";
import { groupColor } from "./groupColor.ts";
import {
  count,
  type Fields,
  type Group,
  type GroupOptions,
  groupColumns,
  groupsOf,
  labelText,
  lastNote,
  mostObserved,
} from "./groups.ts";
import { MOST_RECORDS, periodsOf, trendValues } from "./periods.ts";
import { TWO_LINES, toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** A row of a trend: the estimate of a period. */
export interface TrendRow extends ShownEstimate {
  /** The label of the period, such as `2024-01`. */
  readonly period: string | number;
  /** `false` where `rolling` had no full window. */
  readonly complete?: boolean;
}

/** The options of {@link trendChart}. */
export interface TrendChartOptions extends ChartOptions, GroupOptions {}

/** Beyond this, lines cannot be told apart any more. */
const MOST_GROUPS = 8;

/** More than this, and dots hide the line. */
const MOST_DOTS = 60;

/** With more, the numbers under the axis crowd the labels. */
const MOST_COUNTS = 24;

/**
 * Estimates over time: a line with the band of its intervals. A period whose estimate the data cannot determine is a
 * gap. Hollow dots are windows of `rolling` that are not full. Of more than 8 groups, the 8 with the most
 * observations are shown, of more periods than can be drawn the last 2,000 (in all lines together), and the chart says
 * so.
 *
 * @param rows - What `timeline` or `rolling` of a metric returned, or `rollup` of them: all in the same unit.
 * @throws {InvalidInputError} When a row is no estimate of a period, a group has a period twice, units differ, or an
 *   option is not valid.
 * @example
 * const answers = [{ at: "2024-01-09", score: 10 }, { at: "2024-01-20", score: 3 }, { at: "2024-03-02", score: 9 }];
 * const months = timeline(answers, { at: (row) => row.at, bucket: calendarMonths() }, nps);
 * trendChart(months).description;
 * // => "NPS over time. 2024-01: 0 (-81 to 81); 2024-03: 100 (-59 to 100). 95% intervals (score), n = 3"
 * @see docs/guide/charts.md.
 */
export function trendChart<Row extends TrendRow>(
  rows: Iterable<Row>,
  options: TrendChartOptions = {},
): VegaLiteSpec {
  const task = "draw trendChart";
  checkChartOptions(task, options, ["by"]);
  const read = readRows(task, "rows", rows, ["period", ...ESTIMATE_FIELDS]);
  checkSameUnit(task, "rows", read);
  const columns = groupColumns(task, read, options.by);
  const several = read.some(({ metric }) => metric !== read[0]?.metric);
  const groups = groupsOf(read, several ? [...columns, "metric"] : columns);
  const { shown, notes } = mostObserved(
    groups.map((group) => ({ ...group, n: sumOfN(group.rows) })),
    MOST_GROUPS,
  );
  const all = periodsOf(shown);
  const periods = all.slice(-Math.floor(MOST_RECORDS / shown.length));
  const values = trendValues(task, shown, periods, periods.length <= MOST_DOTS);
  const single = shown.length < 2;
  const title = metricsTitle(read);
  return toChart(
    {
      title: columns.length === 0 ? `${title} over time` : `${title} by ${columns.join(" and ")}`,
      notes: [
        intervalNote(read, `, ${nText(read)}`),
        ...notes,
        lastNote("periods", periods, all),
        tooFewNote(read),
        values.some(({ open }) => open) ? "Hollow dots: windows that are not full" : "",
      ],
      description: `${shown.map(ends).join("; ")}.`,
      height: 320,
      values,
      encoding: (theme) => ({
        x: inOrder(single && periods.length <= MOST_COUNTS ? "tick" : "period", "ordinal", TWO_LINES),
        y: estimateChannel(title, read, theme),
        color: groupColor(theme, shown.length),
      }),
      layer: (theme) =>
        lineLayers(theme, values, shown.length, "linear", estimateTooltip(["period", "Period"])),
    },
    options,
  );
}

/** How many observations there are in all; where windows share them, the most in one. */
function nText(rows: readonly Fields[]): string {
  if (rows.every(({ complete }) => complete === undefined)) return nNote(sumOfN(rows));
  const most = rows.reduce((max, { n }) => Math.max(max, Number(n)), 0);
  return `n up to ${count(most)} a window`;
}

/** The first and the last estimate of a line. */
function ends({ name, rows }: Group): string {
  const known = rows.filter(({ estimate }) => estimate !== null);
  const texts = [...new Set([known[0], known.at(-1)])].map((row) =>
    row === undefined ? "nothing known" : `${labelText(row.period)}: ${estimateText(row)}`,
  );
  return `${name === "" ? "" : `${name} `}${texts.join("; ")}`;
}
