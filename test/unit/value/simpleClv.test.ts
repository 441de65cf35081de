import { expect, test } from "vitest";
import { type SimpleClvInputs, simpleClv } from "../../../src/index.ts";

const shop: SimpleClvInputs = {
  averageOrderValue: 50,
  purchasesPerPeriod: 4,
  margin: 0.25,
  churnRate: 0.25,
  discountRate: 0.125,
};

test("the example by hand: 50 a period, 50 (1.125) / (1.125 - 0.75) = 150", () => {
  const record = simpleClv(shop);
  expect(record).toEqual({
    metric: "simpleClv",
    unit: "money",
    estimate: 150,
    low: null,
    high: null,
    standardError: null,
    ...shop,
  });
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
});

test("the sum that it stands for, term by term", () => {
  const { churnRate, discountRate } = shop;
  let [sum, term] = [0, 50];
  for (let period = 0; period < 200; period++) {
    sum += term;
    term *= (1 - churnRate) / (1 + discountRate);
  }
  expect(simpleClv(shop).estimate).toBeCloseTo(sum, 10);
});

test("everybody leaves at once: one margin; nobody leaves: a perpetuity; and that without discount is infinite", () => {
  expect(simpleClv({ ...shop, churnRate: 1, discountRate: 0 }).estimate).toBe(50);
  expect(simpleClv({ ...shop, churnRate: 0, discountRate: 0.25 }).estimate).toBe(250);
  expect(simpleClv({ ...shop, churnRate: 0, discountRate: 0 }).estimate).toBeNull();
  expect(simpleClv({ ...shop, margin: 0 }).estimate).toBe(0);
});

test("a small churn rate keeps its digits", () => {
  // 50 (1 + d) / (d + c) with d = 0, c = 2^-40 is exactly 50 * 2^40.
  expect(simpleClv({ ...shop, churnRate: 2 ** -40, discountRate: 0 }).estimate).toBe(50 * 2 ** 40);
});

test.each([
  ["averageOrderValue", -1],
  ["averageOrderValue", Number.POSITIVE_INFINITY],
  ["purchasesPerPeriod", Number.NaN],
  ["margin", 1.5],
  ["margin", "0.5"],
  ["churnRate", -0.1],
  ["discountRate", -0.01],
] as const)("%s: %s is an error", (name, value) => {
  const inputs = { ...shop, [name]: value } as SimpleClvInputs;
  expect(() => simpleClv(inputs)).toThrow(`Cannot compute simpleClv: inputs.${name} must be a`);
});

test("missing and unknown inputs, and what overflows, are errors", () => {
  const { margin: _, ...rest } = shop;
  expect(() => simpleClv(rest as SimpleClvInputs)).toThrow("inputs must carry averageOrderValue");
  expect(() => simpleClv({ ...shop, churn: 0.1 } as SimpleClvInputs)).toThrow("input must be one of");
  expect(() => simpleClv({ ...shop, averageOrderValue: 1e308, churnRate: 1e-9 })).toThrow(
    "does not overflow",
  );
});
