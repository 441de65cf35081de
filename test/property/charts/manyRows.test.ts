import { describe, expect, test } from "vitest";
import {
  movementsChart,
  retentionChart,
  retentionHeatmap,
  survivalChart,
  type VegaLiteSpec,
} from "../../../src/charts/index.ts";
import {
  calendarDays,
  cohortRetention,
  cohortRetentionFromCounts,
  kaplanMeier,
  mrrMovements,
  survivalCurve,
} from "../../../src/index.ts";
import { expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const fit = { model: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, converged: true } as const;
const points = (spec: VegaLiteSpec): readonly Readonly<Record<string, unknown>>[] =>
  valuesOf(spec).filter(({ period }) => period !== undefined);
const numbers = (spec: VegaLiteSpec): unknown[] =>
  valuesOf(spec).flatMap(({ below, x }) => (below === undefined ? [] : [[x, below]]));

describe("results of 100,000 rows", () => {
  test("retentionHeatmap shows the last cohorts and the first periods of very many cells", async () => {
    const many = Array.from({ length: 100_000 }, (_, cell) => ({
      cohort: Math.floor(cell / 200),
      offset: cell % 200,
      active: 200 - (cell % 200),
      size: 200,
    }));
    const spec = retentionHeatmap(cohortRetentionFromCounts(many));
    expect(valuesOf(spec)).toHaveLength(2000);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("95% intervals (wilson) on hover, n = 100,000");
    expect(texts).toEqual(
      expect.arrayContaining(["The last 40 cohorts of 500", "The first 50 periods of 200", "460", "499"]),
    );
    const days = Array.from({ length: 60 }, (_, day) => ({
      customerId: day,
      at: new Date(1.7e12 + 864e5 * day),
    }));
    expect(valuesOf(retentionHeatmap(cohortRetention(days, { bucket: calendarDays() })))).toHaveLength(820);
  });
  test("survivalChart keeps the shape of a curve of very many times", async () => {
    const curve = kaplanMeier(
      Array.from({ length: 100_000 }, (_, index) => ({ duration: index + 1, churned: index % 3 > 0 })),
    );
    const spec = survivalChart(curve);
    await expectChart(spec);
    const drawn = points(spec);
    expect(drawn.length).toBeLessThanOrEqual(2000);
    // Every point is a step of the curve, the last one too, and between two of them at most a pixel or two is left out.
    for (const { x, estimate } of drawn.slice(1)) expect(curve[Number(x) - 1]?.estimate).toBe(estimate);
    expect(drawn.at(-1)?.x).toBe(100_000);
    const gaps = drawn.slice(1).map(({ x }, index) => Number(x) - Number(drawn[index]?.x));
    expect(gaps.reduce((a, b) => Math.max(a, b), 0)).toBeLessThan(100_000 / 600);
    expect(numbers(spec)).toContainEqual([20_000, "80,001"]);
  });
  test("retentionChart keeps the shape of very long curves", async () => {
    const spec = retentionChart(survivalCurve(fit, { periods: 100_000 }));
    await expectChart(spec);
    expect(points(spec).length).toBeLessThanOrEqual(2000);
    expect(points(spec)[0]).toMatchObject({ x: 0, estimate: 1 });
    expect(points(spec).at(-1)?.x).toBe(100_000);
  });
  test("movementsChart shows the last periods of very many", async () => {
    const many = mrrMovements([{ customerId: 1, startedAt: "1800-01-01", mrr: 5 }], {
      bucket: calendarDays(),
      asOf: "2024-01-01",
    });
    const spec = movementsChart(many);
    expect(textsOf(await expectChart(spec))).toContain("The last 100 periods of 81,815");
    expect(valuesOf(spec)).toHaveLength(600);
  });
});
