import { describe, expect, test } from "vitest";
import { clvChart, type VegaLiteSpec } from "../../../src/charts/index.ts";
import { type Clv, clv, formatEstimate } from "../../../src/index.ts";
import { expectChart, textsOf, valuesOf } from "../../support/charts.ts";
import { clvOrders } from "../../support/clvOrders.ts";

const computed = clv(clvOrders(60), { asOf: "2024-06-30", horizon: 90, discountRate: 0.001, margin: 0.3 });
const [customer] = computed.customers;

/** A result with customers of these values. */
function worth(values: readonly (number | null)[]): Clv {
  if (customer === undefined) throw new Error("there are no customers");
  return {
    ...computed,
    n: values.length,
    customers: values.map((estimate) => ({ ...customer, estimate })),
  };
}

const binsOf = (spec: VegaLiteSpec): unknown[][] =>
  valuesOf(spec)
    .filter(({ n }) => n !== undefined)
    .map(({ from, to, n, open }) => [from, to, n, open]);
const marksOf = (spec: VegaLiteSpec): unknown =>
  Object.fromEntries(valuesOf(spec).flatMap(({ name, at }) => (name === undefined ? [] : [[name, at]])));
const curveOf = (spec: VegaLiteSpec): unknown[][] =>
  valuesOf(spec).map(({ customers, value }) => [customers, value]);

describe("the histogram of clvChart", () => {
  test("has round bins no narrower than those of Freedman and Diaconis", () => {
    // IQR = 6.25 - 2.75 = 3.5, h = 2 * 3.5 / 8^(1/3) = 3.5, and the next round number is 5.
    const spec = clvChart(worth([8, 7, 6, 5, 4, 3, 2, 1]));
    expect(binsOf(spec)).toEqual([
      [0, 5, 4, false],
      [5, 10, 4, false],
    ]);
    expect(marksOf(spec)).toEqual({ median: 4.5, mean: 4.5 });
  });
  test("cuts the range in ten where most customers are alike", () => {
    const spec = clvChart(worth([...Array.from({ length: 30 }, () => 0), 8]));
    // 8 / 10, and the next round number is 1.
    expect(binsOf(spec)).toHaveLength(9);
    expect(binsOf(spec)[0]).toEqual([0, 1, 30, false]);
    expect(binsOf(spec).at(-1)).toEqual([8, 9, 1, false]);
    expect(marksOf(spec)).toEqual({ median: 0, mean: 8 / 31 });
  });
  test("gathers a long tail in the last of 60 bins, and says so", async () => {
    // IQR = 75.25 - 25.75 = 49.5, h = 99 / 100^(1/3) = 21.3, and the next round number is 50.
    const spec = clvChart(worth([...Array.from({ length: 99 }, (_, index) => index + 1), 1_000_000]));
    expect(binsOf(spec)).toHaveLength(60);
    expect(binsOf(spec).slice(0, 2)).toEqual([
      [0, 50, 49, false],
      [50, 100, 50, false],
    ]);
    expect(binsOf(spec).at(-1)).toEqual([2950, 3000, 1, true]);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toContain("2,950 and more: 1");
    expect(texts.join(" ")).toContain("Last bar: 2,950 and more: 1, up to 1,000,000");
  });
  test("is one bar for one customer, and for customers all alike", async () => {
    expect(binsOf(clvChart(worth([31])))).toEqual([[30, 35, 1, false]]);
    expect(binsOf(clvChart(worth([0, 0, 0])))).toEqual([[0, 1, 3, false]]);
    await expectChart(clvChart(worth([31])));
  });
  test("counts a row of many customers as often as it says", () => {
    const two = worth([5, 1]);
    const customers = two.customers.map((row) => ({ ...row, n: row.estimate === 5 ? 3 : 1 }));
    const listed = clvChart(worth([5, 1, 5, 5]));
    expect(valuesOf(clvChart({ ...two, n: 4, customers }))).toEqual(valuesOf(listed));
    expect(marksOf(listed)).toEqual({ median: 5, mean: 4 });
  });
  test("says what the result is about", async () => {
    const texts = textsOf(await expectChart(clvChart(computed, { theme: "dark" })));
    expect(texts).toEqual(
      expect.arrayContaining([
        "Customer lifetime value",
        "n = 60 customers, BG/NBD, 90 days ahead",
        "Discount rate 0.1% per day, margin 30%",
        `Total ${formatEstimate(computed.total)}`,
        "95% intervals (delta)",
      ]),
    );
    expect(clvChart({ ...computed, horizon: null }).description).toContain("BG/NBD, for ever");
  });
});

