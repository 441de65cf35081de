import fc from "fast-check";
import { backtestChart, calibrationChart } from "../../../src/charts/index.ts";
import { type Backtest, backtest } from "../../../src/index.ts";
import { ANY_LABEL, chartLaws } from "../../support/chartLaws.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const computed = backtest(clvOrders(20), { calibrationEnd: "2024-03-31", asOf: "2024-06-30" });
const number = fc.nat(1000);

/** Results of any numbers, some of them not known. */
const results: fc.Arbitrary<Backtest> = fc
  .record({
    periods: fc.array(fc.record({ label: ANY_LABEL, actual: number, expected: fc.option(number) }), {
      maxLength: 30,
    }),
    calibration: fc.nat(30),
    range: fc.option(fc.tuple(number, number)),
    means: fc.array(
      fc.record({ n: number, meanActual: fc.option(number), meanExpected: fc.option(number) }),
      {
        maxLength: 8,
      },
    ),
  })
  .map(({ periods, calibration, range, means }) => ({
    ...computed,
    low: range && Math.min(...range),
    high: range && Math.max(...range),
    byFrequency: means.map((row, frequency) => ({ frequency, ...row })),
    tracking: periods.map(({ label, actual, expected }, index) => ({
      period: String(label),
      phase: index < calibration ? "calibration" : "holdout",
      actual,
      expected,
      cumulativeActual: actual,
      cumulativeExpected: expected,
    })),
  }));

chartLaws("backtestChart", results, backtestChart, {
  numbers: ({ tracking }) => tracking.flatMap((row) => [row.cumulativeActual, row.cumulativeExpected]),
});
chartLaws("calibrationChart", results, calibrationChart, {
  numbers: ({ byFrequency }) => byFrequency.flatMap((row) => [row.meanActual, row.meanExpected, row.n]),
});
