import { describe, expect, test } from "vitest";
import { backtestChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import { type Backtest, type BacktestTrackingRow, backtest } from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const computed = backtest(clvOrders(60), { calibrationEnd: "2024-03-31", asOf: "2024-06-30", unit: "week" });

/** Periods with one purchase each, of which one and a half are expected. */
function periods(names: readonly string[], holdout: number): BacktestTrackingRow[] {
  return names.map((period, index) => ({
    period,
    phase: index < names.length - holdout ? "calibration" : "holdout",
    actual: 1,
    expected: 1.5,
    cumulativeActual: index + 1,
    cumulativeExpected: 1.5 * (index + 1),
  }));
}

const lineOf = (spec: VegaLiteSpec, name: string): unknown[] =>
  valuesOf(spec).flatMap(({ series, value }) => (series === name ? [value] : []));

describe("backtestChart", () => {
  test("shows the sums of the result, period by period", async () => {
    const spec = backtestChart(computed);
    expect(lineOf(spec, "Actual")).toEqual(computed.tracking.map((row) => row.cumulativeActual));
    expect(lineOf(spec, "Expected")).toEqual(computed.tracking.map((row) => row.cumulativeExpected));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Calibration", "Holdout", "Actual", "Expected"]));
    expect(texts).toEqual(
      expect.arrayContaining([
        "n = 60 customers, BG/NBD, holdout of 13 weeks",
        "Bar at the end: 95% predictive interval",
      ]),
    );
  });
  test("says in words what it came to", () => {
    const numbers = { actual: 1364, expected: 343.6, low: 271.8, high: 423.8, relativeError: -0.05604 };
    const { description } = backtestChart({ ...computed, ...numbers });
    expect(description).toContain("Actual 1,364, expected 344 (272 to 424), error -5.6%");
  });
  test("puts the interval of the holdout on top of what was bought before", () => {
    const tracking = periods(["a", "b", "c", "d"], 1);
    const values = valuesOf(backtestChart({ ...computed, tracking, low: 0.5, high: 7 }));
    expect(values.filter(({ low }) => low !== undefined)).toEqual([
      { index: 3, period: "d", low: 3.5, high: 10 },
    ]);
    expect(values.filter(({ border }) => border === true)).toEqual([{ index: 2, period: "c", border: true }]);
  });
  test("keeps both halves of the period in which the calibration ends", async () => {
    const tracking = periods(["2024-01", "2024-02", "2024-02", "2024-03"], 2);
    const spec = backtestChart({ ...computed, tracking });
    expect(new Set(valuesOf(spec).map(({ period }) => period))).toEqual(
      new Set(["2024-01", "2024-02", "2024-02 (holdout)", "2024-03"]),
    );
    await expectChart(spec);
  });
  test("shows a single period, in the dark and on a telephone", async () =>
    expect(
      textsOf(
        await expectChart(
          backtestChart({ ...computed, tracking: periods(["a"], 0) }, { theme: "dark", width: 320 }),
        ),
      ),
    ).toContain("a"));
  test("leaves out what is not known", async () => {
    const nobody = backtest([{ customerId: 1, at: "2024-01-01" }], {
      calibrationEnd: "2024-01-31",
      asOf: "2024-02-28",
    });
    const spec = backtestChart(nobody);
    expect(lineOf(spec, "Expected").every((value) => value === null)).toBe(true);
    expect(valuesOf(spec).some(({ low }) => low !== undefined)).toBe(false);
    await expectChart(spec);
    expect(spec.description).toContain("expected –");
    expect(spec.description).toContain(String(nobody.reason));
  });
  test("says that there is nothing", async () => {
    const empty = backtest([], { calibrationEnd: "2024-01-31", asOf: "2024-02-28" });
    expect(textsOf(await expectChart(backtestChart(empty)))).toContain("There is nothing to show.");
    const hidden = { ...computed, n: null, tracking: null, low: null, high: null } as unknown as Backtest;
    expect(textsOf(await expectChart(backtestChart(hidden)))).toContain("Too few to show");
  });
  test("shows awkward labels of periods as text", async () =>
    expectChart(backtestChart({ ...computed, tracking: periods(AWKWARD_NAMES, 3) })));
  test("thins very many periods, and keeps the last of each phase", async () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `p${index}`);
    const spec = backtestChart({ ...computed, tracking: periods(names, 33_333) });
    expect(valuesOf(spec).length).toBeLessThanOrEqual(2 * 402 + 2);
    expect(lineOf(spec, "Actual")).toEqual(expect.arrayContaining([66_667, 100_000]));
    expect(textsOf(await expectChart(spec))).toContain("One period in 250 is drawn");
  });
  test("refuses what it cannot draw", () => {
    expect(() => backtestChart(computed.tracking as never)).toThrow(
      "Cannot draw backtestChart: result must be what backtest returned, received Array",
    );
    expect(() => backtestChart(computed, { by: "decile" } as never)).toThrow("option must be one of theme,");
  });
});