describe("the concentration of clvChart", () => {
  const show = "concentration";
  test("is the Lorenz curve from the best customer on", async () => {
    // The best of four holds 4 of 10: of the best 20 %, four fifths of that.
    const spec = clvChart(worth([1, 4, 3, 2]), { show });
    expect(curveOf(spec)).toEqual([
      [0, 0],
      [0.25, 0.4],
      [0.5, 0.7],
      [0.75, 0.9],
      [1, 1],
      [0.2, expect.closeTo(0.32, 12)],
    ]);
    expect(textsOf(await expectChart(spec))).toContain("The best 20% of customers hold 32% of the value");
  });
  test("is the straight line for customers all alike", () =>
    expect(curveOf(clvChart(worth([7, 7, 7]), { show }))).toEqual([
      [0, 0],
      [1, 1],
      [0.2, 0.2],
    ]));
  test("has nothing to show where there is no value", async () => {
    const spec = clvChart(worth([0, 0]), { show });
    expect(textsOf(await expectChart(spec))).toContain("There is nothing to show.");
  });
  test("has at most 200 points and two more", () => {
    const spec = clvChart(worth(Array.from({ length: 5000 }, (_, index) => index)), { show });
    expect(valuesOf(spec).length).toBeLessThanOrEqual(202);
    expect(curveOf(spec).at(-2)).toEqual([1, 1]);
  });
});

describe("clvChart", () => {
  test("counts customers without an estimate, and draws none of them", async () => {
    const spec = clvChart(worth([1, 2, null, 3, null, 4]));
    expect(binsOf(spec).reduce((sum, [, , n]) => sum + Number(n), 0)).toBe(4);
    expect(textsOf(await expectChart(spec))).toContain("2 customers without an estimate are not drawn");
  });
  test.each(["distribution", "concentration"] as const)("says why there is no %s", async (show) => {
    const orders = ["ann", "bob"].map((customerId) => ({ customerId, at: "2024-01-01", amount: 5 }));
    const result = clv(orders, { asOf: "2024-03-31", horizon: 30 });
    const text = textsOf(await expectChart(clvChart(result, { show }))).join(" ");
    expect(text).toContain("There is nothing to show.");
    expect(text).toContain("2 customers without an estimate are not drawn");
    expect(clvChart(result, { show }).description).toContain(String(result.reason));
    const nobody = clv([], { asOf: "2024-03-31", horizon: 30 });
    expect(textsOf(await expectChart(clvChart(nobody, { show }))).join(" ")).toContain("no customers");
  });
  test("shows nothing of what minimum hides", async () => {
    const hidden = { ...computed, n: null, customers: null, total: null, suppressed: true };
    const texts = textsOf(await expectChart(clvChart(hidden as unknown as Clv)));
    expect(texts).toEqual(expect.arrayContaining(["Too few to show", "There is nothing to show."]));
  });
  test("refuses what it cannot draw", () => {
    expect(() => clvChart(computed.customers as never)).toThrow(
      "Cannot draw clvChart: result must be what clv returned, received Array",
    );
    expect(() => clvChart({ ...computed, metric: "rfm" } as never)).toThrow(
      "Cannot draw clvChart: result must be what clv returned, received { metric, model,",
    );
    expect(() => clvChart(computed, { show: "lorenz" as never })).toThrow(
      "Cannot draw clvChart: show must be one of distribution, concentration",
    );
    expect(() => clvChart(computed, { shwo: "distribution" } as never)).toThrow("option must be one of");
  });
});
