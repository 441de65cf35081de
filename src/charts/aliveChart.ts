import { InvalidInputError } from "../errors.ts";
import type { CustomerRow, Estimate, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { readRows } from "./estimates.ts";
import { count } from "./groups.ts";
import { extent, rampColor, sumOf } from "./rampColor.ts";
import { customersNote, percent } from "./results.ts";
import { toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";
import { niceStep, tidy } from "./weighted.ts";

/**
 * A customer with the answer of `probabilityAlive`.
 * @internal
 */
type Answered = Pick<CustomerRow, "frequency" | "recency"> & Estimate<"probabilityAlive">;

/** What {@link aliveChart} draws: a customer with the answer of `probabilityAlive`, or one that `minimum` hides. */
export type AliveRow = Answered | Suppressed<Answered>;

/** More columns cannot be told apart on a telephone. */
const MOST_COLUMNS = 25;

/** Up to this highest frequency, each has its own line. */
const MOST_LINES = 25;
/** Beyond it, those from here are put together: 16 to 31, 32 to 63, … */
const FIRST_RANGE = 16;

/**
 * How likely customers are still there, by their recency (across) and frequency (up): the mean of each cell, as its
 * color. Recency is cut into steps of a round length, at most 26. Of frequencies beyond 25, those from 16 on are put
 * together, in ranges each twice as wide as the one before. A row counts as `n` customers; rows without an estimate are
 * counted in the subtitle and not drawn.
 *
 * @param rows - What `probabilityAlive` returned, of customers or of a grid of made-up ones.
 * @throws {InvalidInputError} When a row is not of `probabilityAlive`, or an option is not valid.
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const fit = { model: "bgNbd", parameters, converged: true };
 * const grid = [1, 4].flatMap((frequency) => [10, 35].map((recency) => ({ frequency, recency, age: 39 })));
 * const spec = aliveChart(probabilityAlive(fit, grid));
 * spec.description; // => "Probability alive by recency and frequency. …"
 * @see docs/guide/charts.md. What is known of customers by recency and frequency: [FaderHardieLee2005b].
 */
export function aliveChart(rows: Iterable<AliveRow>, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw aliveChart";
  checkChartOptions(task, options);
  const read = readRows(task, "rows", rows, ["metric", "frequency", "recency", "estimate", "n"]);
  const odd = read.findIndex(({ metric }) => metric !== "probabilityAlive");
  if (odd >= 0)
    throw new InvalidInputError(task, `rows[${odd}].metric`, 'must be "probabilityAlive"', read[odd]?.metric);
  const known = (read as unknown as readonly AliveRow[]).flatMap((row) => knownOf(row) ?? []);
  const [, longest] = extent(known.map(({ recency }) => recency));
  const [, most] = extent(known.map(({ frequency }) => frequency));
  const step = niceStep(longest / MOST_COLUMNS || 1);
  const lineOf = (frequency: number): number =>
    most <= MOST_LINES || frequency < FIRST_RANGE
      ? frequency
      : FIRST_RANGE + Math.floor(Math.log2(frequency / FIRST_RANGE));
  const cells = cellsOf(known, ({ recency }) => Math.floor(recency / step), lineOf);
  const lines = Array.from({ length: lineOf(most) + 1 }, (_, line) => {
    const from = FIRST_RANGE * 2 ** (line - FIRST_RANGE);
    return most <= MOST_LINES || line < FIRST_RANGE ? String(line) : `${from}–${2 * from - 1}`;
  });
  const values = cells.map(({ column, line, n, alive }) => ({
    from: tidy(column * step),
    to: tidy((column + 1) * step),
    frequency: lines[line] ?? "",
    alive: Math.min(1, sumOf(alive) / n),
    n,
  }));
  const [low, high] = extent(values.map(({ alive }) => alive));
  const [, end] = extent(values.map(({ to }) => to));
  const hidden = read.length - known.length;
  const times = { type: "quantitative", format: ",.4~r" };
  return toChart(
    {
      title: "Probability alive by recency and frequency",
      notes: [
        `${customersNote(known.reduce((sum, { n }) => sum + n, 0))}, mean of each cell`,
        ...(hidden > 0 ? [`${count(hidden)} rows without an estimate are not drawn`] : []),
      ],
      description: `From ${percent(low)} to ${percent(high)} on average in a cell.`,
      height: 190 + Math.max(160, 15 * lines.length),
      values,
      layer: (theme) => [
        {
          mark: { type: "rect", stroke: theme.grid, strokeWidth: 0.5 },
          encoding: {
            x: {
              field: "from",
              type: "quantitative",
              title: "Recency (age at the last purchase)",
              scale: { domain: [0, end], nice: false },
              axis: { grid: false },
            },
            x2: { field: "to" },
            y: {
              field: "frequency",
              type: "ordinal",
              title: "Frequency (repeat purchases)",
              // Also those that nobody has, so that the gap is seen.
              scale: { domain: [...lines].reverse(), padding: 0 },
            },
            color: rampColor(theme, "alive", [0, 1], { title: "Probability alive", format: ".0%" }),
            tooltip: [
              { field: "alive", type: "quantitative", format: ".1%", title: "Probability alive" },
              { field: "n", type: "quantitative", format: ",d", title: "Customers" },
              { field: "frequency", type: "nominal", title: "Frequency" },
              { field: "from", ...times, title: "Recency from" },
              { field: "to", ...times, title: "To below" },
            ],
          },
        },
      ],
    },
    options,
  );
}

/** A row with an estimate. */
interface Known {
  readonly frequency: number;
  readonly recency: number;
  readonly estimate: number;
  readonly n: number;
}

function knownOf({ frequency, recency, estimate, n }: AliveRow): Known | undefined {
  if (frequency === null || recency === null || estimate === null || n === null) return undefined;
  return { frequency, recency, estimate, n };
}

interface Cell {
  readonly column: number;
  readonly line: number;
  n: number;
  /** The customers of each row times their probability. */
  readonly alive: number[];
}

function cellsOf(
  known: readonly Known[],
  columnOf: (row: Known) => number,
  lineOf: (frequency: number) => number,
): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of known) {
    const [column, line] = [columnOf(row), lineOf(row.frequency)];
    const key = `${column} ${line}`;
    const cell = cells.get(key) ?? { column, line, n: 0, alive: [] };
    cells.set(key, cell);
    cell.n += row.n;
    cell.alive.push(row.n * row.estimate);
  }
  return [...cells.values()];
}
