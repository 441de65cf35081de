import { InvalidInputError } from "../errors.ts";
import type { ChartOptions } from "./chartOptions.ts";
import { lineLayers, quantitative } from "./encodings.ts";
import {
  checkSameUnit,
  ESTIMATE_FIELDS,
  estimateChannel,
  estimateText,
  estimateTooltip,
  estimateValues,
  intervalNote,
  metricsTitle,
  nNote,
  readRows,
  tooFewNote,
  untilKnown,
} from "./estimates.ts";
import { groupColor } from "./groupColor.ts";
import { count, type Fields, type GroupOptions, groupColumns, groupsOf, mostObserved } from "./groups.ts";
import { extent } from "./rampColor.ts";
import { toChart } from "./toChart.ts";
import type { JsonRecord, VegaLiteSpec } from "./vegaLite.ts";

/** What tells one chart of curves from another. */
export interface CurveParts {
  /** What a row must carry beside an estimate. */
  readonly fields: readonly string[];
  /** The field along the curves. */
  readonly along: (row: Fields) => string;
  readonly axis: string;
  readonly interpolate: "linear" | "step-after";
  /** Where a curve begins at 0, if it has no row there. */
  readonly start?: (first: Fields) => number;
  /** Places for the numbers below the axis, of all that rows have, ascending. */
  readonly ticks: (places: readonly number[]) => readonly number[];
  /** The number below the axis. */
  readonly below: (rows: readonly Fields[], tick: number) => unknown;
  /** What the marks need of a row of so many. */
  readonly marks: (row: Fields, rows: number) => JsonRecord;
  /** What is drawn beside the lines. */
  readonly layer: readonly JsonRecord[];
  /** What points are that are `open` or `censored`. */
  readonly note: string;
}

/** Beyond this, curves cannot be told apart any more. */
const MOST_CURVES = 8;
const MOST_POINTS = 1900;
/** With more, marks on a curve hide it. */
export const MOST_MARKS = 400;

/** Curves with the bands of their intervals, one color a group, and how many they rest on below the axis. */
export function curveChart(
  task: string,
  given: unknown,
  { by, ...options }: ChartOptions & GroupOptions,
  { fields, along, axis, interpolate, start, ticks, below, marks, layer, note }: CurveParts,
): VegaLiteSpec {
  const all = readRows(task, "rows", given, [...ESTIMATE_FIELDS, ...fields]);
  checkSameUnit(task, "rows", all);
  const field = along(all[0] ?? {});
  const placeOf = (row: Fields): number => row[field] as number;
  const columns = groupColumns(task, all, by);
  // What `minimum` hides has no place, and a cohort of nobody has no curve.
  const rows = all.filter((row) => row[field] !== null && row.size !== 0);
  const groups = groupsOf(rows, all[0]?.cohort === undefined ? columns : [...columns, "cohort"]);
  const { shown, notes } = mostObserved(
    groups.map((group) => ({
      name: group.name,
      rows: [...group.rows].sort((a, b) => placeOf(a) - placeOf(b)),
      n: group.rows.reduce((most, { n }) => Math.max(most, Number(n)), 0),
    })),
    MOST_CURVES,
  );
  for (const { rows: own } of shown)
    own.forEach((row, index) => {
      const place = row[field];
      if (Number.isFinite(place) && place !== own[index - 1]?.[field]) return;
      throw new InvalidInputError(task, `${field} of rows`, "must be numbers, each once in a group", place);
    });
  const places = ticks([...new Set(shown.flatMap((curve) => curve.rows.map(placeOf)))].sort((a, b) => a - b));
  const points = shown.flatMap(({ name, rows: own }) => {
    const [first = {}] = own;
    const estimate = start?.(first);
    const zero = { ...first, [field]: 0, censored: 0, estimate, low: estimate, high: estimate };
    const begins = estimate === undefined || placeOf(first) <= 0;
    return [...(begins ? [] : [zero]), ...thinned(own, placeOf, MOST_POINTS / shown.length)].map(
      (row): JsonRecord => {
        const known = untilKnown(row);
        const x = placeOf(row);
        const { low, high } = known as Readonly<Record<string, number | null>>;
        return {
          ...estimateValues(name, known),
          low: low ?? null,
          high: high ?? null,
          x,
          period: count(x),
          ...marks(row, own.length),
        };
      },
    );
  });
  const numbers = shown.flatMap(({ name, rows: own }, rank) =>
    places.map((x): JsonRecord => {
      const number = below(own, x);
      return { group: name, x, rank, below: typeof number === "number" ? count(number) : "" };
    }),
  );
  const [least, most] = extent([
    0,
    ...points.flatMap(({ low, estimate, high }) => [Number(low), Number(estimate), Number(high)]),
  ]);
  const title = metricsTitle(all);
  return toChart(
    {
      title: [title, ...columns].join(" by "),
      notes: [
        intervalNote(all, shown.length > 0 ? `, ${nNote(shown.reduce((sum, { n }) => sum + n, 0))}` : ""),
        ...notes,
        tooFewNote(all),
        points.some(({ open, censored }) => open || censored) ? note : "",
      ],
      description: `${shown
        .map(({ name, rows: own }) => {
          const last = own.filter(({ estimate }) => estimate !== null).at(-1) ?? own[0] ?? {};
          return `${name} ${estimateText(last)} at ${count(placeOf(last))}`.trim();
        })
        .join("; ")}.`,
      height: 300 + 24 * shown.length,
      values: [...points, ...numbers],
      encoding: (theme) => ({
        x: {
          ...quantitative("x"),
          title: axis,
          scale: { domain: extent(points.map(({ x }) => Number(x))), nice: false },
          axis: { values: places, format: ",.6~r", grid: false, labelFlush: false },
        },
        y: { ...estimateChannel(title, all, theme), scale: { domain: [least, most || 1], nice: true } },
        color: groupColor(theme, shown.length),
      }),
      layer: (theme) => [
        ...lineLayers(theme, points, shown.length, interpolate, estimateTooltip(["period", axis])),
        ...layer,
        {
          transform: [{ filter: "!datum.period" }],
          mark: "text",
          encoding: { y: { value: { expr: "height + 50 + 14 * datum.rank" } }, text: { field: "below" } },
        },
      ],
    },
    options,
  );
}

/** The rows themselves; of more than `most` the first and the last of each column of pixels. */
function thinned(rows: readonly Fields[], placeOf: (row: Fields) => number, most: number): readonly Fields[] {
  if (rows.length <= most) return rows;
  const [from = 0, to = 0] = [rows[0], rows.at(-1)].map((row) => placeOf(row ?? {}));
  const columnOf = (row: Fields | undefined): number =>
    Math.floor(((placeOf(row ?? {}) - from) / (to - from)) * (most / 2 - 1));
  return rows.filter((row, index) => {
    const column = columnOf(row);
    return column !== columnOf(rows[index - 1]) || column !== columnOf(rows[index + 1]);
  });
}
