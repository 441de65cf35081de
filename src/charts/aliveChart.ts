import { InvalidInputError } from "../errors.ts";
import type { CustomerRow, Estimate, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { readRows } from "./estimates.ts";
import { count } from "./groups.ts";
import { extent, rampColor, sumOf } from "./rampColor.ts";
import { customersNote } from "./results.ts";
import { toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
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
 * spec.title; // => { text: "P(alive) by recency and frequency", … }
 * @see docs/guide/charts.md. What is known of customers by recency and frequency: [FaderHardieLee2005b].
 */
export function aliveChart(rows: Iterable<AliveRow>, options: ChartOptions = {}): VegaLiteSpec {
  const task = "draw aliveChart";
  checkChartOptions(task, options);
  const read = readRows(task, "rows", rows, ["metric", "frequency", "recency", "estimate", "n"]);
  const odd = read.findIndex(({ metric }) => metric !== "probabilityAlive");
  if (odd >= 0)
    throw new InvalidInputError(task, `rows[${odd}].metric`, 'must be "probabilityAlive"', read[odd]?.metric);
  const known = (read as unknown as readonly AliveRow[]).filter(isKnown);
  const [, longest] = extent(known.map(({ recency }) => recency));
  const [, most] = extent(known.map(({ frequency }) => frequency));
  const step = niceStep(longest / MOST_COLUMNS || 1);
  const firstRange = most > MOST_LINES ? FIRST_RANGE : Infinity;
  // Doublings are counted from 1, and 16 is the fourth.
  const lineOf = (x: number): number => (x < firstRange ? x : FIRST_RANGE - 4 + Math.floor(Math.log2(x)));
  const lines = Array.from({ length: known.length && lineOf(most) + 1 }, (_, line) => {
    const from = 2 ** (line - FIRST_RANGE + 4);
    return line < firstRange ? `${line}` : `${from}–${2 * from - 1}`;
  });
  const cells = new Map<
    string,
    { from: number; to: number; frequency: string; n: number; alive: number[] }
  >();
  for (const { frequency, recency, estimate, n } of known) {
    const [column, line] = [Math.floor(recency / step), lines[lineOf(frequency)] ?? ""];
    const key = `${column} ${line}`;
    const edges = { from: tidy(column * step), to: tidy((column + 1) * step) };
    const cell = cells.get(key) ?? { ...edges, frequency: line, n: 0, alive: [] };
    cells.set(key, cell);
    cell.n += n;
    cell.alive.push(n * (estimate ?? 0));
  }
  const hidden = read.length - known.length;
  return toChart(
    {
      title: "P(alive) by recency and frequency",
      notes: [
        `${customersNote(known.reduce((sum, { n }) => sum + n, 0))}, mean of each cell`,
        ...(hidden > 0 ? [`${count(hidden)} rows without an estimate are not drawn`] : []),
      ],
      description: "Mean probability of the customers in each cell.",
      height: 190 + Math.max(160, 15 * lines.length),
      values: Array.from(cells.values(), (cell) => ({
        ...cell,
        alive: Math.min(1, sumOf(cell.alive) / cell.n),
      })),
      layer: (theme) => [
        {
          mark: { type: "rect", stroke: theme.grid, strokeWidth: 0.5 },
          encoding: {
            x: {
              field: "from",
              type: "quantitative",
              title: "Recency (age at the last purchase)",
              scale: { zero: true, nice: false },
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
            tooltip: tooltip(
              ["alive", "Probability alive", ".1%"],
              ["n", "Customers", ",d"],
              ["frequency", "Frequency"],
              ["from", "Recency from", ",.6~r"],
              ["to", "To below", ",.6~r"],
            ),
          },
        },
      ],
    },
    options,
  );
}

function isKnown(row: AliveRow): row is Answered {
  return row.estimate !== null && row.n !== null;
}
