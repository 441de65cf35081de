import fc from "fast-check";
import { expect, it } from "vitest";
import { gammaCdf, gammaQuantile } from "../../../src/math/gamma.ts";
import { gammaLogDensity, gammaTails, lowerGamma, upperGamma } from "../../../src/math/incompleteGamma.ts";
import { logGamma } from "../../../src/math/logGamma.ts";
import { apart, magnitude, probability } from "./arguments.ts";

const ordinary = magnitude(0.5, 1000);
const any = magnitude(0.01, 1e5);

it("comes back from p through the quantile to p, as far as doubles allow", () => {
  fc.assert(
    fc.property(probability, any, (p, shape) => {
      const x = gammaQuantile(p, shape);
      if (x < 1e-290) return;
      const { lower, upper } = gammaTails(x, shape);
      const density = gammaLogDensity(x, shape);
      // Half a bit of x moves the tail by density / tail bits.
      if (p <= 0.5) expect(apart(lower, p)).toBeLessThanOrEqual(1e-11 + (1e-15 * density) / lower);
      else expect(apart(upper, 1 - p)).toBeLessThanOrEqual(1e-11 + (1e-15 * density) / upper);
    }),
    { numRuns: 500 },
  );
});

it("has tails that add to 1", () => {
  fc.assert(
    fc.property(any, magnitude(1e-6, 2e5), (a, x) => {
      expect(lowerGamma(a, x) + upperGamma(a, x)).toBeCloseTo(1, 15);
    }),
  );
});

it("steps down: P(a, x) - P(a + 1, x) = x^a e^-x / Gamma(a + 1)", () => {
  fc.assert(
    fc.property(ordinary, magnitude(1e-3, 2000), (a, x) => {
      const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
      expect(lowerGamma(a, x) - lowerGamma(a + 1, x)).toBeCloseTo(step, 11);
    }),
  );
});

it("never falls where its argument rises by more than its error", () => {
  fc.assert(
    fc.property(magnitude(1e-100, 1e6), any, magnitude(1e-9, 1), (x, shape, step) => {
      const here = gammaCdf(x, shape);
      expect(gammaCdf(x * (1 + step), shape)).toBeGreaterThanOrEqual(here * (1 - 1e-12));
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(probability, any, magnitude(1e-9, 1), (p, shape, step) => {
      const next = gammaQuantile(Math.min(1, p * (1 + step)), shape);
      expect(next).toBeGreaterThanOrEqual(gammaQuantile(p, shape) * (1 - 1e-12));
    }),
    { numRuns: 500 },
  );
});
