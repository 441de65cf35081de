import { expect, test } from "vitest";
import { expectedPurchasesOfNewCustomer } from "../../../src/index.ts";

const fit = { model: "nbd", parameters: { r: 1, alpha: 2 }, converged: true };
const covariance = [
  [0.01, 0.01],
  [0.01, 0.04],
];

test("by hand: r / alpha a week", () => {
  expect(expectedPurchasesOfNewCustomer(fit, { horizon: 6 })).toEqual({
    metric: "expectedPurchasesOfNewCustomer",
    unit: "count",
    estimate: 3,
    low: null,
    high: null,
    standardError: null,
    level: 0.95,
    method: "delta",
    n: 1,
  });
  const record = expectedPurchasesOfNewCustomer({ ...fit, covariance }, { horizon: 6, level: 0.9 });
  // Var of log r - log alpha: 0.01 - 2 (0.01)/2 + 0.04/4 = 0.01.
  expect(record.standardError).toBeCloseTo(0.3, 8);
  expect(record.high).toBeCloseTo(3 * Math.exp(0.1644853626951472), 7);
  expect(expectedPurchasesOfNewCustomer({ ...fit, covariance }, { horizon: 0 }).high).toBe(0);
});

test("what is not valid", () => {
  const task = "Cannot compute expectedPurchasesOfNewCustomer:";
  expect(() => expectedPurchasesOfNewCustomer(fit, { horizon: Number.NaN })).toThrow(
    `${task} horizon must be`,
  );
  expect(() => expectedPurchasesOfNewCustomer(fit, { horizon: 1, level: 2 })).toThrow(
    `${task} level must be`,
  );
  const misspelt = { horizon: 1, Level: 0.9 };
  expect(() => expectedPurchasesOfNewCustomer(fit, misspelt)).toThrow(`${task} option must be one of`);
});
