import { checkPositive } from "../check.ts";
import type { MrrMovementRow } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { gridColor, inOrder, where } from "./encodings.ts";
import { nNote, readRows } from "./estimates.ts";
import { count, groupColumns, groupsOf, lastNote } from "./groups.ts";
import { TWO_LINES, toChart } from "./toChart.ts";
import { tooltip } from "./tooltip.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";

/** The options of {@link movementsChart}. */
export interface MovementsChartOptions extends ChartOptions {
  /**
   * How many minor units make a unit of the currency, such as 100: amounts are then shown in units of the currency. By
   * default they are shown in the minor units in which they are counted.
   */
  readonly minorUnits?: number;
}

/** Beyond this, bars are too thin. */
const MOST_PERIODS = 100;

/**
 * Movements of recurring revenue by period: what is new, expansion and reactivation upwards, contraction and churn
 * downwards, a diamond at the sum of all. A period that is not over is pale. Rows of several groups are added up. Of
 * more than 100 periods the last 100 are shown, and the chart says so.
 *
 * @param rows - What `mrrMovements` returned, or `rollup` of it.
 * @throws {InvalidInputError} When a row is no period of `mrrMovements`, or an option is not valid.
 * @example
 * const subscriptions = [
 *   { customerId: "ada", startedAt: "2024-01-10", endedAt: "2024-02-20", mrr: 3000 },
 *   { customerId: "bob", startedAt: "2024-01-20", mrr: 5000 },
 * ];
 * const rows = mrrMovements(subscriptions, { bucket: calendarMonths(), asOf: "2024-02-29" });
 * movementsChart(rows).title; // => { text: "MRR movements", … }
 * @see docs/guide/charts.md.
 */
export function movementsChart(
  rows: Iterable<MrrMovementRow>,
  options: MovementsChartOptions = {},
): VegaLiteSpec {
  const task = "draw movementsChart";
  const { minorUnits = 1, ...rest } = checkChartOptions(task, options, ["minorUnits"]);
  checkPositive(task, "minorUnits", minorUnits);
  const read = readRows(task, "rows", rows, ["period", "complete", "closingCustomers", ...MOVEMENTS]);
  const columns = groupColumns(task, read);
  const periods = groupsOf(read, ["period"]).map(({ name, rows: own }) => {
    const sum = (field: string): number => own.reduce((total, row) => total + Number(row[field]), 0);
    const amounts = MOVEMENTS.map((kind, index) => (index < LOSSES ? sum(kind) : 0 - sum(kind)));
    return {
      period: name,
      amounts: amounts.map((amount) => amount / minorUnits),
      net: amounts.reduce(add, 0) / minorUnits,
      open: own.some(({ complete }) => complete === false),
      customers: sum("closingCustomers"),
    };
  });
  const shown = periods.slice(-MOST_PERIODS);
  const ends = new Set([shown[0], shown.at(-1)]);
  const unit = `MRR change (${minorUnits === 1 ? "minor units" : "units of currency"})`;
  return toChart(
    {
      title: "MRR movements",
      notes: [
        shown.length > 0 ? `Exact sums, no intervals; ${nNote(shown.at(-1)?.customers ?? 0)} at the end` : "",
        columns.length > 0 ? `Sums over ${columns.join(" and ")}` : "",
        "Diamonds: net change",
        shown.some(({ open }) => open) ? "Pale: the period is not over yet" : "",
        lastNote("periods", shown, periods),
      ],
      description: `${[...ends].map((end) => `${end?.period}: net change ${count(end?.net ?? 0)}`).join("; ")}.`,
      height: 340,
      values: shown.flatMap(({ period, amounts, net, open }) => [
        ...amounts.map((amount, rank) => {
          // Vega's own stacks break at a period that is called "constructor".
          const from = amounts.slice(rank < LOSSES ? 0 : LOSSES, rank).reduce(add, 0);
          const to = from + amount;
          return { period, movement: MOVEMENTS[rank] ?? "", amount, text: count(amount), from, to, open };
        }),
        { period, movement: "net change", net, text: count(net) },
      ]),
      encoding: (theme) => ({
        x: inOrder("period", "ordinal", TWO_LINES),
        y: {
          type: "quantitative",
          title: unit,
          axis: {
            format: ",.6~r",
            gridColor: gridColor(theme),
          },
        },
        tooltip: tooltip(["period", "Period"], ["movement", "Movement"], ["text", unit]),
      }),
      layer: ({ good, bad, text, paper }) => [
        {
          transform: [{ filter: "isValid(datum.to)" }],
          mark: { type: "bar", stroke: paper, strokeWidth: 0.5 },
          encoding: {
            y: { field: "from" },
            y2: { field: "to" },
            color: {
              field: "movement",
              type: "nominal",
              scale: { domain: MOVEMENTS, range: [good, `${good}c8`, `${good}a0`, `${bad}b8`, bad] },
              legend: { orient: "top", title: null, symbolOpacity: 1 },
            },
            opacity: where("datum.open", 0.5, 1),
          },
        },
        {
          transform: [{ filter: "isValid(datum.net)" }],
          mark: {
            type: "point",
            shape: "diamond",
            size: 40,
            opacity: 1,
            fill: text,
            stroke: paper,
            strokeWidth: 1,
          },
          encoding: { y: { field: "net" } },
        },
      ],
    },
    rest,
  );
}

/** Where in {@link MOVEMENTS} those begin that go downwards. */
const LOSSES = 3;

const MOVEMENTS: readonly string[] = ["new", "expansion", "reactivation", "contraction", "churn"];

function add(a: number, b: number): number {
  return a + b;
}
