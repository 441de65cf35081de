import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/math/beta.ts";

describe("betaCdf", () => {
  it("is 0 below and 1 above the range", () => {
    expect(betaCdf(-0.5, 2, 3)).toBe(0);
    expect(betaCdf(0, 2, 3)).toBe(0);
    expect(betaCdf(1, 2, 3)).toBe(1);
    expect(betaCdf(Infinity, 2, 3)).toBe(1);
    expect(betaCdf(NaN, 2, 3)).toBeNaN();
  });
});

describe("betaQuantile", () => {
  it("inverts a power where one parameter is 1", () => {
    for (const p of [1e-200, 1e-9, 0.025, 0.5, 0.975]) {
      expect(betaQuantile(p, 4, 1) / p ** 0.25).toBeCloseTo(1, 13);
      expect(betaQuantile(p, 1, 4) / -Math.expm1(Math.log1p(-p) / 4)).toBeCloseTo(1, 13);
    }
  });

  it("gives the exact upper limit for 0 of 10, 1 - 0.025^(1/10)", () => {
    expect(betaQuantile(0.975, 1, 10)).toBeCloseTo(1 - 0.025 ** 0.1, 15);
  });

  it("is one half in the middle of a symmetric distribution", () => {
    for (const a of [0.5, 1, 7, 1e5]) expect(betaQuantile(0.5, a, a)).toBeCloseTo(0.5, 15);
  });

  it("is 0 and 1 at the ends, and not a number elsewhere", () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(betaQuantile(-0.1, 2, 3)).toBeNaN();
    expect(betaQuantile(1.1, 2, 3)).toBeNaN();
    expect(betaQuantile(NaN, 2, 3)).toBeNaN();
    expect(betaQuantile(0.5, 0, 3)).toBeNaN();
    expect(betaQuantile(0.5, 2, NaN)).toBeNaN();
  });

  it("finds an upper limit far from its first guess", () => {
    // One starting value of 1e-162 and a density of 0 there: every step must still gain ground.
    const x = betaQuantile(1e-100, 1000, 3);
    expect(x).toBeCloseTo(0.7863887384525717, 14);
  });

  it("runs into the ends of the range where the root is no double", () => {
    expect(betaQuantile(1e-4, 0.01, 1)).toBeLessThan(1e-300);
    expect(betaQuantile(0.9999, 1, 0.01)).toBe(1);
  });
});
