import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CustomerRow, expectedPurchases, type FittedPurchaseModel } from "../../../../src/index.ts";

interface Case {
  readonly fit: FittedPurchaseModel;
  readonly row: CustomerRow;
  readonly horizon: number;
  /** P(purchases to come <= 0, 1, 2, …). */
  readonly cdf: readonly number[];
}

// Made by predictive.py, beside this file: quadrature over the parameters, and no random numbers.
const { cases } = JSON.parse(
  readFileSync(new URL("./fixtures/predictive.json", import.meta.url), "utf8"),
) as {
  readonly cases: readonly Case[];
};
const DRAWS = 20_000;

describe.each(cases)("predictive intervals of $fit.model for $row", ({ fit, row, horizon, cdf }) => {
  test.each([0.5, 0.8, 0.95, 0.99])("at level %d", (level) => {
    const [record] = expectedPurchases(fit, [row], { horizon, level, method: "predictive", draws: DRAWS });
    const { low, high } = record ?? {};
    if (typeof low !== "number" || typeof high !== "number") throw new Error("an end is not determined");
    expect([Number.isInteger(low), Number.isInteger(high)]).toEqual([true, true]);
    const tail = (1 - level) / 2;
    // Four standard errors of a share of the draws.
    const error = 4 * Math.sqrt((tail * (1 - tail)) / DRAWS);
    const upTo = (count: number): number => (count < 0 ? 0 : (cdf[count] ?? 1));
    expect(upTo(low - 1)).toBeLessThan(tail + error);
    expect(upTo(low)).toBeGreaterThan(tail - error);
    expect(1 - upTo(high)).toBeLessThan(tail + error);
    // It may be further out to hold the expectation.
    const least = Math.ceil(record?.estimate ?? Number.NaN);
    if (high > least) expect(1 - upTo(high - 1)).toBeGreaterThan(tail - error);
  });
});

test("uncertain parameters widen it", () => {
  // The rate of somebody who bought often in a short time depends on alpha, of which little is known.
  const { fit } = cases[0] as Case;
  const [row, horizon] = [{ frequency: 60, recency: 1, age: 1 }, 5];
  const covariance = [
    [0.03, 0.6],
    [0.6, 60],
  ];
  const highOf = (asked: FittedPurchaseModel): number =>
    expectedPurchases(asked, [row], { horizon, method: "predictive" })[0]?.high ?? Number.NaN;
  expect(highOf({ ...fit, covariance })).toBeGreaterThan(highOf(fit));
});
