import { describe, expect, test } from "vitest";
import { betaMean } from "../../../src/math/betaMean.ts";
import { discountedOfAlive, paceOfAlive, purchasesOfAlive } from "../../../src/value/aliveProcess.ts";

function expectWithin(value: number, expected: number): void {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
}

describe("somebody alive, by hand", () => {
  // The second and the third are beyond the sum of terms: there the quadrature answers.
  test.each([1e-9, 0.7, 1e5, 1e12])(
    "p uniform, s = 1, w = %d: log(1 + w) purchases at pace 1 / (1 + w)",
    (w) => {
      // (1 - 1/(1 + p w)) / p = w / (1 + p w), whose integral over p is log(1 + w); that of (1 + p w)^-2 is 1 / (1 + w).
      expectWithin(purchasesOfAlive(1, 1, 1, w), Math.log1p(w));
      expectWithin(paceOfAlive(1, 1, 1, w), 1 / (1 + w));
    },
  );

  test.each([0.3, 3000])("nobody leaves (a = 0), s = %d: s w purchases", (s) => {
    expectWithin(purchasesOfAlive(0, 2, s, 1.5), s * 1.5);
    expectWithin(paceOfAlive(0, 2, s, 1.5), 1);
    // The integral of e^(-w) up to 1.5.
    expectWithin(discountedOfAlive(0, 2, s, 1.5, 1), s * (1 - Math.exp(-1.5)));
    expectWithin(discountedOfAlive(0, 2, s, Infinity, 1), s);
  });

  test.each([0.3, 3000])("everybody leaves at once (b = 0), s = %d: at most one purchase", (s) => {
    expectWithin(purchasesOfAlive(2, 0, s, 1.5), 1 - 2.5 ** -s);
    expectWithin(paceOfAlive(2, 0, s, 1e-3), 1.001 ** -(s + 1));
  });

  test("no time, no purchases; and what is not a number ends", () => {
    expect(purchasesOfAlive(1, 2, 3, 0)).toBe(0);
    expect(purchasesOfAlive(NaN, 2, 3, 1)).toBeNaN();
    expect(paceOfAlive(1, 2, NaN, 1)).toBeNaN();
    expect(betaMean(NaN, 1, () => 1, 1, 1)).toBeNaN();
  });
});

describe("the mean over a beta distribution", () => {
  test.each([
    [0.5, 2],
    [1e-9, 1],
    [3, 1e-9],
    [1e-3, 1e-3],
    [40, 7],
    [1e6, 3e5],
  ])("E(1 - p) = b / (a + b) for a = %d, b = %d", (a, b) => {
    // A tiny mean of a falling function, too.
    expect(Math.abs(betaMean(a, b, (p) => 1 - p, 1, 1) - b / (a + b))).toBeLessThan(1e-12);
    expectWithin(
      betaMean(a, b, () => 3, 1, 1),
      3,
    );
  });
});

test.each([40, 2500, 1e7])("discounted so fast (%d) that only the first moments count", (delta) => {
  // Nobody leaves: the integral of e^(-delta w).
  expectWithin(discountedOfAlive(0, 2, 0.04, Infinity, delta), 0.04 / delta);
  expectWithin(discountedOfAlive(0, 2, 0.04, 20 / delta, delta), (0.04 * -Math.expm1(-20)) / delta);
});
