import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bgBbModel } from "../../../src/value/bgBbModel.ts";

const size = fc.double({ min: -7, max: 7, noNaN: true }).map(Math.exp);
const THETA: fc.Arbitrary<number[]> = fc.array(size, { minLength: 4, maxLength: 4 });
const PAST = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30))
  .map(([x, more, silence]) => [x, x === 0 ? 0 : x + more, (x === 0 ? 0 : x + more) + silence] as const);

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

describe("laws of BG/BB", () => {
  test("the probabilities of all pasts are one", () => {
    fc.assert(
      fc.property(THETA, fc.nat(12), (theta, n) => {
        let total = Math.exp(bgBbModel.logLikelihood(theta, 0, 0, n));
        for (let tx = 1; tx <= n; tx++)
          for (let x = 1; x <= tx; x++)
            total += choose(tx - 1, x - 1) * Math.exp(bgBbModel.logLikelihood(theta, x, tx, n));
        expect(total).toBeCloseTo(1, 11);
      }),
    );
  });

  test("the probabilities of all counts are one, and their mean is what is expected", () => {
    fc.assert(
      fc.property(THETA, fc.nat(200), (theta, n) => {
        const probabilities = new Float64Array(n + 3);
        bgBbModel.purchaseCounts(theta, n, probabilities);
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
        const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0);
        const expected = bgBbModel.newCustomerPurchases(theta, n);
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, expected));
      }),
    );
  });

  test("expected purchases go to 0 with the horizon, rise with it, and by less each time", () => {
    fc.assert(
      fc.property(THETA, PAST, (theta, [x, tx, n]) => {
        const horizons = [0, 1, 2, 3, 10, 1000, 100_000];
        const expected = horizons.map((horizon) => bgBbModel.expectedPurchases(theta, x, tx, n, horizon));
        expect(expected[0]).toBe(0);
        for (let i = 1; i < expected.length; i++) {
          expect(expected[i]).toBeGreaterThanOrEqual(expected[i - 1] as number);
          expect(expected[i]).toBeLessThanOrEqual(horizons[i] as number);
        }
        const [none = 0, one = 0, two = 0, three = 0] = expected;
        expect(two - one).toBeLessThanOrEqual((one - none) * (1 + 1e-12));
        expect(three - two).toBeLessThanOrEqual((two - one) * (1 + 1e-9));
      }),
    );
  });

  test("P(alive) is a probability, and falls as silence grows", () => {
    fc.assert(
      fc.property(THETA, PAST, (theta, [x, tx, n]) => {
        const now = bgBbModel.probabilityAlive(theta, x, tx, n);
        const later = bgBbModel.probabilityAlive(theta, x, tx, n + 1);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(now * (1 + 1e-12));
        if (x > 0) expect(now).toBeLessThanOrEqual(bgBbModel.probabilityAlive(theta, x, n, n) * (1 + 1e-12));
      }),
    );
  });

  test("discounting takes value away: all of it in the end, none at a rate of 0", () => {
    fc.assert(
      fc.property(THETA, PAST, fc.nat(400), (theta, [x, tx, n], horizon) => {
        const value = (rate: number, until = horizon): number =>
          bgBbModel.discountedPurchases(theta, x, tx, n, rate, until);
        expect(value(0)).toBe(bgBbModel.expectedPurchases(theta, x, tx, n, horizon));
        expect(value(0.1)).toBeLessThanOrEqual(value(0.01));
        expect(value(0.01)).toBeLessThanOrEqual(value(0.01, Infinity) * (1 + 1e-11));
        expect(value(1e9)).toBeLessThanOrEqual(horizon * 1e-9);
      }),
    );
  });

  test("as gamma goes to 0 nobody leaves", () => {
    fc.assert(
      fc.property(THETA, PAST, ([alpha = 1, beta = 1, , delta = 1], [x, tx, n]) => {
        const [near, there] = [
          [alpha, beta, 1e-13 * delta, delta],
          [alpha, beta, 0, delta],
        ];
        const expected = bgBbModel.expectedPurchases(there, x, tx, n, 7);
        // Not so where beta is so small that a single silent opportunity is next to impossible.
        const odds = Math.exp(
          bgBbModel.logLikelihood(there, x, tx, n) - bgBbModel.logLikelihood(there, x, tx, tx),
        );
        if (odds > 1e-3) {
          expect(Math.abs(bgBbModel.expectedPurchases(near, x, tx, n, 7) - expected)).toBeLessThan(1e-6);
          expect(bgBbModel.probabilityAlive(near, x, tx, n)).toBeCloseTo(1, 6);
        }
      }),
    );
  });
});
