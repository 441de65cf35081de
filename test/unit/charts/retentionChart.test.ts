import { describe, expect, test } from "vitest";
import { retentionChart } from "../../../src/charts/index.ts";
import {
  calendarMonths,
  cohortRetention,
  cohortRetentionFromCounts,
  cohortRevenue,
  nps,
  retentionCurve,
  rollup,
  survivalCurve,
  timeline,
} from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { cohortMonths as options, cohortOrders as orders } from "../../support/cohortOrders.ts";

const fit = { model: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, converged: true } as const;
const points = (spec: ReturnType<typeof retentionChart>): readonly Readonly<Record<string, unknown>>[] =>
  valuesOf(spec).filter(({ period }) => period !== undefined);

describe("retentionChart", () => {
  test("draws the average curve, with n below it", async () => {
    const curve = retentionCurve(cohortRetention(orders, options));
    const spec = retentionChart(curve);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Retention curve", "95% intervals (wilson), n = 3"]));
    expect(points(spec).map(({ x, estimate, low, high, n }) => [x, estimate, low, high, n])).toEqual(
      curve.map(({ offset, estimate, low, high, n }) => [offset, estimate, low, high, n]),
    );
    expect(valuesOf(spec).filter(({ below }) => below !== undefined)).toMatchObject(
      curve.map(({ offset, n }) => ({ x: offset, below: String(n) })),
    );
  });
  test("draws a curve for each cohort; what is not over is hollow, and nobody yet is not 0 %", async () => {
    const spec = retentionChart(cohortRetention(orders, options));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(
      expect.arrayContaining(["2024-01", "2024-02", "Hollow: the period is not over yet"]),
    );
    // January: one of two came back in February, one so far in March. February: nobody so far. March: nobody.
    expect(points(spec).map(({ group, x, estimate, open }) => [group, x, estimate, open])).toEqual([
      ["2024-01", 0, 1, false],
      ["2024-01", 1, 0.5, false],
      ["2024-01", 2, 0.5, true],
      ["2024-02", 0, 1, false],
      ["2024-02", 1, null, true],
    ]);
  });
  test("draws groups, and cohorts of groups", async () => {
    const curves = rollup(orders, ["shop"], (rows) => retentionCurve(cohortRetention(rows, options)));
    const texts = textsOf(await expectChart(retentionChart(curves, { theme: "dark" })));
    expect(texts).toEqual(expect.arrayContaining(["Retention curve by shop", "north", "south"]));
    const cells = rollup(orders, ["shop"], (rows) => cohortRetention(rows, options));
    for (const spec of [retentionChart(cells), retentionChart(cells, { by: "shop" })]) {
      await expectChart(spec);
      expect(new Set(points(spec).map(({ group }) => group))).toEqual(
        new Set(["north · 2024-01", "south · 2024-02"]),
      );
    }
  });
  test("puts a bracket at its first period", () => {
    const cells = cohortRetention(orders, { ...options, mode: "bracket", brackets: [0, 1, 3] });
    expect(points(retentionChart(cells)).map(({ x }) => x)).toEqual([0, 1, 0, 1]);
  });
  test("draws cohort revenue, and the curve of a model", async () => {
    const revenue = retentionChart(cohortRevenue(orders, { ...options, method: "t" }));
    expect(textsOf(await expectChart(revenue))).toContain("Cohort revenue (money)");
    const spec = retentionChart(survivalCurve(fit, { periods: 3 }));
    expect(textsOf(await expectChart(spec))).toContain("Survival curve");
    expect(points(spec).map(({ x }) => x)).toEqual([0, 1, 2, 3]);
    // The parameters alone, without their covariance, have no interval.
    expect(points(spec)[3]).toMatchObject({ low: null, high: null });
  });
  test("shows one point with its interval", async () => {
    const cells = cohortRetentionFromCounts([{ cohort: "a", offset: 3, active: 1, size: 4 }]);
    const spec = retentionChart(cells, { width: 320 });
    await expectChart(spec);
    expect(points(spec)).toMatchObject([{ x: 3, estimate: 0.25, alone: true }]);
  });
  test("says that there is nothing, or nobody", async () => {
    const nobody = cohortRetentionFromCounts([{ cohort: "a", offset: 1, active: 0, size: 0 }]);
    for (const rows of [[], nobody])
      expect(textsOf(await expectChart(retentionChart(rows)))).toContain("There is nothing to show.");
  });
  test("draws nothing of what is too small to be shown", async () => {
    const curves = rollup(orders, ["shop"], (rows) => retentionCurve(cohortRetention(rows, options)), {
      minimum: 2,
    });
    const spec = retentionChart(curves);
    expect(textsOf(await expectChart(spec))).toContain("What rests on too few is not shown");
    expect(new Set(points(spec).map(({ group }) => group))).toEqual(new Set(["north"]));
  });
  test("shows the 8 largest cohorts, whatever their names", async () => {
    const counts = AWKWARD_NAMES.flatMap((cohort, index) =>
      [0, 1].map((offset) => ({ cohort, offset, active: 1, size: 2 + index })),
    );
    const spec = retentionChart(cohortRetentionFromCounts(counts), { theme: "dark", width: 320 });
    expect(textsOf(await expectChart(spec))).toContain("The 8 groups with the most observations, of 17");
    const largest = new Set(AWKWARD_NAMES.slice(-8));
    expect(counts.filter(({ cohort, size }) => largest.has(cohort) && size < 11)).toEqual([]);
    expect(points(spec)).toHaveLength(16);
  });
  test("refuses what it cannot draw", () => {
    expect(() => retentionChart([{ a: 1 } as never])).toThrow("rows[0] must carry metric, unit,");
    expect(() => retentionChart([nps([1])] as never)).toThrow(
      "Cannot draw retentionChart: period of rows must be numbers, each once in a group, received undefined",
    );
    const months = timeline(orders, { at: (row) => row.at, bucket: calendarMonths() }, () => nps([9]));
    expect(() => retentionChart(months as never)).toThrow(
      "period of rows must be numbers, each once in a group",
    );
    expect(() => retentionChart([], { by: 3 as never })).toThrow("by must be a column or a list of columns");
  });
});
