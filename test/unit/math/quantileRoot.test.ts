import { expect, it } from "vitest";
import { quantileRoot } from "../../../src/math/quantileRoot.ts";

/** P(X <= x) = x^2 on (0, 1]. */
const square = {
  tails: (x: number) => ({ lower: x * x, upper: (1 - x) * (1 + x) }),
  logDensity: (x: number) => 2 * x * x,
  slope: () => 2,
};

it("finds the root from any start, sensible or not", () => {
  for (const start of [0.3, 1e-300, 5, 0, -1, NaN, Infinity]) {
    expect(quantileRoot(0.09, 0.91, start, 1, square)).toBeCloseTo(0.3, 14);
    expect(quantileRoot(0.91, 0.09, start, 1, square)).toBeCloseTo(Math.sqrt(0.91), 14);
    expect(quantileRoot(1e-200, 1, start, 1, square) / 1e-100).toBeCloseTo(1, 13);
  }
});

it("ends with a distribution that has no numbers", () => {
  const broken = { ...square, tails: () => ({ lower: NaN, upper: NaN }) };
  expect(quantileRoot(0.3, 0.7, 0.5, 1, broken)).toBeNaN();
});
