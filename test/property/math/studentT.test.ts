import fc from "fast-check";
import { expect, it } from "vitest";
import { normalQuantile } from "../../../src/math/normal.ts";
import { tCdf, tQuantile } from "../../../src/math/studentT.ts";
import { apart, magnitude, probability } from "./arguments.ts";

const df = magnitude(1, 1e6);

it("comes back from p through t to p", () => {
  fc.assert(
    fc.property(magnitude(1e-250, 0.49), df, (p, freedom) => {
      expect(apart(tCdf(tQuantile(p, freedom), freedom), p)).toBeLessThanOrEqual(2e-12);
    }),
    { numRuns: 500 },
  );
});

it("is symmetric", () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), df, (t, freedom) => {
      expect(tCdf(t, freedom) + tCdf(-t, freedom)).toBeCloseTo(1, 15);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), df, (k, freedom) => {
      const p = k / 2 ** 30;
      expect(tQuantile(1 - p, freedom)).toBe(-tQuantile(p, freedom));
    }),
  );
});

it("has wider tails than the normal, and the wider the fewer the degrees of freedom", () => {
  fc.assert(
    fc.property(magnitude(1e-100, 0.49), df, magnitude(0.01, 10), (p, freedom, more) => {
      const few = tQuantile(p, freedom);
      const many = tQuantile(p, freedom * (1 + more));
      expect(few).toBeLessThan(many * (1 - 1e-12));
      expect(many).toBeLessThan(normalQuantile(p) * (1 - 1e-12));
    }),
  );
});

it("never falls where its argument rises by more than its error", () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), df, magnitude(1e-9, 1), (t, freedom, step) => {
      expect(tCdf(t + step, freedom)).toBeGreaterThanOrEqual(tCdf(t, freedom) * (1 - 1e-12));
    }),
  );
  fc.assert(
    fc.property(probability, df, magnitude(1e-9, 1), (p, freedom, step) => {
      const here = tQuantile(p, freedom);
      const next = tQuantile(Math.min(1, p * (1 + step)), freedom);
      expect(next).toBeGreaterThanOrEqual(here - Math.abs(here) * 1e-12);
    }),
  );
});
