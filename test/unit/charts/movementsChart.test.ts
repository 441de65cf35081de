import { describe, expect, test } from "vitest";
import { movementsChart } from "../../../src/charts/index.ts";
import { calendarMonths, mrrMovements, nps, rollup } from "../../../src/index.ts";
import { AWKWARD_NAMES, expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const subscriptions = [
  { customerId: "ada", plan: "pro", startedAt: "2024-01-10", endedAt: "2024-02-20", mrr: 3000 },
  { customerId: "bob", plan: "pro", startedAt: "2024-01-20", mrr: 5000 },
  { customerId: "bob", plan: "pro", startedAt: "2024-02-10", mrr: 500 },
  { customerId: "cyd", plan: "free", startedAt: "2024-02-10", mrr: 1000 },
  { customerId: "ada", plan: "pro", startedAt: "2024-03-02", mrr: 2500 },
];
const options = { bucket: calendarMonths(), asOf: "2024-03-15" } as const;
const rows = mrrMovements(subscriptions, options);
const numbers = (spec: ReturnType<typeof movementsChart>): unknown[] =>
  valuesOf(spec).map(({ period, movement, amount, net, open }) => [period, movement, amount ?? net, open]);

describe("movementsChart", () => {
  test("has every movement, downwards what is lost, and the net change", async () => {
    const spec = movementsChart(rows);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(
      expect.arrayContaining(["MRR movements", "MRR change (minor units)", "new", "churn"]),
    );
    expect(texts).toContain("Exact sums, no intervals; n = 3 at the end");
    expect(texts).toContain("Pale: the period is not over yet");
    expect(numbers(spec)).toEqual([
      ["2024-01", "new", 8000, false],
      ["2024-01", "expansion", 0, false],
      ["2024-01", "reactivation", 0, false],
      ["2024-01", "contraction", 0, false],
      ["2024-01", "churn", 0, false],
      ["2024-01", "net change", 8000, undefined],
      ["2024-02", "new", 1000, false],
      ["2024-02", "expansion", 500, false],
      ["2024-02", "reactivation", 0, false],
      ["2024-02", "contraction", 0, false],
      ["2024-02", "churn", -3000, false],
      ["2024-02", "net change", -1500, undefined],
      ["2024-03", "new", 0, true],
      ["2024-03", "expansion", 0, true],
      ["2024-03", "reactivation", 2500, true],
      ["2024-03", "contraction", 0, true],
      ["2024-03", "churn", 0, true],
      ["2024-03", "net change", 2500, undefined],
    ]);
  });
  test("shows units of the currency where it is told how many minor units they have", async () => {
    const spec = movementsChart(rows, { minorUnits: 100, theme: "dark", width: 320 });
    expect(textsOf(await expectChart(spec))).toContain("MRR change (units of currency)");
    expect(numbers(spec)).toContainEqual(["2024-02", "net change", -15, undefined]);
  });
  test("adds up groups", async () => {
    const spec = movementsChart(rollup(subscriptions, ["plan"], (own) => mrrMovements(own, options)));
    expect(textsOf(await expectChart(spec))).toContain("Sums over plan");
    expect(numbers(spec)).toEqual(numbers(movementsChart(rows)));
  });
  test("shows one period", async () => {
    const spec = movementsChart(rows.slice(0, 1));
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("2024-01");
    expect(spec.description).toContain("2024-01: net change 8,000.");
  });
  test("says that there is nothing", async () =>
    expect(textsOf(await expectChart(movementsChart([])))).toContain("There is nothing to show."));
  test("shows awkward names as text", async () => {
    const [row] = rows;
    const named = AWKWARD_NAMES.flatMap((period) => (row === undefined ? [] : [{ ...row, period }]));
    const spec = movementsChart(named, { theme: "dark" });
    await expectChart(spec);
    expect(new Set(valuesOf(spec).map(({ period }) => period)).size).toBe(AWKWARD_NAMES.length);
  });
  test("refuses what it cannot draw", () => {
    expect(() => movementsChart([nps([1])] as never)).toThrow(
      "Cannot draw movementsChart: rows[0] must carry period, complete, closingCustomers, new,",
    );
    expect(() => movementsChart(rows, { minorUnits: 0 })).toThrow(
      "minorUnits must be a finite number above 0",
    );
    expect(() => movementsChart(rows, { currency: "EUR" } as never)).toThrow("option must be one of theme,");
  });
});
