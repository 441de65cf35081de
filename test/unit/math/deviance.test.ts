import { describe, expect, it } from "vitest";
import { deviance } from "../../../src/math/deviance.ts";

describe("deviance", () => {
  it("is 0 where x is the mean", () => {
    for (const x of [1e-300, 1, 1e5, 1e300]) expect(deviance(x, x)).toBe(0);
  });

  it("is x log(x / mean) + mean - x", () => {
    expect(deviance(2, 1)).toBeCloseTo(2 * Math.log(2) - 1, 15);
    expect(deviance(1, 2)).toBeCloseTo(1 - Math.log(2), 15);
  });

  it("keeps its digits close to the mean, where it is (x - mean)^2 / (2 mean)", () => {
    // The next terms of the expansion, -d^3/6 + d^4/12 for a mean of 1, are below 2e-13 of the first.
    const d = 2 ** -41;
    expect(deviance(1 + d, 1) / (d * d)).toBeCloseTo(0.5, 12);
  });

  it("survives quotients beyond the range of doubles", () => {
    expect(deviance(1e-3, 1e-310)).toBeCloseTo(1e-3 * 307 * Math.log(10) - 1e-3, 12);
    expect(deviance(NaN, 1)).toBeNaN();
    expect(deviance(1, NaN)).toBeNaN();
  });
});
