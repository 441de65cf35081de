import { InvalidInputError } from "../errors.ts";
import type { CohortCell, CohortRevenueCell, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { where } from "./encodings.ts";
import {
  ESTIMATE_FIELDS,
  estimateTooltip,
  estimateValues,
  intervalNote,
  metricsTitle,
  nNote,
  readRows,
  sumOfN,
  tooFewNote,
  untilKnown,
} from "./estimates.ts";
import { count, type Fields, groupColumns, groupsOf, lastNote } from "./groups.ts";
import { extent, rampColor } from "./rampColor.ts";
import { toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** A cell of a cohort table; one of too few customers, which `minimum` hides, included. */
export type HeatmapCell =
  | CohortCell
  | CohortRevenueCell
  | Suppressed<CohortCell>
  | Suppressed<CohortRevenueCell>;

// More rows or columns are too small to tell apart, and make more cells than a page should hold.
const MOST_COHORTS = 40;
const MOST_PERIODS = 50;

/**
 * A cohort table in colors: a line for each cohort with its size, a column for each period since its start. The
 * value is printed in each cell where there is room. A cell whose period is not over is pale and dashed; nobody yet is
 * a dash, never 0 %. Cells hidden by `minimum` are "×". The colors span what follows period 0, which is always 100 %.
 * Cohorts of nobody are left out. Of more than 40 cohorts the last 40 are shown, of more than 50 periods the first 50,
 * and the chart says so.
 *
 * @param cells - What `cohortRetention`, `cohortRetentionFromCounts` or `cohortRevenue` returned, or `rollup` of it.
 * @throws {InvalidInputError} When a row is no cell of a cohort table, or an option is not valid.
 * @example
 * const cells = cohortRetentionFromCounts([
 *   { cohort: "2024-01", offset: 0, active: 40, size: 40 },
 *   { cohort: "2024-01", offset: 1, active: 10, size: 40 },
 * ]);
 * const spec = retentionHeatmap(cells);
 * spec.title; // => { text: "Cohort retention", subtitle: ["95% intervals (wilson) on hover, n = 40"], … }
 * @see docs/guide/charts.md.
 */
export function retentionHeatmap(cells: Iterable<HeatmapCell>, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw retentionHeatmap";
  checkChartOptions(task, options);
  const rows = readRows(task, "cells", cells, [...ESTIMATE_FIELDS, "cohort", "offset", "size", "complete"]);
  const columns = groupColumns(task, rows, undefined, "cells");
  const cohorts = groupsOf(
    rows.filter(({ size }) => size !== 0),
    [...columns, "cohort"],
  );
  const shown = cohorts.slice(-MOST_COHORTS);
  const share = rows[0]?.unit === "share";
  const { format } = new Intl.NumberFormat("en", {
    style: share ? "percent" : "decimal",
    notation: "compact",
    maximumSignificantDigits: share ? 2 : 3,
  });
  const values = shown.flatMap(({ name, rows: own }, index) =>
    [...own]
      .sort((a, b) => Number(a.offset) - Number(b.offset))
      .slice(0, MOST_PERIODS)
      // What `minimum` hides has no offset, and stands once at the beginning.
      .filter(({ offset }, place) => offset !== null || place === 0)
      .map((cell, place, sorted) => {
        const row = untilKnown(cell);
        const { estimate, suppressed, size, offset, until } = row;
        if (place > 0 && offset === sorted[place - 1]?.offset)
          throw new InvalidInputError(task, "cells", "must have each offset of a cohort once", offset);
        const [from, to] = [Number(offset), Number(until) - 1];
        const text = estimate === null ? "–" : format(Number(estimate));
        return {
          ...estimateValues(name, row),
          estimate: estimate as number | null,
          index,
          offset: from,
          period: to > from ? `${from}–${to}` : String(from),
          text: suppressed === true ? "×" : text,
          open: isOpen(row),
          size: place === 0 && size !== null ? count(Number(size)) : "",
        };
      }),
  );
  // Period 0 of a retention table is 100 % by definition, and would leave a single color for all the rest.
  const [low, high] = extent([
    0,
    ...values.filter(({ offset }) => !share || offset > 0).map(({ estimate }) => Number(estimate)),
  ]);
  const [, longest] = extent(values.map(({ size }) => size.length));
  const [, most] = extent(shown.map((cohort) => cohort.rows.length));
  return toChart(
    {
      title: [metricsTitle(rows), ...columns].join(" by "),
      notes: [
        intervalNote(rows, ` on hover, ${nNote(sumOfN(cohorts.map((cohort) => cohort.rows[0] ?? {})))}`),
        values.some(({ open }) => open) ? "Dashed: the period is not over yet" : "",
        tooFewNote(rows, "×: too few to show"),
        lastNote("cohorts", shown, cohorts),
        most > MOST_PERIODS ? `The first ${MOST_PERIODS} periods of ${count(most)}` : "",
      ],
      description: `Cohorts ${shown[0]?.name} to ${shown.at(-1)?.name}, colors from ${format(low)} to ${format(high)}.`,
      height: 150 + 22 * shown.length,
      values,
      encoding: () => ({
        x: {
          field: "period",
          type: "ordinal",
          sort: { field: "offset", op: "min" },
          title: "Periods since the start",
          axis: { orient: "top", labelAngle: 0, domain: false, ticks: false },
          scale: { paddingInner: 0.05 },
        },
        y: {
          field: "group",
          type: "nominal",
          sort: { field: "index", op: "min" },
          title: "Cohort, n",
          axis: { labelPadding: 12 + 7 * longest },
          scale: { paddingInner: 0.05 },
        },
        tooltip: estimateTooltip(["period", "Period"]),
      }),
      layer: (theme) => [
        {
          mark: "rect",
          encoding: {
            color: rampColor(theme, "estimate", [low, high], {
              title: null,
              format: share ? ".0%" : ",.3~s",
              // As in the cells.
              labelExpr: "replace(datum.label, 'G', 'B')",
            }),
            opacity: where("datum.open", 0.35, 1),
          },
        },
        {
          transform: [{ filter: "datum.open" }],
          mark: { type: "rect", fill: null, stroke: theme.muted, strokeDash: [3, 2] },
        },
        {
          mark: {
            type: "text",
            fontSize: 10,
            opacity: { expr: "length(datum.text) < 2 || bandwidth('x') > 25 ? 1 : 0" },
            // What stands on a color is black or white, whichever has the higher contrast.
            color: {
              expr: `datum.open || datum.estimate === null ? '${theme.text}' : luminance(scale('color', datum.estimate)) > 0.179 ? '#000' : '#fff'`,
            },
          },
          encoding: { text: { field: "text" } },
        },
        {
          mark: { type: "text", align: "right", color: theme.muted },
          encoding: { x: { value: -6 }, text: { field: "size" } },
        },
      ],
    },
    options,
  );
}

function isOpen({ complete, suppressed }: Fields): boolean {
  return complete === false && suppressed !== true;
}
