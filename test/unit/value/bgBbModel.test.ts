import { describe, expect, test } from "vitest";
import { seededUniform } from "../../../src/stats/random.ts";
import { bgBbModel } from "../../../src/value/bgBbModel.ts";

// Uniform probabilities of buying and of leaving.
const UNIFORM = [1, 1, 1, 1];

describe("by hand, with uniform probabilities", () => {
  test("no opportunities: nothing is known, and half are there for the first", () => {
    expect(bgBbModel.logLikelihood(UNIFORM, 0, 0, 0)).toBeCloseTo(0, 15);
    expect(bgBbModel.probabilityAlive(UNIFORM, 0, 0, 0)).toBe(0.5);
    expect(bgBbModel.newCustomerPurchases(UNIFORM, 0)).toBe(0);
  });

  test("one opportunity", () => {
    // Bought: 1/2 stay, half of them buy. Then E(stay) = 2/3 for the second.
    expect(Math.exp(bgBbModel.logLikelihood(UNIFORM, 1, 1, 1))).toBeCloseTo(1 / 4, 14);
    expect(bgBbModel.probabilityAlive(UNIFORM, 1, 1, 1)).toBeCloseTo(2 / 3, 14);
    // Not bought: 1/2 left, 1/4 stayed, of whom 2/3 are there for the second.
    expect(Math.exp(bgBbModel.logLikelihood(UNIFORM, 0, 0, 1))).toBeCloseTo(3 / 4, 14);
    expect(bgBbModel.probabilityAlive(UNIFORM, 0, 0, 1)).toBeCloseTo(2 / 9, 14);
  });

  test("what to expect", () => {
    // After one purchase at one opportunity, E(p) = 2/3, and P(alive at 2, 3) = 2/3, 1/2.
    expect(bgBbModel.expectedPurchases(UNIFORM, 1, 1, 1, 0)).toBe(0);
    expect(bgBbModel.expectedPurchases(UNIFORM, 1, 1, 1, 2)).toBeCloseTo((2 / 3) * (2 / 3 + 1 / 2), 14);
    const discounted = bgBbModel.discountedPurchases(UNIFORM, 1, 1, 1, 1, 2);
    expect(discounted).toBeCloseTo((2 / 3) * (2 / 3 / 2 + 1 / 2 / 4), 14);
    // P(alive at 1, 2, 3) = 1/2, 1/3, 1/4.
    expect(bgBbModel.newCustomerPurchases(UNIFORM, 3)).toBeCloseTo((1 / 2 + 1 / 3 + 1 / 4) / 2, 14);
  });

  test("counts of two opportunities", () => {
    const probabilities = new Float64Array(4);
    bgBbModel.purchaseCounts(UNIFORM, 2, probabilities);
    // There for 0, 1, 2 opportunities: 1/2, 1/6, 1/3; of m opportunities each number of purchases is as likely.
    expect(probabilities[2]).toBeCloseTo(1 / 9, 14);
    expect(probabilities[1]).toBeCloseTo(1 / 12 + 1 / 9, 14);
    expect(probabilities[0]).toBeCloseTo(1 / 2 + 1 / 12 + 1 / 9, 14);
    expect(probabilities[3]).toBe(0);
  });
});

describe("gamma = 0: nobody leaves, whatever delta is", () => {
  test.each([[0], [1], [Number.NaN], [7]])("delta = %d", (delta) => {
    const theta = [2, 3, 0, delta];
    expect(bgBbModel.probabilityAlive(theta, 1, 1, 5)).toBe(1);
    expect(bgBbModel.expectedPurchases(theta, 1, 1, 5, 20)).toBeCloseTo((20 * 3) / 10, 12);
    expect(bgBbModel.newCustomerPurchases(theta, 10)).toBeCloseTo(4, 12);
    // B(4, 6) / B(2, 3): three factors of 10!! made short, 2 3 3 4 5 / (5 6 7 8 9).
    expect(Math.exp(bgBbModel.logLikelihood(theta, 2, 4, 5))).toBeCloseTo(
      (2 * 3 * 3 * 4 * 5) / (5 * 6 * 7 * 8 * 9),
      14,
    );
    const forever = bgBbModel.discountedPurchases(theta, 1, 1, 5, 0.25, Infinity);
    expect(forever).toBeCloseTo(0.3 / 0.25, 12);
    const probabilities = new Float64Array(11);
    bgBbModel.purchaseCounts(theta, 10, probabilities);
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 13);
    expect(bgBbModel.drawPurchases([1e9, 1e-9, 0, delta], 0, 0, 0, 12, seededUniform(1))).toBe(12);
  });
});

test("beta = 0: all buy until they leave, whatever alpha is", () => {
  for (const alpha of [0, 1, Number.NaN]) {
    const theta = [alpha, 0, 1, 1];
    expect(bgBbModel.probabilityAlive(theta, 2, 2, 3)).toBe(0);
    expect(bgBbModel.probabilityAlive(theta, 2, 2, 2)).toBeCloseTo(3 / 4, 14);
    expect(bgBbModel.expectedPurchases(theta, 2, 2, 2, 2)).toBeCloseTo(3 / 4 + 3 / 5, 14);
    expect(bgBbModel.logLikelihood(theta, 1, 2, 3)).toBe(-Infinity);
    const probabilities = new Float64Array(4);
    bgBbModel.purchaseCounts(theta, 3, probabilities);
    expect(Array.from(probabilities)).toEqual(
      [1 / 2, 1 / 6, 1 / 12, 1 / 4].map((value) => expect.closeTo(value, 13)),
    );
    expect(bgBbModel.drawPurchases(theta, 2, 2, 3, 9, seededUniform(1))).toBe(0);
  }
});

test("draws have the mean that is expected, and stay within the horizon", () => {
  const theta = [1.2, 0.75, 0.66, 2.8];
  for (const [x, tx, n, horizon] of [
    [0, 0, 6, 5],
    [3, 5, 6, 10],
    [0, 0, 0, 4],
  ] as const) {
    const uniform = seededUniform(3);
    const draws = Array.from({ length: 20_000 }, () =>
      bgBbModel.drawPurchases(theta, x, tx, n, horizon, uniform),
    );
    expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= horizon)).toBe(true);
    const mean = draws.reduce((sum, k) => sum + k, 0) / draws.length;
    const variance = draws.reduce((sum, k) => sum + (k - mean) ** 2, 0) / draws.length;
    const error = Math.sqrt(variance / draws.length);
    expect(Math.abs(mean - bgBbModel.expectedPurchases(theta, x, tx, n, horizon))).toBeLessThan(4 * error);
  }
});
