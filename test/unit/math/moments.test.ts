import { describe, expect, it } from "vitest";
import { countedMoments } from "../../../src/math/moments.ts";

describe("countedMoments", () => {
  it("does a set by hand: 1, 2, 2, 7", () => {
    // Mean 3; deviations -2, -1, -1, 4.
    const expected = { n: 4, mean: 3, sumOfSquares: 22, sumOfCubes: 54 };
    expect(countedMoments([1, 2, 2, 7])).toEqual(expected);
    expect(countedMoments([1, 2, 7], [1, 2, 1])).toEqual(expected);
    expect(countedMoments(Uint8Array.of(7, 5, 1, 2), Uint32Array.of(1, 0, 1, 2))).toEqual(expected);
  });

  it("finds no deviation at all among equal values", () => {
    for (const value of [0.1, 1 / 3, 1e-9, 1e17 / 7, Number.MAX_VALUE]) {
      const expected = { n: 61, mean: value, sumOfSquares: 0, sumOfCubes: 0 };
      expect(countedMoments([value, value, value], [7, 5, 49])).toEqual(expected);
    }
  });

  it("has a finite mean for [1e308, 1e308, -1e308], whose plain sum overflows", () => {
    const moments = countedMoments([1e308, 1e308, -1e308]);
    expect(moments.mean).toBe(1e308 / 3);
    // The squares are beyond the largest double, and so are the cubes, which the -1e308 makes negative.
    expect(moments.sumOfSquares).toBe(Infinity);
    expect(moments.sumOfCubes).toBe(-Infinity);
  });

  it("has no mean without observations or with values that are not finite", () => {
    expect(countedMoments([])).toEqual({ n: 0, mean: NaN, sumOfSquares: 0, sumOfCubes: 0 });
    expect(countedMoments([1, NaN]).mean).toBeNaN();
    expect(countedMoments([1, Infinity]).mean).toBeNaN();
  });

  it("leaves its input as it was", () => {
    const values = Object.freeze([3, 1, 2]);
    countedMoments(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
