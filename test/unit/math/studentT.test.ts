import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/math/normal.ts";
import { tCdf, tQuantile } from "../../../src/math/studentT.ts";

describe("tCdf", () => {
  it("is the Cauchy distribution for 1 degree of freedom, as far out as doubles go", () => {
    for (const t of [1e-9, 0.3, 1, 12.7, 1e10, 1e160, 1e300]) {
      expect(tCdf(-t, 1) / (Math.atan(1 / t) / Math.PI)).toBeCloseTo(1, 12);
    }
  });

  it("is algebraic for 2 degrees of freedom", () => {
    for (const t of [0.1, 1, 4.3, 20]) {
      const root = Math.sqrt(2 + t * t);
      expect(tCdf(-t, 2) / (1 / (root * (root + t)))).toBeCloseTo(1, 13);
      expect(tCdf(t, 2)).toBeCloseTo(0.5 + t / (2 * root), 15);
    }
  });

  it("has limits", () => {
    expect([tCdf(-Infinity, 3), tCdf(0, 3), tCdf(Infinity, 3)]).toEqual([0, 0.5, 1]);
    expect(tCdf(-1.5, Infinity)).toBe(normalCdf(-1.5));
    expect(tCdf(-1.5, 1e200) / normalCdf(-1.5)).toBeCloseTo(1, 13);
    expect(tCdf(NaN, 3)).toBeNaN();
    expect(tCdf(1, 0)).toBeNaN();
    expect(tCdf(1, NaN)).toBeNaN();
  });
});

describe("tQuantile", () => {
  it("gives the critical values of the printed tables", () => {
    expect(tQuantile(0.975, 1)).toBeCloseTo(12.706, 3);
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
    expect(tQuantile(0.95, 30)).toBeCloseTo(1.697, 3);
  });

  it("is a tangent for 1 degree of freedom", () => {
    for (const p of [1e-307, 1e-300, 1e-99, 1e-12, 0.01, 0.3]) {
      expect(tQuantile(p, 1) * Math.tan(Math.PI * p)).toBeCloseTo(-1, 12);
    }
  });

  it("has limits", () => {
    expect([tQuantile(0, 3), tQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    expect(Math.abs(tQuantile(0.5, 3))).toBe(0);
    expect(tQuantile(0.025, Infinity)).toBe(normalQuantile(0.025));
    for (const p of [-0.1, 1.1, NaN]) expect(tQuantile(p, 3)).toBeNaN();
    expect(tQuantile(0.5, 0)).toBeNaN();
  });
});
