import { describe, expect, it } from "vitest";
import { chiSquareCdf, chiSquareQuantile, chiSquareTail } from "../../../src/math/chiSquare.ts";

describe("chi-square", () => {
  it("is exponential with mean 2 for 2 degrees of freedom", () => {
    for (const x of [0.01, 1, 5.99, 80]) {
      expect(chiSquareCdf(x, 2) / -Math.expm1(-x / 2)).toBeCloseTo(1, 13);
      expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 13);
    }
  });

  it("is the square of a normal variable for 1 degree of freedom", () => {
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(1.959963984540054 ** 2, 13);
  });

  it("gives the critical values of the printed tables", () => {
    expect(chiSquareQuantile(0.95, 2)).toBeCloseTo(5.991, 3);
    expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 3);
    expect(chiSquareQuantile(0.99, 30)).toBeCloseTo(50.892, 3);
  });

  it("has limits", () => {
    expect([chiSquareCdf(-1, 3), chiSquareTail(-1, 3)]).toEqual([0, 1]);
    expect([chiSquareCdf(Infinity, 3), chiSquareTail(Infinity, 3)]).toEqual([1, 0]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity]);
    expect(chiSquareTail(NaN, 3)).toBeNaN();
  });
});
