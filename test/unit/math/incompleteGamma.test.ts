import { describe, expect, it } from "vitest";
import { lowerGamma, upperGamma } from "../../../src/math/incompleteGamma.ts";

describe("lowerGamma and upperGamma", () => {
  it("are exponential for shape 1", () => {
    for (const x of [1e-300, 1e-9, 0.5, 1, 3, 40, 700]) {
      expect(lowerGamma(1, x) / -Math.expm1(-x)).toBeCloseTo(1, 12);
      expect(upperGamma(1, x) / Math.exp(-x)).toBeCloseTo(1, 12);
    }
  });

  it("are Poisson probabilities for integer shapes: fewer than 3 events", () => {
    for (const x of [0.1, 1, 2.5, 10, 100]) {
      expect(upperGamma(3, x) / (Math.exp(-x) * (1 + x + (x * x) / 2))).toBeCloseTo(1, 13);
    }
  });

  it("keep the upper tail of a tiny shape, which is about a E1(x)", () => {
    // E1(1) = 0.21938393439552026 (Abramowitz and Stegun, table 5.1).
    expect(upperGamma(1e-12, 1) / 1e-12).toBeCloseTo(0.21938393439552026, 10);
  });

  it("have limits, and no values elsewhere", () => {
    expect([lowerGamma(2, 0), upperGamma(2, 0)]).toEqual([0, 1]);
    expect([lowerGamma(2, Infinity), upperGamma(2, Infinity)]).toEqual([1, 0]);
    for (const [a, x] of [
      [0, 1],
      [-1, 1],
      [2, -1],
      [NaN, 1],
      [2, NaN],
    ] as const) {
      expect(lowerGamma(a, x)).toBeNaN();
      expect(upperGamma(a, x)).toBeNaN();
    }
  });

  it("end, without a guess, for shapes they cannot do", () => {
    expect(lowerGamma(1e15, 1e15 - 1)).toBeNaN();
  });
});
