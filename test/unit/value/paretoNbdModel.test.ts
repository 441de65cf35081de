import { describe, expect, test } from "vitest";
import { seededUniform } from "../../../src/stats/random.ts";
import { paretoNbdModel as model } from "../../../src/value/paretoNbdModel.ts";

// With r = s = alpha = beta = 1 every integral is that of a power of 1 + u.
const ONES = [1, 1, 1, 1];

describe("by hand, with all parameters 1", () => {
  test("a customer with x = 1, tx = 1, T = 3", () => {
    // Alive: 4^-2 4^-1 = 1/64. Gone: the integral from 1 to 3 of (1 + u)^-4 = (1/8 - 1/64) / 3 = 7/192. Together 5/96.
    expect(model.logLikelihood(ONES, 1, 1, 3)).toBeCloseTo(Math.log(5 / 96), 13);
    expect(model.probabilityAlive(ONES, 1, 1, 3)).toBeCloseTo(0.3, 14);
    // 0.3 (1 + 1) / (1 + 3) times the integral from 0 to 4 of 4 / (4 + u).
    expect(model.expectedPurchases(ONES, 1, 1, 3, 4)).toBeCloseTo(0.6 * Math.LN2, 14);
  });

  test("a new customer", () => {
    expect(model.newCustomerPurchases(ONES, 3)).toBeCloseTo(Math.log(4), 14);
    const counts = new Float64Array(2);
    model.purchaseCounts(ONES, 1, counts);
    // k = 0: 1/2 1/2 + the integral from 0 to 1 of (1 + u)^-3 = 1/4 + 3/8.
    expect(counts[0]).toBeCloseTo(5 / 8, 14);
    // k = 1: 1/2 1/2 1/2 + the integral of u (1 + u)^-4 = 1/8 + 3/8 - 7/24.
    expect(counts[1]).toBeCloseTo(5 / 24, 14);
  });

  test("a discount of e^u - 1 on 1 / (1 + u) is the exponential integral e E1(1)", () => {
    const worth = model.discountedPurchases(ONES, 0, 0, 0, Math.E - 1, Infinity);
    expect(worth).toBeCloseTo(0.5963473623231941, 13);
  });
});

describe("edges", () => {
  test("at age 0, and right after a purchase, everybody is alive", () => {
    expect(model.logLikelihood(ONES, 0, 0, 0)).toBeCloseTo(0, 15);
    expect(model.probabilityAlive(ONES, 0, 0, 0)).toBe(1);
    expect(model.probabilityAlive([0.3, 5, 0.4, 7], 9, 20, 20)).toBe(1);
  });

  test("no horizon, no purchases", () => {
    expect(model.expectedPurchases(ONES, 1, 1, 3, 0)).toBe(0);
    expect(model.discountedPurchases(ONES, 1, 1, 3, 0.1, 0)).toBe(0);
    expect(model.newCustomerPurchases(ONES, 0)).toBe(0);
    const counts = new Float64Array(3);
    model.purchaseCounts(ONES, 0, counts);
    expect([...counts]).toEqual([1, 0, 0]);
  });

  test("without a discount, discounted purchases are expected purchases", () => {
    const plain = model.expectedPurchases(ONES, 4, 6, 9, 52);
    expect(model.discountedPurchases(ONES, 4, 6, 9, 0, 52)).toBe(plain);
    expect(model.discountedPurchases(ONES, 4, 6, 9, 1e-12, 52) / plain).toBeCloseTo(1, 10);
  });

  test("nothing is NaN or infinite, however extreme the parameters", () => {
    const sizes = [1e-9, 1, 1e9];
    for (const r of sizes)
      for (const alpha of sizes)
        for (const s of sizes)
          for (const beta of sizes)
            for (const [x, tx, T] of [
              [0, 0, 0],
              [0, 0, 1e5],
              [5000, 1e-3, 1e5],
              [3, 700, 700],
            ] as const) {
              const theta = [r, alpha, s, beta];
              const alive = model.probabilityAlive(theta, x, tx, T);
              const all = [
                model.logLikelihood(theta, x, tx, T),
                model.expectedPurchases(theta, x, tx, T, 1e5),
                model.discountedPurchases(theta, x, tx, T, 1e-6, Infinity),
                model.newCustomerPurchases(theta, 1e-3),
              ];
              expect(all.every(Number.isFinite), `${theta} ${x} ${tx} ${T}: ${all}`).toBe(true);
              expect(alive >= 0 && alive <= 1, `${theta} ${x} ${tx} ${T}: ${alive}`).toBe(true);
            }
  });
});

test("random purchases have the expected mean, and repeat with their seed", () => {
  const theta = [0.8, 12, 0.7, 11];
  const draw = (seed: number): number[] => {
    const uniform = seededUniform(seed);
    return Array.from({ length: 10_000 }, () => model.drawPurchases(theta, 3, 20, 30, 26, uniform));
  };
  const counts = draw(7);
  const mean = counts.reduce((sum, k) => sum + k, 0) / counts.length;
  const variance = counts.reduce((sum, k) => sum + (k - mean) ** 2, 0) / counts.length;
  const expected = model.expectedPurchases(theta, 3, 20, 30, 26);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / counts.length));
  expect(draw(7)).toEqual(counts);
  expect(model.drawPurchases(theta, 3, 20, 30, 0, seededUniform(1))).toBe(0);
});
