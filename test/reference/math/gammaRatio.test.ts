import { describe, expect, it } from "vitest";
import { digamma } from "../../../src/math/digamma.ts";
import { digammaDifference, logGammaRatio } from "../../../src/math/gammaRatio.ts";
import { largestRelativeError, readFixture } from "./fixtures.ts";

describe.each([
  ["digamma", (x = NaN) => digamma(x)],
  ["logGammaRatio", (a = NaN, d = NaN) => logGammaRatio(a, d)],
  ["digammaDifference", (a = NaN, d = NaN) => digammaDifference(a, d)],
] as const)("%s against mpmath", (name, compute) => {
  const { ordinary, extreme } = readFixture(name);

  it("has a relative error of at most 1e-13 over ordinary arguments", () => {
    expect(ordinary.length).toBeGreaterThan(100);
    expect(largestRelativeError(compute, ordinary)).toBeLessThanOrEqual(1e-13);
  });

  it("has a relative error of at most 1e-10 at the extremes", () => {
    expect(extreme.length).toBeGreaterThan(70);
    expect(largestRelativeError(compute, extreme)).toBeLessThanOrEqual(1e-10);
  });
});

describe("at the edge", () => {
  it("digamma is -Infinity at 0, and 0 near 1.4616321449683622", () => {
    expect(digamma(0)).toBe(-Infinity);
    expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(1e-15);
  });

  it("nothing is added: 0", () => {
    expect(logGammaRatio(3.5, 0)).toBe(0);
    expect(digammaDifference(3.5, 0)).toBe(0);
  });
});
