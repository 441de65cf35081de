import fc from "fast-check";
import { expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../../src/math/normal.ts";
import { apart, magnitude, probability } from "./arguments.ts";

const z = fc.double({ min: -37, max: 8, noNaN: true });

it("comes back from p through z to p", () => {
  fc.assert(
    fc.property(magnitude(1e-300, 0.5), (p) => {
      // An error of one bit in z is z^2 bits of the tail.
      const round = normalCdf(normalQuantile(p));
      expect(apart(round, p)).toBeLessThanOrEqual(1e-15 * (2 + normalQuantile(p) ** 2));
    }),
  );
});

it("is symmetric", () => {
  fc.assert(
    fc.property(z, (x) => {
      expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (k) => {
      const p = k / 2 ** 30;
      expect(normalQuantile(1 - p)).toBe(-normalQuantile(p) + 0);
    }),
  );
});

it("never falls where its argument rises", () => {
  fc.assert(
    fc.property(z, magnitude(1e-10, 1), (x, step) => {
      expect(normalCdf(x + step)).toBeGreaterThanOrEqual(normalCdf(x));
    }),
  );
  fc.assert(
    fc.property(probability, magnitude(1e-10, 1), (p, step) => {
      expect(normalQuantile(Math.min(1, p * (1 + step)))).toBeGreaterThanOrEqual(normalQuantile(p));
    }),
  );
});
