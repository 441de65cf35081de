import fc from "fast-check";
import { expect, it } from "vitest";
import { countedMoments } from "../../../src/math/moments.ts";
import { apart } from "./arguments.ts";

const values = fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 40 });
const wild = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 });
const counted = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 1,
  maxLength: 20,
});

it("does not depend on the order", () => {
  fc.assert(
    fc.property(values, (xs) => {
      const [forwards, backwards] = [countedMoments(xs), countedMoments([...xs].reverse())];
      expect(apart(forwards.mean, backwards.mean)).toBeLessThanOrEqual(1e-15);
      expect(apart(forwards.sumOfSquares, backwards.sumOfSquares)).toBeLessThanOrEqual(1e-15);
    }),
  );
});

it("takes a count for that many observations", () => {
  fc.assert(
    fc.property(counted, (pairs) => {
      const repeated = countedMoments(pairs.flatMap(([value, count]) => Array<number>(count).fill(value)));
      const tallied = countedMoments(
        pairs.map(([value]) => value),
        pairs.map(([, count]) => count),
      );
      expect(tallied.n).toBe(repeated.n);
      expect(tallied.mean).toBe(repeated.mean);
      expect(apart(tallied.sumOfSquares, repeated.sumOfSquares)).toBeLessThanOrEqual(1e-15);
      // The cubes cancel, so their error is one of the largest possible term, not of the sum.
      const error = Math.abs(tallied.sumOfCubes - repeated.sumOfCubes);
      expect(error).toBeLessThanOrEqual(1e-15 * tallied.n * 200 ** 3);
    }),
  );
});

it("has a mean within the values, whatever their size, and squares that are numbers", () => {
  fc.assert(
    fc.property(wild, (xs) => {
      const { mean, sumOfSquares, sumOfCubes } = countedMoments(xs);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(mean).toBeLessThanOrEqual(Math.max(...xs));
      expect(sumOfSquares).toBeGreaterThanOrEqual(0);
      expect(sumOfCubes).not.toBeNaN();
    }),
    { numRuns: 1000 },
  );
});
