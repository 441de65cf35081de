import { expect, test } from "vitest";
import { type CustomerRow, expectedPurchases } from "../../../src/index.ts";
import { rowHazards } from "../../support/rowHazards.ts";

// NBD: (r + x) / (alpha + T) times the horizon.
const fit = { model: "nbd", parameters: { r: 1, alpha: 2 }, converged: true };
const covariance = [
  [0.01, 0.01],
  [0.01, 0.04],
];
const row = { frequency: 3, recency: 5, age: 8 };

test("by hand: 4 in 10 weeks is 2 in 5", () => {
  const [answer] = expectedPurchases({ ...fit, covariance }, [{ ...row, count: 5 }], { horizon: 5 });
  expect(answer).toMatchObject({
    metric: "expectedPurchases",
    unit: "count",
    estimate: 2,
    method: "delta",
    n: 5,
  });
  // Slopes by r and alpha: 5/10 and -4 (5)/100 = -0.2. Var = 0.0025 - 0.002 + 0.0016.
  expect(answer?.standardError).toBeCloseTo(Math.sqrt(0.0021), 8);
  expect(answer?.low).toBeCloseTo(2 * Math.exp((-1.959963984540054 * Math.sqrt(0.0021)) / 2), 7);
});

test("a horizon of 0", () => {
  for (const method of ["delta", "predictive"] as const) {
    const [answer] = expectedPurchases({ ...fit, covariance }, [row], { horizon: 0, method });
    expect(answer).toMatchObject({ estimate: 0, low: 0, high: 0, standardError: 0, method });
  }
});

test("a predictive interval has whole ends that hold the expectation, and is seeded", () => {
  const ask = (seed: number): unknown =>
    expectedPurchases(fit, [{ ...row, age: 5000 }], { horizon: 5, method: "predictive", seed })[0];
  expect(ask(1)).toEqual(ask(1));
  // Expected 4/5002 (5) = 0.004: nearly always 0.
  expect(ask(1)).toMatchObject({ low: 0, high: 1, standardError: null });
});

test("a predictive interval is the same for a row alone and among others", () => {
  const options = { horizon: 50, method: "predictive", draws: 200 } as const;
  const rows = [0, 7, 3].map((frequency) => ({ frequency, recency: frequency && 5, age: 8 }));
  const together = expectedPurchases({ ...fit, covariance }, rows, options);
  expect(rows.flatMap((one) => expectedPurchases({ ...fit, covariance }, [one], options))).toEqual(together);
});

test.each([
  [{}, "horizon must be a finite number from 0, received undefined"],
  [{ horizon: -1 }, "horizon must be a finite number from 0"],
  [{ horizon: Infinity }, "horizon must be a finite number from 0"],
  [{ horizon: "5" }, "horizon must be a finite number from 0"],
  [{ horizon: 5, level: 0 }, "level must be"],
  [{ horizon: 5, method: "wald" }, "method must be one of delta, predictive"],
  [{ horizon: 5, seed: 0.5 }, "seed must be an integer"],
  [{ horizon: 5, draws: 10 }, "draws must be an integer from 100 to 100000"],
  [{ horizon: 5, t: 5 }, "option must be one of horizon"],
  [undefined, "options must be a record of horizon"],
])("%o is an error", (options, message) => {
  const given = options as unknown as { horizon: number };
  expect(() => expectedPurchases(fit, [row], given)).toThrow(`Cannot compute expectedPurchases: ${message}`);
});

test("where time runs in periods, so does the horizon", () => {
  const parameters = { alpha: 1, beta: 1, gamma: 1, delta: 1 };
  const periods = { model: "bgBb", parameters, converged: true };
  expect(() => expectedPurchases(periods, [], { horizon: 1.5 })).toThrow(
    "horizon must be an integer from 0 (periods)",
  );
});

rowHazards(
  "expectedPurchases",
  (rows) => expectedPurchases({ ...fit, covariance }, rows as Iterable<CustomerRow>, { horizon: 4 }),
  [
    row,
    { ...row, customerId: 1 },
    { ...row, customerId: "1", count: 3 },
    { frequency: 0, recency: 0, age: 0 },
  ],
);
