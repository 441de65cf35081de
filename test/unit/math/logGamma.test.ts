import { describe, expect, it } from "vitest";
import { logGamma } from "../../../src/math/logGamma.ts";

describe("logGamma", () => {
  it("is the logarithm of a factorial at the integers", () => {
    let factorial = 1;
    for (let n = 1; n <= 18; n += 1) {
      // factorial = (n - 1)!, exact up to 18!
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThanOrEqual(2e-15 * Math.log(factorial));
      factorial *= n;
    }
  });

  it("is exactly 0 at its zeros 1 and 2", () => {
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
  });

  it("has the slopes -gamma and 1 - gamma there", () => {
    const euler = 0.5772156649015329;
    const step = 2 ** -40;
    expect(logGamma(1 + step) / step).toBeCloseTo(-euler, 11);
    expect(logGamma(2 + step) / step).toBeCloseTo(1 - euler, 11);
  });

  it("is half the logarithm of pi at 1/2", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 15);
  });

  it("has limits, and no value below 0", () => {
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(Infinity)).toBe(Infinity);
    expect(logGamma(-0.5)).toBeNaN();
    expect(logGamma(NaN)).toBeNaN();
  });
});
