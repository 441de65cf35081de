import { describe, expect, it } from "vitest";
import { betaTails, incompleteBeta } from "../../../src/math/incompleteBeta.ts";

const xs = [1e-12, 0.01, 0.2, 0.5, 0.77, 0.99];

describe("incompleteBeta", () => {
  it("is a power where one parameter is 1", () => {
    for (const x of xs) {
      for (const a of [0.3, 1, 2, 17]) {
        expect(incompleteBeta(x, a, 1) / x ** a).toBeCloseTo(1, 13);
        expect(incompleteBeta(x, 1, a) / -Math.expm1(a * Math.log1p(-x))).toBeCloseTo(1, 13);
      }
    }
  });

  it("is the arcsine law where both are 1/2", () => {
    for (const x of xs) {
      expect(incompleteBeta(x, 0.5, 0.5) / ((2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeCloseTo(1, 13);
    }
  });

  it("is a binomial tail for integers: at least 2 of 3 successes", () => {
    for (const x of xs) expect(incompleteBeta(x, 2, 2) / (3 * x ** 2 - 2 * x ** 3)).toBeCloseTo(1, 12);
  });

  it("is 0 and 1 at the ends, and not a number elsewhere", () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    for (const [x, a, b] of [
      [-0.1, 2, 3],
      [1.1, 2, 3],
      [0.5, 0, 3],
      [0.5, 2, -1],
      [NaN, 2, 3],
      [0.5, NaN, 3],
      [0.5, 2, NaN],
    ] as const) {
      expect(incompleteBeta(x, a, b)).toBeNaN();
    }
  });

  it("ends, without a guess, for parameters it cannot do", () => {
    expect(incompleteBeta(0.5, Infinity, 3)).toBeNaN();
  });
});

describe("betaTails", () => {
  it("knows a y that 1 - x has lost", () => {
    expect(betaTails(1, 1e-30, 3, 1).upper / 3e-30).toBeCloseTo(1, 13);
  });
});
