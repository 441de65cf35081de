import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/math/normal.ts";

describe("normalQuantile", () => {
  it("gives the values of the printed tables", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14);
    expect(normalQuantile(0.5)).toBe(0);
  });

  it("gives the two values in Wichura's paper", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 14);
  });

  it("is infinite at 0 and 1, and not a number beyond", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-1e-9, 1.5, NaN, Infinity]) expect(normalQuantile(p)).toBeNaN();
  });

  it("is finite down to the smallest double", () => {
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.467405617144344, 12);
  });
});

describe("normalCdf", () => {
  it("is one half in the middle, and 0 and 1 at the ends", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-50)).toBe(0);
    expect(normalCdf(NaN)).toBeNaN();
  });

  it("agrees with the 68, 95, 99.7 rule", () => {
    expect(normalCdf(1) - normalCdf(-1)).toBeCloseTo(0.682689492137086, 14);
    expect(normalCdf(2) - normalCdf(-2)).toBeCloseTo(0.954499736103642, 14);
    expect(normalCdf(3) - normalCdf(-3)).toBeCloseTo(0.99730020393674, 14);
  });
});
