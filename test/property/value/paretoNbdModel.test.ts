import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nbdModel } from "../../../src/value/nbdModel.ts";
import { paretoNbdModel as model } from "../../../src/value/paretoNbdModel.ts";

const logUniform = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

const THETA = fc.tuple(
  logUniform(0.01, 100),
  logUniform(1e-3, 1e5),
  logUniform(0.01, 100),
  logUniform(1e-3, 1e5),
);
const HISTORY = fc
  .tuple(fc.nat(300), logUniform(0.01, 1000), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([x, T, share]) => [x, x === 0 ? 0 : share * T, T] as const);
const HORIZON = logUniform(1e-3, 1e4);
// What the formulas lose to rounding.
const SLACK = 1 + 1e-10;

describe("laws of the Pareto/NBD formulas", () => {
  test("P(alive) is a probability and falls as silence grows", () => {
    fc.assert(
      fc.property(THETA, HISTORY, logUniform(0.01, 1000), (theta, [x, tx, T], more) => {
        const now = model.probabilityAlive(theta, x, tx, T);
        const later = model.probabilityAlive(theta, x, tx, T + more);
        expect(now >= 0 && now <= 1).toBe(true);
        expect(later).toBeLessThanOrEqual(now * SLACK);
      }),
    );
  });

  test("expected purchases rise with the horizon, go to 0 with it, and fall as silence grows", () => {
    fc.assert(
      fc.property(THETA, HISTORY, HORIZON, HORIZON, (theta, [x, tx, T], horizon, more) => {
        const expected = model.expectedPurchases(theta, x, tx, T, horizon);
        expect(model.expectedPurchases(theta, x, tx, T, horizon + more) * SLACK).toBeGreaterThanOrEqual(
          expected,
        );
        const rate = (model.probabilityAlive(theta, x, tx, T) * (theta[0] + x)) / (theta[1] + T);
        expect(model.expectedPurchases(theta, x, tx, T, 1e-9)).toBeLessThanOrEqual(rate * 1e-9 * SLACK);
        expect(model.expectedPurchases(theta, x, tx, T, 0)).toBe(0);
        expect(model.expectedPurchases(theta, x, tx, T + more, horizon)).toBeLessThanOrEqual(
          expected * SLACK,
        );
      }),
    );
  });

  test("a discount takes something off, more at a higher rate, and a longer horizon adds", () => {
    fc.assert(
      fc.property(THETA, HISTORY, HORIZON, logUniform(1e-6, 10), (theta, [x, tx, T], horizon, rate) => {
        const worth = (d: number, h: number): number => model.discountedPurchases(theta, x, tx, T, d, h);
        const plain = model.expectedPurchases(theta, x, tx, T, horizon);
        expect(worth(rate, horizon)).toBeLessThanOrEqual(plain * SLACK);
        expect(worth(2 * rate, horizon)).toBeLessThanOrEqual(worth(rate, horizon) * SLACK);
        expect(worth(rate, horizon)).toBeLessThanOrEqual(worth(rate, Infinity) * SLACK);
      }),
    );
  });

  test("time has no unit", () => {
    fc.assert(
      fc.property(THETA, HISTORY, HORIZON, logUniform(1e-2, 1e2), (theta, [x, tx, T], horizon, c) => {
        const [r, alpha, s, beta] = theta;
        const scaled = [r, c * alpha, s, c * beta];
        const logLikelihood = model.logLikelihood(theta, x, tx, T) - x * Math.log(c);
        const error = model.logLikelihood(scaled, x, c * tx, c * T) - logLikelihood;
        expect(Math.abs(error)).toBeLessThan(1e-10 * Math.max(1, Math.abs(logLikelihood)) + 1e-12 * x);
        const expected = model.expectedPurchases(theta, x, tx, T, horizon);
        const other = model.expectedPurchases(scaled, x, c * tx, c * T, c * horizon);
        expect(Math.abs(other - expected)).toBeLessThanOrEqual(1e-9 * expected);
      }),
    );
  });

  test("probabilities of counts sum to one, and their mean is the expectation", () => {
    const calm = fc.tuple(
      logUniform(0.5, 20),
      logUniform(5, 100),
      logUniform(0.05, 20),
      logUniform(0.1, 1e3),
    );
    fc.assert(
      fc.property(calm, logUniform(0.01, 5), (theta, horizon) => {
        const counts = new Float64Array(300);
        model.purchaseCounts(theta, horizon, counts);
        expect(counts.every((p) => p >= 0)).toBe(true);
        const sum = counts.reduce((total, p) => total + p, 0);
        const mean = counts.reduce((total, p, k) => total + k * p, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-10);
        expect(Math.abs(mean / model.newCustomerPurchases(theta, horizon) - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test("tends to the NBD as s goes to 0", () => {
    fc.assert(
      fc.property(THETA, HISTORY, HORIZON, ([r, alpha, , beta], [x, tx, T], horizon) => {
        const nbd = [r, alpha];
        const loss = (s: number): number =>
          Math.abs(
            model.logLikelihood([r, alpha, s, beta], x, tx, T) - nbdModel.logLikelihood(nbd, x, tx, T),
          );
        // P(alive) stays below 1 where somebody with a high rate has been silent for long, until s is very small.
        const small = 1e-3 * model.probabilityAlive([r, alpha, 1e-3, beta], x, tx, T);
        fc.pre(small > 1e-6);
        expect(loss(small * 1e-3)).toBeLessThanOrEqual(loss(small) + 1e-9);
        expect(loss(small * 1e-6)).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(nbdModel.logLikelihood(nbd, x, tx, T))),
        );
        const expected = model.newCustomerPurchases([r, alpha, 1e-12, beta], horizon);
        expect(Math.abs(expected / nbdModel.newCustomerPurchases(nbd, horizon) - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});
