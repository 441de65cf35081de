import { describe, expect, test } from "vitest";
import { survivalChart } from "../../../src/charts/index.ts";
import { kaplanMeier, nelsonAalen, nps, rollup, survivalAt } from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const lifetimes = [
  { duration: 1, churned: true, plan: "monthly" },
  { duration: 2, churned: false, plan: "monthly" },
  { duration: 12, churned: true, plan: "monthly" },
  { duration: 3, churned: true, plan: "yearly" },
  { duration: 12, churned: false, plan: "yearly" },
];
const points = (spec: ReturnType<typeof survivalChart>): readonly Readonly<Record<string, unknown>>[] =>
  valuesOf(spec).filter(({ period }) => period !== undefined);
const numbers = (spec: ReturnType<typeof survivalChart>): unknown[] =>
  valuesOf(spec).flatMap(({ below, x }) => (below === undefined ? [] : [[x, below]]));

describe("survivalChart", () => {
  test("draws each step, from 1 at time 0", async () => {
    const curve = kaplanMeier(lifetimes);
    const spec = survivalChart(curve, { timeUnit: "month" });
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Survival", "95% intervals (logLog), n = 5"]));
    expect(texts).toContain("Time in months; below, how many at risk");
    expect(texts).toContain("Ticks: last seen, still there");
    expect(
      points(spec).map(({ x, estimate, low, high, censored }) => [x, estimate, low, high, censored]),
    ).toEqual([
      [0, 1, 1, 1, false],
      ...curve.map(({ time, estimate, low, high, censored }) => [time, estimate, low, high, censored > 0]),
    ]);
  });
  test("has how many are at risk at round times", () => {
    // Of five, four are there from 2 on, two from 4 to 12.
    expect(numbers(survivalChart(kaplanMeier(lifetimes)))).toEqual([
      [0, "5"],
      [2, "4"],
      [4, "2"],
      [6, "2"],
      [8, "2"],
      [10, "2"],
      [12, "2"],
    ]);
  });
  test("has a curve and a line of numbers for each group", async () => {
    const spec = survivalChart(rollup(lifetimes, ["plan"], kaplanMeier), { theme: "dark" });
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Survival by plan", "monthly", "yearly", "3", "2"]));
    expect(texts).toContain("95% intervals (logLog), n = 5");
    const order = valuesOf(spec).map(({ group }) => group);
    expect(new Set(order)).toEqual(new Set(["monthly", "yearly"]));
  });
  test("draws cumulative hazards from 0", async () => {
    const spec = survivalChart(rollup(lifetimes, ["plan"], nelsonAalen), { width: 320 });
    expect(textsOf(await expectChart(spec))).toContain("Cumulative hazard by plan");
    expect(points(spec)[0]).toMatchObject({ x: 0, estimate: 0, low: 0, high: 0 });
  });
  test("starts with the first row where that is at time 0", () => {
    const curve = kaplanMeier([
      { duration: 0, churned: true },
      { duration: 5, churned: false },
    ]);
    expect(points(survivalChart(curve)).map(({ x, estimate }) => [x, estimate])).toEqual([
      [0, 0.5],
      [5, 0.5],
    ]);
  });
  test("shows a curve of one time, without an interval", async () => {
    const spec = survivalChart(kaplanMeier([{ duration: 0, churned: true }]));
    await expectChart(spec);
    expect(points(spec)).toMatchObject([{ x: 0, estimate: 0, low: null, high: null }]);
    await expectChart(survivalChart(kaplanMeier([{ duration: 0.3, churned: false }])));
  });
  test("says that there is nothing", async () =>
    expect(textsOf(await expectChart(survivalChart([])))).toContain("There is nothing to show."));
  test("draws nothing of a group that is too small to be shown", async () => {
    const spec = survivalChart(rollup(lifetimes, ["plan"], kaplanMeier, { minimum: 3 }));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("What rests on too few is not shown");
    expect(new Set(points(spec).map(({ group }) => group))).toEqual(new Set(["monthly"]));
    const nobody = survivalChart(rollup(lifetimes, ["plan"], kaplanMeier, { minimum: 9 }));
    expect(textsOf(await expectChart(nobody))).toContain("There is nothing to show.");
  });
  test("shows the 8 largest groups, whatever their names", async () => {
    const rows = AWKWARD_NAMES.flatMap((name, index) => [
      { name, duration: 3, churned: true, count: 20 - index },
      { name, duration: 5, churned: false },
    ]);
    const spec = survivalChart(rollup(rows, ["name"], kaplanMeier), { theme: "dark", width: 320 });
    expect(textsOf(await expectChart(spec))).toContain("The 8 groups with the most observations, of 17");
    expect(new Set(points(spec).map(({ group }) => group)).size).toBe(8);
  });
  test("refuses what it cannot draw", () => {
    expect(() => survivalChart([nps([1])] as never)).toThrow("rows[0] must carry metric, unit,");
    expect(() => survivalChart(survivalAt(kaplanMeier(lifetimes), [1]) as never)).toThrow("atRisk, censored");
    expect(() => survivalChart([...kaplanMeier(lifetimes), ...nelsonAalen(lifetimes)])).toThrow(
      'Cannot draw survivalChart: rows[4].unit must be share as before, received "ratio"',
    );
    expect(() => survivalChart([...kaplanMeier(lifetimes), ...kaplanMeier(lifetimes)])).toThrow(
      "Cannot draw survivalChart: time of rows must be numbers, each once in a group, received 1",
    );
    expect(() => survivalChart([], { timeUnit: "days" as never })).toThrow(
      'timeUnit must be one of day, week, month, quarter, year, received "days"',
    );
    expect(() => survivalChart([], { unit: "day" } as never)).toThrow("option must be one of theme,");
  });
});
