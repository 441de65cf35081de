import { describe, expect, test } from "vitest";
import {
  aliveChart,
  backtestChart,
  clvChart,
  movementsChart,
  retentionChart,
  retentionHeatmap,
  rfmChart,
  survivalChart,
  trendChart,
  type VegaLiteSpec,
} from "../../../src/charts/index.ts";
import { display, type MimeBundle } from "../../../src/display/index.ts";
import {
  backtest,
  calendarMonths,
  clv,
  cohortRetention,
  expectedPurchases,
  kaplanMeier,
  mrrMovements,
  nelsonAalen,
  nps,
  probabilityAlive,
  retentionCurve,
  rfm,
  rollup,
  timeline,
} from "../../../src/index.ts";

const days = ["2024-01-03", "2024-01-20", "2024-02-11", "2024-03-05", "2024-04-01"];
const orders = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((customerId) =>
  days
    .slice(customerId % 4, 1 + (customerId % 4) + (customerId % 3))
    .map((at) => ({ customerId, at, amount: 5 })),
);
const bucket = calendarMonths();
const cells = cohortRetention(orders, { bucket, asOf: "2024-04-30" });
const lifetimes = [1, 2, 3, 4].map((duration) => ({ duration, churned: duration !== 2, plan: duration % 2 }));
const fit = {
  model: "bgNbd",
  parameters: { r: 0.24, alpha: 4.41, a: 0.79, b: 2.43 },
  converged: true,
} as const;
const customers = [{ customerId: 1, frequency: 2, recency: 30, age: 39 }];
const width = 600;

const kinds: readonly (readonly [string, object, () => VegaLiteSpec])[] = (() => {
  const months = timeline([{ at: "2024-01-02", score: 9 }], { at: (row) => row.at, bucket }, nps);
  const curve = retentionCurve(cells);
  const survival = kaplanMeier(lifetimes);
  const hazard = nelsonAalen(lifetimes);
  const mrr = mrrMovements([{ customerId: 1, startedAt: "2024-01-03", mrr: 900 }], {
    bucket,
    asOf: "2024-03-31",
  });
  const alive = probabilityAlive(fit, customers);
  const scores = rfm(orders, { asOf: "2024-04-30" });
  const value = clv(orders, { asOf: "2024-04-30", unit: "week", horizon: 12 });
  const test = backtest(orders, { calibrationEnd: "2024-02-20", asOf: "2024-04-30", unit: "week" });
  return [
    ["cohort cells", cells, () => retentionHeatmap(cells, { width })],
    ["a retention curve", curve, () => retentionChart(curve, { width })],
    ["a timeline", months, () => trendChart(months, { width })],
    ["survival", survival, () => survivalChart(survival, { width })],
    ["a cumulative hazard", hazard, () => survivalChart(hazard, { width })],
    ["MRR movements", mrr, () => movementsChart(mrr, { width })],
    ["who is alive", alive, () => aliveChart(alive, { width })],
    ["rfm", scores, () => rfmChart(scores, { width })],
    ["clv", value, () => clvChart(value, { width })],
    ["backtest", test, () => backtestChart(test, { width })],
  ];
})();

function chartIn(result: object): unknown {
  const bundle = display(result)[Symbol.for("Jupyter.display")]?.() as MimeBundle;
  return bundle["application/vnd.vegalite.v5+json"];
}

describe("the chart that display draws", () => {
  test.each(kinds)("of %s", (_, result, chart) => expect(chartIn(result)).toEqual(chart()));
  test("of curves by group", () => {
    const curves = rollup(lifetimes, ["plan"], kaplanMeier);
    expect(chartIn(curves)).toEqual(survivalChart(curves, { width }));
  });
  test("is none of customers side by side, and none of rows of one's own", () => {
    expect(chartIn(expectedPurchases(fit, customers, { horizon: 10 }))).toBeUndefined();
    expect(chartIn([{ period: "2024-01", sales: 3 }])).toBeUndefined();
    expect(chartIn(fit)).toBeUndefined();
  });
  test("is left out where rows only look like a result", () =>
    expect(
      chartIn([
        { ...cells[0], offset: "x" },
        { cohort: 1, offset: 0 },
      ]),
    ).toBeUndefined());
});
