import { expect, test } from "vitest";
import { type CustomerRow, discountedExpectedPurchases } from "../../../src/index.ts";
import { rowHazards } from "../../support/rowHazards.ts";

// NBD: a rate of (r + x) / (alpha + T) = 0.4 for ever, discounted at delta = log(1 + d): 0.4 / delta.
const fit = { model: "nbd", parameters: { r: 1, alpha: 2 }, converged: true };
const row = { frequency: 3, recency: 5, age: 8 };

test("by hand: for ever, and up to a horizon", () => {
  const discountRate = Math.expm1(0.1);
  const [forever] = discountedExpectedPurchases(fit, [row], { discountRate });
  expect(forever).toMatchObject({
    metric: "discountedExpectedPurchases",
    unit: "count",
    method: "delta",
    n: 1,
  });
  expect(forever?.estimate).toBeCloseTo(4, 12);
  const [tenWeeks] = discountedExpectedPurchases(fit, [row], { discountRate, horizon: 10 });
  expect(tenWeeks?.estimate).toBeCloseTo(4 * (1 - Math.exp(-1)), 12);
  const [undiscounted] = discountedExpectedPurchases(fit, [row], { discountRate: 0, horizon: 10 });
  expect(undiscounted?.estimate).toBeCloseTo(4, 12);
});

test.each(["bgNbd", "mbgNbd"])("%s: a horizon of 0", (model) => {
  const dropout = { model, parameters: { r: 1, alpha: 2, a: 1, b: 2 }, converged: true };
  const [answer] = discountedExpectedPurchases(dropout, [row], { discountRate: 0.1, horizon: 0 });
  expect(answer?.estimate).toBe(0);
});

test("in periods the first purchase that counts is one period away", () => {
  // Nobody leaves: P(purchase) = (1 + 1)/(2 + 2) = 1/2 in each period, and 1/1.25 + 1/1.25^2 + … = 4.
  const parameters = { alpha: 1, beta: 1, gamma: 0, delta: null };
  const periods = { model: "bgBb", parameters, converged: true };
  const [answer] = discountedExpectedPurchases(periods, [{ frequency: 1, recency: 1, age: 2 }], {
    discountRate: 0.25,
  });
  expect(answer?.estimate).toBeCloseTo(2, 12);
});

test.each([
  [{}, "discountRate must be a finite number from 0, received undefined"],
  [{ discountRate: 0 }, "discountRate must be above 0 without a horizon"],
  [{ discountRate: -0.1, horizon: 5 }, "discountRate must be a finite number from 0"],
  [{ discountRate: Infinity, horizon: 5 }, "discountRate must be a finite number from 0"],
  [{ discountRate: 0.1, horizon: -5 }, "horizon must be a finite number from 0"],
  [{ discountRate: 0.1, horizon: Infinity }, "horizon must be a finite number from 0"],
  [{ discountRate: 0.1, margin: 1 }, "option must be one of discountRate, horizon, level"],
])("%o is an error", (options, message) => {
  const given = options as unknown as { discountRate: number };
  expect(() => discountedExpectedPurchases(fit, [row], given)).toThrow(
    `Cannot compute discountedExpectedPurchases: ${message}`,
  );
});

rowHazards(
  "discountedExpectedPurchases",
  (rows) => discountedExpectedPurchases(fit, rows as Iterable<CustomerRow>, { discountRate: 0.1 }),
  [
    row,
    { ...row, customerId: 1 },
    { ...row, customerId: "1", count: 3 },
    { frequency: 0, recency: 0, age: 0 },
  ],
);
