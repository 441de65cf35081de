import { expect, test } from "vitest";
import { purchaseCountDistribution } from "../../../src/index.ts";

// r = 1 and alpha = horizon: geometric, 1/2, 1/4, 1/8, …
const fit = { model: "nbd", parameters: { r: 1, alpha: 2 }, converged: true };

test("by hand: halves", () => {
  const rows = purchaseCountDistribution(fit, { horizon: 2, most: 3 });
  expect(rows.map(({ purchases, orMore, estimate }) => [purchases, orMore, estimate])).toEqual([
    [0, false, 0.5],
    [1, false, 0.25],
    [2, false, 0.125],
    [3, true, 0.125],
  ]);
  expect(rows[0]).toMatchObject({
    metric: "purchaseCountDistribution",
    unit: "share",
    method: "delta",
    low: null,
    n: 1,
  });
});

test("by hand: the interval of nobody coming back, on the logit scale", () => {
  const covariance = [
    [0, 0],
    [0, 0.04],
  ];
  // The odds of alpha / (alpha + 2) are alpha / 2: the logit has the standard error 0.2 / 2.
  const [none] = purchaseCountDistribution({ ...fit, covariance }, { horizon: 2, most: 1, level: 0.9 });
  expect(none?.standardError).toBeCloseTo(0.025, 8);
  expect(none?.low).toBeCloseTo(1 / (1 + Math.exp(0.1644853626951472)), 8);
});

test("by default the last row is where no more than 4 % are left", () => {
  // 1/16 = 6 % buy four times or more, 1/32 = 3 % five times.
  expect(purchaseCountDistribution(fit, { horizon: 2 }).at(-1)).toMatchObject({
    purchases: 5,
    estimate: 1 / 32,
  });
  expect(purchaseCountDistribution(fit, { horizon: 2e6 })).toHaveLength(51);
});

test("a horizon of 0: nobody has come back", () => {
  const covariance = [
    [1, 0],
    [0, 1],
  ];
  const rows = purchaseCountDistribution({ ...fit, covariance }, { horizon: 0 });
  expect(rows.map(({ estimate, low, high }) => [estimate, low, high])).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ]);
});

test("no more purchases than periods", () => {
  const parameters = { alpha: 1, beta: 1, gamma: 1, delta: 1 };
  const rows = purchaseCountDistribution(
    { model: "bgBb", parameters, converged: true },
    { horizon: 2, most: 4 },
  );
  expect(rows.map(({ estimate }) => (estimate ?? 1) > 0)).toEqual([true, true, true, false, false]);
});

test.each([
  [{ horizon: -1 }, "horizon must be"],
  [{ horizon: 1, most: 0 }, "most must be an integer from 1 to 1000"],
  [{ horizon: 1, most: 1.5 }, "most must be an integer from 1 to 1000"],
  [{ horizon: 1, most: 1e6 }, "most must be an integer from 1 to 1000"],
  [{ horizon: 1, level: 1 }, "level must be"],
  [{ horizon: 1, max: 1 }, "option must be one of horizon, most, level"],
])("%o is an error", (options, message) => {
  expect(() => purchaseCountDistribution(fit, options)).toThrow(
    `Cannot compute purchaseCountDistribution: ${message}`,
  );
});

test("a tiny share of the last row keeps its digits and its interval", () => {
  // With r = 1 the shares are geometric: z^20 or more, z = 1 / (9 + 1). The logit of it is -20 log(1 + alpha), whose
  // slope by log(alpha) is -20 * 0.9; the standard error of log(alpha) is 0.1.
  const covariance = [
    [0, 0],
    [0, 0.81],
  ];
  const geometric = { model: "nbd", parameters: { r: 1, alpha: 9 }, converged: true, covariance };
  const { estimate, low, high } = purchaseCountDistribution(geometric, { horizon: 1, most: 20 }).at(-1) ?? {};
  expect((estimate ?? 0) / 1e-20).toBeCloseTo(1, 12);
  expect((low ?? 0) / (1e-20 * Math.exp(-1.959963984540054 * 1.8))).toBeCloseTo(1, 7);
  expect((high ?? 0) / (1e-20 * Math.exp(1.959963984540054 * 1.8))).toBeCloseTo(1, 7);
});

test("a small share of the last row that a few further terms do not add up to", () => {
  // So long a time that only leaving ends the purchases of nearly everybody: z^n of those who stay n - 1 times, r = 1.
  const [alpha, a, b, horizon, most] = [1, 2, 0.01, 1e6, 500] as const;
  let share = (horizon / (alpha + horizon)) ** most;
  for (let n = 0; n < most - 1; n++) share *= (b + n) / (a + b + n);
  const slow = { model: "bgNbd", parameters: { r: 1, alpha, a, b }, converged: true };
  const { estimate } = purchaseCountDistribution(slow, { horizon, most }).at(-1) ?? {};
  expect((estimate ?? 0) / share).toBeCloseTo(1, 6);
});
