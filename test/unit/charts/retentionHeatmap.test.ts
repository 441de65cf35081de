import { describe, expect, test } from "vitest";
import { retentionHeatmap } from "../../../src/charts/index.ts";
import {
  cohortRetention,
  cohortRetentionFromCounts,
  cohortRevenue,
  formatEstimate,
  rollup,
} from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { cohortMonths as options, cohortOrders as orders } from "../../support/cohortOrders.ts";

describe("retentionHeatmap", () => {
  test("prints each value, and the size of each cohort", async () => {
    const cells = cohortRetention(orders, options);
    const spec = retentionHeatmap(cells);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Cohort retention", "2024-01", "2", "2024-02", "1"]));
    expect(texts).toEqual(expect.arrayContaining(["100%", "50%", "Dashed: the period is not over yet"]));
    expect(texts).toContain("95% intervals (wilson) on hover, n = 3");
    expect(valuesOf(spec).map(({ estimate, n, interval }) => [estimate, n, interval])).toEqual(
      cells
        .filter(({ size }) => size > 0)
        .map((cell) =>
          cell.complete || cell.active > 0
            ? [cell.estimate, cell.n, formatEstimate(cell)]
            : [null, cell.n, "–"],
        ),
    );
  });
  test("never shows a period that is not over as 0 %", async () => {
    const spec = retentionHeatmap(cohortRetention(orders, options), { theme: "dark" });
    const texts = textsOf(await expectChart(spec));
    // In March, which is not over, Cid has not come back yet.
    expect(texts.filter((text) => text === "0%")).toHaveLength(1);
    const waiting = valuesOf(spec).filter(({ text }) => text === "–");
    expect(waiting).toMatchObject([{ group: "2024-02", period: "1", estimate: null, open: true }]);
  });
  test("keeps period 0, always 100 %, out of the colors of the others", () => {
    const cells = cohortRetentionFromCounts([
      { cohort: "a", offset: 0, active: 100, size: 100 },
      { cohort: "a", offset: 1, active: 25, size: 100 },
    ]);
    expect(JSON.stringify(retentionHeatmap(cells).layer)).toContain('"domain":[0,0.25]');
  });
  test("names brackets by their periods", async () => {
    const cells = cohortRetention(orders, { ...options, mode: "bracket", brackets: [0, 1, 3] });
    const texts = textsOf(await expectChart(retentionHeatmap(cells)));
    expect(texts).toEqual(expect.arrayContaining(["0", "1–2"]));
  });
  test("shows revenue, in the same colors from period 0 on", async () => {
    const cells = cohortRevenue(orders, { ...options, method: "t" });
    const texts = textsOf(await expectChart(retentionHeatmap(cells)));
    expect(texts).toEqual(expect.arrayContaining(["Cohort revenue", "20", "25"]));
  });
  test("marks what is too small to be shown", async () => {
    const cells = rollup(orders, ["shop"], (rows) => cohortRetention(rows, options), { minimum: 2 });
    const spec = retentionHeatmap(cells);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Cohort retention by shop", "×", "×: too few to show"]));
    expect(valuesOf(spec).filter(({ group }) => group === "south · 2024-02")).toMatchObject([
      { estimate: null, size: "", n: null, text: "×", interval: "too few to show" },
    ]);
  });
  test("says that there is nothing, or nobody", async () => {
    const nobody = cohortRetentionFromCounts([{ cohort: "a", offset: 1, active: 0, size: 0 }]);
    for (const cells of [[], nobody])
      expect(textsOf(await expectChart(retentionHeatmap(cells)))).toContain("There is nothing to show.");
  });
  test("shows one cell, in which nobody was active", async () => {
    const cells = cohortRetentionFromCounts([{ cohort: 7, offset: 3, active: 0, size: 4 }]);
    expect(textsOf(await expectChart(retentionHeatmap(cells, { width: 320 })))).toContain("0%");
  });
  test("shows awkward names as text", async () => {
    const counts = AWKWARD_NAMES.map((cohort) => ({ cohort, offset: 1, active: 1, size: 2 }));
    const spec = retentionHeatmap(cohortRetentionFromCounts(counts), { theme: "dark", width: 320 });
    await expectChart(spec);
    expect(new Set(valuesOf(spec).map(({ group }) => group)).size).toBe(AWKWARD_NAMES.length);
  });
  test("refuses what it cannot draw", () => {
    expect(() => retentionHeatmap([{ a: 1 } as never])).toThrow(
      "Cannot draw retentionHeatmap: cells[0] must carry metric, unit,",
    );
    expect(() => retentionHeatmap(cohortRetention(orders, options), { them: "dark" } as never)).toThrow(
      'option must be one of theme, width, height, title, received "them"',
    );
  });
});
