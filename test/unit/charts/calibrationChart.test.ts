import { describe, expect, test } from "vitest";
import { calibrationChart } from "../../../src/charts/index.ts";
import { type Backtest, backtest } from "../../../src/index.ts";
import { expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const computed = backtest(clvOrders(60), { calibrationEnd: "2024-03-31", asOf: "2024-06-30", unit: "week" });

describe("calibrationChart", () => {
  test("shows two means for each frequency, and how many customers", async () => {
    const spec = calibrationChart(computed);
    expect(valuesOf(spec).map(({ name, series, value, n }) => [name, series, value, n])).toEqual(
      computed.byFrequency.flatMap(({ frequency, n, meanActual, meanExpected }) => [
        [frequency === 7 ? "7+" : `${frequency}`, "Actual", meanActual, n],
        [frequency === 7 ? "7+" : `${frequency}`, "Expected", meanExpected, n],
      ]),
    );
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Purchases by earlier frequency", "7+", "Actual"]));
    expect(texts).toContain(String(computed.byFrequency[0]?.n));
    expect(texts).toContain("n = 60 customers, BG/NBD, holdout of 13 weeks");
  });
  test("shows means of deciles, of which the result has sums", async () => {
    const deciles = [
      { decile: 1, n: 4, actual: 10, expected: 8, error: -2 },
      { decile: 2, n: 12_345, actual: 0, expected: 24_690, error: 24_690 },
    ];
    const spec = calibrationChart({ ...computed, deciles }, { by: "decile", theme: "dark" });
    expect(valuesOf(spec).map(({ name, series, value }) => [name, series, value])).toEqual([
      ["1", "Actual", 2.5],
      ["1", "Expected", 2],
      ["2", "Actual", 0],
      ["2", "Expected", 2],
    ]);
    expect(textsOf(await expectChart(spec))).toEqual(
      expect.arrayContaining(["Purchases by decile of the forecast", "12K"]),
    );
  });
  test("leaves a gap where nobody is, and where nothing is expected", async () => {
    const byFrequency = [
      { frequency: 0, n: 3, meanActual: 0.5, meanExpected: null },
      { frequency: 1, n: 0, meanActual: null, meanExpected: null },
    ];
    const spec = calibrationChart({ ...computed, byFrequency });
    expect(valuesOf(spec).map(({ value }) => value)).toEqual([0.5, null, null, null]);
    await expectChart(spec);
  });
  test.each(["frequency", "decile"] as const)("by %s says that there is nothing", async (by) => {
    const empty = backtest([], { calibrationEnd: "2024-01-31", asOf: "2024-02-28" });
    const svg = await expectChart(calibrationChart(empty, { by }));
    expect(textsOf(svg)).toContain("There is nothing to show.");
    const hidden = { ...computed, n: null, byFrequency: null, deciles: null } as unknown as Backtest;
    expect(textsOf(await expectChart(calibrationChart(hidden, { by })))).toContain("Too few to show");
  });
  test("refuses what it cannot draw", () => {
    expect(() => calibrationChart(computed.byFrequency as never)).toThrow(
      "Cannot draw calibrationChart: result must be what backtest returned, received Array",
    );
    expect(() => calibrationChart({ ...computed, metric: "clv" } as never)).toThrow(
      "result must be what backtest returned",
    );
    expect(() => calibrationChart(computed, { by: "deciles" as never })).toThrow(
      "by must be one of frequency, decile",
    );
  });
});
