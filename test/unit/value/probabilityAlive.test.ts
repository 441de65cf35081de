import { expect, test } from "vitest";
import { type CustomerRow, type FittedPurchaseModel, probabilityAlive } from "../../../src/index.ts";
import { rowHazards } from "../../support/rowHazards.ts";

// r = 1, alpha = 1, a = 1, b = 1: P = 1 / (1 + ((1 + T) / (1 + tx))^(1 + x) / x).
const fit = { model: "bgNbd", parameters: { r: 1, alpha: 1, a: 1, b: 1 }, converged: true };
const covariance = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 0.01 : 0.001)));
const row = { frequency: 1, recency: 1, age: 3 };

test("by hand: 1 / (1 + 2^2) for one repeat purchase", () => {
  expect(probabilityAlive(fit, [{ customerId: "a", ...row }])).toEqual([
    {
      customerId: "a",
      ...row,
      metric: "probabilityAlive",
      unit: "share",
      estimate: 0.2,
      low: null,
      high: null,
      standardError: null,
      level: 0.95,
      method: "delta",
      n: 1,
    },
  ]);
});

test("by hand: the standard error", () => {
  // The logit is log(b + x - 1) - log a - (r + x) log((alpha + T)/(alpha + tx)), with slopes by r, alpha, a, b of
  // -log 2, -(r + x)(1/4 - 1/2) = 1/2, -1 and 1.
  const slopes = [-Math.log(2), 0.5, -1, 1];
  let variance = 0;
  slopes.forEach((g, i) => {
    slopes.forEach((h, j) => {
      variance += g * h * (covariance[i]?.[j] ?? Number.NaN);
    });
  });
  const [answer] = probabilityAlive({ ...fit, covariance }, [row], { level: 0.9 });
  expect(answer?.standardError).toBeCloseTo(0.2 * 0.8 * Math.sqrt(variance), 8);
  expect(answer?.low).toBeCloseTo(1 / (1 + 4 * Math.exp(1.6448536269514722 * Math.sqrt(variance))), 7);
});

test("in the BG/NBD who never came back is a customer for certain, in the MBG/NBD not", () => {
  const once = [{ frequency: 0, recency: 0, age: 3 }];
  const [certain] = probabilityAlive({ ...fit, covariance }, once);
  expect(certain).toMatchObject({ estimate: 1, low: 1, high: 1, standardError: 0 });
  // 1 / (1 + 4)
  const [doubtful] = probabilityAlive({ ...fit, model: "mbgNbd", covariance }, once);
  expect(doubtful?.estimate).toBeCloseTo(0.2, 14);
  expect(doubtful?.low).toBeLessThan(0.2);
});

test("at the end of the range where nobody leaves, everybody is there", () => {
  const parameters = { r: 1, alpha: 1, a: 0, b: null };
  const [answer] = probabilityAlive({ ...fit, parameters, covariance }, [row]);
  expect(answer).toMatchObject({ estimate: 1, low: 1, high: 1, standardError: 0 });
});

test("at the end of the range where all leave, who came back once is gone", () => {
  const parameters = { r: 1, alpha: 1, a: null, b: 0 };
  expect(probabilityAlive({ ...fit, parameters }, [row])[0]?.estimate).toBe(0);
});

const periods = { model: "bgBb", parameters: { alpha: 1, beta: 1, gamma: 1, delta: 1 }, converged: true };

test.each([
  [{ frequency: 2, recency: 1, age: 3 }, "customers[0].recency must be an integer no less than frequency"],
  [{ frequency: 1, recency: 1.5, age: 3 }, "customers[0].recency must be an integer no less than frequency"],
  [{ frequency: 1, recency: 1, age: 3.5 }, "customers[0].age must be an integer"],
])("where time runs in periods, %o is an error", (bad, message) => {
  expect(() => probabilityAlive(periods, [bad])).toThrow(`Cannot compute probabilityAlive: ${message}`);
});

test("options and fits that are not valid", () => {
  expect(() => probabilityAlive(fit, [], { level: 1 })).toThrow("level must be strictly between 0 and 1");
  const misspelt: object = { levle: 0.9 };
  expect(() => probabilityAlive(fit, [], misspelt)).toThrow("option must be one of level");
  expect(() => probabilityAlive({ ...fit, converged: false }, [])).toThrow("fit.converged must be true");
  expect(() => probabilityAlive({} as FittedPurchaseModel, [])).toThrow("fit must carry model");
});

test("no customers", () => expect(probabilityAlive(fit, [])).toEqual([]));

rowHazards(
  "probabilityAlive",
  (rows) => probabilityAlive({ ...fit, covariance }, rows as Iterable<CustomerRow>),
  [
    row,
    { ...row, customerId: 1 },
    { ...row, customerId: "1", count: 3 },
    { frequency: 0, recency: 0, age: 0 },
  ],
);
