import { describe, expect, it } from "vitest";
import { stirlingError } from "../../../src/math/stirlingError.ts";

describe("stirlingError", () => {
  it("is what Stirling's approximation leaves of 1!, 2! and 10!", () => {
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 15);
    expect(stirlingError(2)).toBeCloseTo(Math.log(2) - 2.5 * Math.log(2) + 2 - Math.log(2 * Math.PI) / 2, 15);
    expect(stirlingError(10)).toBeCloseTo(
      Math.log(3628800) - 10.5 * Math.log(10) + 10 - Math.log(2 * Math.PI) / 2,
      13,
    );
  });

  it("nears 1 / (12 n)", () => {
    expect(stirlingError(1e6) * 12e6).toBeCloseTo(1, 12);
    expect(stirlingError(Infinity)).toBe(0);
  });

  it("is infinite at 0, where Stirling's approximation of 0! is 0", () => {
    expect(stirlingError(0)).toBe(Infinity);
    expect(stirlingError(NaN)).toBeNaN();
  });
});
