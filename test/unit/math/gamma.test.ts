import { describe, expect, it } from "vitest";
import { gammaCdf, gammaQuantile } from "../../../src/math/gamma.ts";

describe("gammaCdf", () => {
  it("is 0 below and 1 above the range", () => {
    expect(gammaCdf(-1, 2)).toBe(0);
    expect(gammaCdf(-Infinity, 2)).toBe(0);
    expect(gammaCdf(Infinity, 2)).toBe(1);
    expect(gammaCdf(NaN, 2)).toBeNaN();
    expect(gammaCdf(-1, NaN)).toBeNaN();
  });
});

describe("gammaQuantile", () => {
  it("is exponential for shape 1", () => {
    for (const p of [1e-300, 1e-9, 0.025, 0.5, 0.975, 1 - 2 ** -40]) {
      expect(gammaQuantile(p, 1) / -Math.log1p(-p)).toBeCloseTo(1, 12);
    }
  });

  it("is 0 and infinite at the ends, and not a number elsewhere", () => {
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaQuantile(1, 2)).toBe(Infinity);
    for (const p of [-0.1, 1.1, NaN]) expect(gammaQuantile(p, 2)).toBeNaN();
    expect(gammaQuantile(0.5, 0)).toBeNaN();
    expect(gammaQuantile(0.5, NaN)).toBeNaN();
  });
});
