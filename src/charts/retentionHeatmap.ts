import type { CohortCell, CohortRevenueCell, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { ESTIMATE_FIELDS, estimateText, intervalNote, metricTitle, nNote, readRows } from "./estimates.ts";
import { count, type Fields, groupColumns, groupsOf } from "./groups.ts";
import { toChart } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

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
 * "…", never 0 %. Cells hidden by `minimum` are "×". The colors span what follows period 0, which is always 100 %.
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
 * spec.title; // => { text: "Cohort retention", subtitle: ["95% intervals (wilson) on hover, n = 40 in 1 cohort"], … }
 * @see docs/guide/charts.md.
 */
export function retentionHeatmap(cells: Iterable<HeatmapCell>, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw retentionHeatmap";
  checkChartOptions(task, options);
  const rows = readRows(task, "cells", cells, [...ESTIMATE_FIELDS, "cohort", "offset", "size", "complete"]);
  const peopled = rows.filter(({ size }) => size !== 0);
  const columns = groupColumns(task, rows, undefined);
  const cohorts = groupsOf(peopled, [...columns, "cohort"]);
  const shown = cohorts.slice(-MOST_COHORTS);
  const offsets = [...new Set(shown.flatMap((cohort) => cohort.rows.map(offsetOf)))].sort((a, b) => a - b);
  const last = offsets[MOST_PERIODS - 1] ?? Number.POSITIVE_INFINITY;
  const drawn = shown.map(({ name, rows: own }) => ({
    name,
    rows: own.filter((row, index) => (row.offset === null ? index === 0 : offsetOf(row) <= last)),
  }));
  const every = drawn.flatMap((cohort) => cohort.rows);
  const unit = every[0]?.unit;
  // Period 0 of a retention table is 100 % by definition, and would leave a single color for all the rest.
  const estimates = every
    .filter(({ offset, suppressed }) => suppressed !== true && (unit !== "share" || offset !== 0))
    .map(({ estimate }) => Number(estimate));
  const top = estimates.reduce((a, b) => Math.max(a, b), 0);
  const bottom = estimates.reduce((a, b) => Math.min(a, b), 0);
  const { format } = new Intl.NumberFormat("en", {
    style: unit === "share" ? "percent" : "decimal",
    notation: "compact",
    maximumSignificantDigits: unit === "share" ? 2 : 3,
  });
  const title = metricTitle(every[0]?.metric ?? "cohortRetention");
  const longest = every.reduce((most, { size }) => Math.max(most, count(Number(size)).length), 0);
  const sizes = cohorts.reduce((sum, { rows: [first] }) => sum + Number(first?.size), 0);
  return toChart(
    {
      title: [title, ...columns].join(" by "),
      notes: [
        `${intervalNote(every)} on hover, ${nNote(sizes)} in ${amount(cohorts.length, "cohort")}`,
        ...(every.some(isOpen) ? ["Dashed: the period is not over yet"] : []),
        ...(every.some(({ suppressed }) => suppressed === true) ? ["×: too few to show"] : []),
        ...(cohorts.length > shown.length ? [`The last ${MOST_COHORTS} cohorts`] : []),
        ...(offsets.length > MOST_PERIODS
          ? [`The first ${MOST_PERIODS} periods of ${count(offsets.length)}`]
          : []),
      ],
      description: `${amount(shown.length, "cohort")} over ${amount(Math.min(MOST_PERIODS, offsets.length), "period")}; colors from ${format(bottom)} to ${format(top)}.`,
      height: 150 + 22 * shown.length,
      values: drawn.flatMap(({ name, rows: own }, index) =>
        own.map((row, place) => {
          const open = isOpen(row);
          const waiting = open && row.estimate === 0;
          const value = waiting ? null : (row.estimate as number | null);
          const known = value === null ? "–" : format(value);
          return {
            index,
            cohort: name,
            size: place === 0 && row.size !== null ? count(Number(row.size)) : null,
            offset: offsetOf(row),
            period: periodOf(row),
            value,
            text: row.suppressed === true ? "×" : waiting ? "…" : known,
            open,
            interval: waiting ? "none yet" : estimateText(row),
            n: row.n as number | null,
          };
        }),
      ),
      encoding: () => ({
        x: {
          field: "period",
          type: "ordinal",
          sort: { field: "offset", op: "min" },
          title: "Periods since the start",
          axis: { orient: "top", labelAngle: 0, domain: false, ticks: false },
          scale: { paddingInner: 0.04 },
        },
        y: {
          field: "cohort",
          type: "nominal",
          sort: { field: "index", op: "min" },
          title: "Cohort, n",
          axis: { labelPadding: 12 + 7 * longest },
          scale: { paddingInner: 0.06 },
        },
        tooltip: TOOLTIP,
      }),
      layer: ({ ramp, text, muted }) => [
        {
          mark: "rect",
          encoding: {
            color: {
              field: "value",
              type: "quantitative",
              title: null,
              scale: {
                domain: [bottom, top > bottom ? top : bottom + 1],
                range: [...ramp],
                interpolate: "rgb",
                clamp: true,
              },
              legend: {
                orient: "bottom",
                direction: "horizontal",
                gradientLength: 150,
                gradientThickness: 8,
                format: unit === "share" ? ".0%" : ",.3~s",
              },
            },
            opacity: { condition: { test: OPEN, value: 0.35 }, value: 1 },
          },
        },
        {
          transform: [{ filter: OPEN }],
          mark: { type: "rect", fill: null, stroke: muted, strokeDash: [3, 2] },
        },
        {
          mark: {
            type: "text",
            fontSize: 10,
            opacity: { expr: "length(datum.text) < 2 || bandwidth('x') > 25 ? 1 : 0" },
            // What stands on a color is black or white, whichever has the higher contrast.
            color: {
              expr: `datum.open || datum.value === null ? '${text}' : luminance(scale('color', datum.value)) > 0.179 ? '#000' : '#fff'`,
            },
          },
          encoding: { text: { field: "text" } },
        },
        {
          transform: [{ filter: { field: "size", valid: true } }],
          mark: { type: "text", align: "right", color: muted },
          encoding: { x: { value: -6 }, text: { field: "size" } },
        },
      ],
    },
    options,
  );
}

const OPEN: JsonRecord = { field: "open", equal: true };

const TOOLTIP: readonly JsonRecord[] = [
  { field: "cohort", type: "nominal", title: "Cohort" },
  { field: "period", type: "nominal", title: "Period" },
  { field: "interval", type: "nominal", title: "Estimate" },
  { field: "n", type: "quantitative", title: "n" },
];

/** Where a cell stands; what `minimum` hides has no offset, and stands at the beginning. */
function offsetOf({ offset }: Fields): number {
  return Number(offset);
}

/** `3`, or `3–6` for a bracket. */
function periodOf({ offset, until }: Fields): string {
  const last = Number(until ?? 0) - 1;
  return last > Number(offset) ? `${Number(offset)}–${last}` : `${Number(offset)}`;
}

function isOpen({ complete, suppressed }: Fields): boolean {
  return complete === false && suppressed !== true;
}

function amount(value: number, word: string): string {
  return `${count(value)} ${word}${value === 1 ? "" : "s"}`;
}
