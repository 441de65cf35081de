import { checkChoice } from "../check.ts";
import type { Clv, Suppressed } from "../index.ts";
import { type ChartOptions, checkChartOptions } from "./chartOptions.ts";
import { concentrationParts } from "./clvConcentration.ts";
import { distributionParts } from "./clvDistribution.ts";
import { estimateText, intervalNote } from "./estimates.ts";
import { count, type Fields } from "./groups.ts";
import { checkResult, customersNote, duration, modelTitle, percent } from "./results.ts";
import { toChart } from "./toChart.ts";
import type { VegaLiteSpec } from "./vegaLite.ts";
import { weighted } from "./weighted.ts";

/** The options of {@link clvChart}. */
export interface ClvChartOptions extends ChartOptions {
  /**
   * - `distribution`: how many customers are worth how much.
   * - `concentration`: how much of the value the best customers hold.
   *
   * Default `"distribution"`.
   */
  readonly show?: "distribution" | "concentration";
}

/**
 * What customers are worth: a histogram with the mean and the median, or the Lorenz curve [Lorenz1905] with the best
 * customers first. Customers without an estimate are counted in the subtitle and not drawn. A row counts as `n`
 * customers.
 *
 * The bins are those of [FreedmanDiaconis1981], made wider to a round number, and so that 95% of the customers fit into
 * 59 bins; a last one holds whoever lies beyond, and says so.
 *
 * @param result - What `clv` returned.
 * @throws {InvalidInputError} When it is not that, or an option is not valid.
 * @example
 * const orders = ["ann", "bob", "cem", "dia", "eli", "fay"].flatMap((customerId, who) =>
 *   [0, 9, 15, 31, 40, 58].slice(0, 1 + ((5 * who) % 6)).map((day, i) => ({
 *     customerId,
 *     at: new Date(Date.UTC(2024, 0, 1 + day)),
 *     amount: 20 + 7 * who + 3 * (i % 3),
 *   })),
 * );
 * const result = clv(orders, { asOf: "2024-03-31", horizon: 90, margin: 0.3 });
 * const spec = clvChart(result, { show: "concentration", theme: "dark" });
 * spec.title; // => { text: "Concentration of lifetime value", … }
 * @see docs/guide/charts.md.
 */
export function clvChart(result: Clv | Suppressed<Clv>, options: ClvChartOptions = {}): VegaLiteSpec {
  const task = "draw clvChart";
  const { show = "distribution" } = checkChartOptions(task, options, ["show"]);
  checkChoice(task, "show", show, ["distribution", "concentration"]);
  checkResult(task, result, "clv");
  const whole = result as Clv;
  const known = weighted(whole.customers ?? []);
  const unknown = (whole.n ?? 0) - known.n;
  const parts = (show === "distribution" ? distributionParts : concentrationParts)(known);
  const notes = [...notesOf(whole), ...parts.notes];
  if (unknown > 0) notes.push(`${count(unknown)} customers without an estimate are not drawn`);
  return toChart({ ...parts, notes }, options);
}

function notesOf({ n, model, horizon, timeUnit, discountRate, margin, total, reason }: Clv): string[] {
  if (n === null) return [customersNote(n)];
  const ahead = horizon === null ? "for ever" : `${duration(horizon, timeUnit)} ahead`;
  const sum = total as unknown as Fields;
  return [
    `${customersNote(n)}, ${modelTitle(model)}, ${ahead}`,
    `Discount rate ${percent(discountRate)} per ${timeUnit}, margin ${percent(margin)}`,
    `Total ${estimateText(sum)}`,
    intervalNote([sum]),
    ...(reason === null ? [] : [reason]),
  ];
}
