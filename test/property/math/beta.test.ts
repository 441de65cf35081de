import fc from "fast-check";
import { expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/math/beta.ts";
import { betaLogitDensity, betaTails, incompleteBeta } from "../../../src/math/incompleteBeta.ts";
import { apart, magnitude, probability } from "./arguments.ts";

const ordinary = magnitude(0.5, 1000);
const any = magnitude(0.01, 1e5);
const x = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

it("comes back from p through the quantile to p, as far as doubles allow", () => {
  fc.assert(
    fc.property(probability, any, any, (p, a, b) => {
      const q = betaQuantile(p, a, b);
      if (q < 1e-290 || q > 0.5) return;
      const { lower, upper } = betaTails(q, 1 - q, a, b);
      const density = betaLogitDensity(q, 1 - q, a, b) / (1 - q);
      // Half a bit of q moves the tail by density / tail bits.
      if (p <= 0.5) expect(apart(lower, p)).toBeLessThanOrEqual(1e-11 + (1e-15 * density) / lower);
      else expect(apart(upper, 1 - p)).toBeLessThanOrEqual(1e-11 + (1e-15 * density) / upper);
    }),
    { numRuns: 500 },
  );
});

it("mirrors: I_x(a, b) + I_(1 - x)(b, a) = 1", () => {
  fc.assert(
    fc.property(x, ordinary, ordinary, (at, a, b) => {
      // Where at is below 1/2, 1 - at is rounded, so the mirror image starts from 1 - at.
      const y = 1 - at;
      expect(incompleteBeta(1 - y, a, b) + incompleteBeta(y, b, a)).toBeCloseTo(1, 13);
    }),
  );
});

it("mirrors: the quantiles of p and 1 - p, with a and b swapped, add to 1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), ordinary, ordinary, (k, a, b) => {
      const p = k / 2 ** 30;
      expect(betaQuantile(p, a, b) + betaQuantile(1 - p, b, a)).toBeCloseTo(1, 14);
    }),
  );
});

it("steps down: I_x(a, b) - I_x(a + 1, b) = x^a (1 - x)^b / (a B(a, b))", () => {
  fc.assert(
    fc.property(x, ordinary, ordinary, (at, a, b) => {
      const step = betaLogitDensity(at, 1 - at, a, b) / a;
      expect(incompleteBeta(at, a, b) - incompleteBeta(at, a + 1, b)).toBeCloseTo(step, 13);
    }),
  );
});

it("never falls where its argument rises by more than its error", () => {
  fc.assert(
    fc.property(x, any, any, magnitude(1e-9, 1), (at, a, b, step) => {
      const next = Math.min(1, at * (1 + step));
      expect(betaCdf(next, a, b)).toBeGreaterThanOrEqual(betaCdf(at, a, b) * (1 - 1e-12));
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(probability, any, any, magnitude(1e-9, 1), (p, a, b, step) => {
      const next = Math.min(1, p * (1 + step));
      expect(betaQuantile(next, a, b)).toBeGreaterThanOrEqual(betaQuantile(p, a, b) * (1 - 1e-12));
    }),
    { numRuns: 500 },
  );
});

it("stays within [0, 1]", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), any, any, (p, a, b) => {
      for (const value of [betaCdf(p, a, b), betaQuantile(p, a, b)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});
