import { describe, expect, test } from "vitest";
import { betaGeometricSum } from "../../../src/math/betaGeometricSum.ts";

function expectRelative(own: number, expected: number): void {
  expect(Math.abs(own / expected - 1)).toBeLessThan(1e-11);
}

describe("sums with a closed form", () => {
  test("no terms, one, two", () => {
    expect(betaGeometricSum(3, 2, 0.1, 0)).toBe(0);
    expect(betaGeometricSum(3, 2, 0.1, 1)).toBe(1);
    expect(betaGeometricSum(3, 2, Math.LN2, 2)).toBeCloseTo(1 + (0.5 * 3) / 5, 15);
  });

  test.each([1, 10, 1000, 1e5, 1e9])("g = 0: %d geometric terms", (terms) => {
    expectRelative(betaGeometricSum(7, 0, 0, terms), terms);
    expectRelative(betaGeometricSum(7, 0, 1e-6, terms), Math.expm1(-1e-6 * terms) / Math.expm1(-1e-6));
  });

  // At g = 2 the sum telescopes: (a + 1) (1 - a / (a + n)) = (a + 1) n / (a + n).
  test.each([0.01, 3.5, 250, 1e7])("g = 2, a = %d", (a) => {
    for (const n of [3, 300, 1e5, 1e12])
      expectRelative(betaGeometricSum(a, 2, 0, n), (n * (a + 1)) / (a + n));
    expectRelative(betaGeometricSum(a, 2, 0, Infinity), a + 1);
  });

  // 2F1(1, 1; 2; z) = -log(1 - z) / z: a trillion terms of the series at the smallest rate.
  test.each([2, 0.1, 1e-3, 1e-6, 1e-9, 1e-12])("a = g = 1, all terms, discount rate %d", (d) => {
    expectRelative(betaGeometricSum(1, 1, Math.log1p(d), Infinity), -Math.log(d / (1 + d)) * (1 + d));
  });
});
