import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../../../src/stats/random.ts";
import { bgNbdModel } from "../../../src/value/bgNbdModel.ts";
import { mbgNbdModel } from "../../../src/value/mbgNbdModel.ts";
import { nbdModel } from "../../../src/value/nbdModel.ts";
import { simulated } from "./simulated.ts";

const positive = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);

const THETA = fc.tuple(positive(0.05, 20), positive(0.1, 100), positive(0.01, 20), positive(0.01, 20));
const PAST = fc
  .tuple(fc.integer({ min: 0, max: 60 }), positive(0.1, 200), fc.double({ min: 0.01, max: 1, noNaN: true }))
  .map(([x, T, share]) => ({ x, T, tx: x === 0 ? 0 : share * T }));
const HORIZON = positive(0.001, 10_000);
const SLACK = 1 + 1e-10;

describe.each([nbdModel, bgNbdModel, mbgNbdModel])("$model", (model) => {
  test("P(alive) is a probability, which falls as silence grows", () => {
    fc.assert(
      fc.property(THETA, PAST, positive(0.01, 100), (theta, { x, tx, T }, more) => {
        const alive = model.probabilityAlive(theta, x, tx, T);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(model.probabilityAlive(theta, x, tx, T + more)).toBeLessThanOrEqual(alive * SLACK);
      }),
    );
  });

  test("expected purchases go to 0 with the horizon, rise with it, and fall as silence grows", () => {
    fc.assert(
      fc.property(THETA, PAST, HORIZON, positive(0.01, 100), (theta, { x, tx, T }, horizon, more) => {
        const expected = model.expectedPurchases(theta, x, tx, T, horizon);
        expect(model.expectedPurchases(theta, x, tx, T, 0)).toBe(0);
        expect(model.expectedPurchases(theta, x, tx, T, 2 * horizon)).toBeGreaterThanOrEqual(
          expected / SLACK,
        );
        expect(model.expectedPurchases(theta, x, tx, T + more, horizon)).toBeLessThanOrEqual(
          expected * SLACK,
        );
        const small = (model.probabilityAlive(theta, x, tx, T) * (theta[0] + x) * 1e-9) / (theta[1] + T);
        expect(Math.abs(model.expectedPurchases(theta, x, tx, T, 1e-9) - small)).toBeLessThanOrEqual(
          1e-6 * small,
        );
      }),
    );
  });

  test("discounting takes something away; at rate 0, nothing", () => {
    fc.assert(
      fc.property(THETA, PAST, HORIZON, positive(1e-4, 1), (theta, { x, tx, T }, horizon, rate) => {
        const expected = model.expectedPurchases(theta, x, tx, T, horizon);
        const discounted = model.discountedPurchases(theta, x, tx, T, rate, horizon);
        expect(model.discountedPurchases(theta, x, tx, T, 0, horizon)).toBe(expected);
        expect(discounted).toBeLessThanOrEqual(expected * SLACK);
        expect(discounted).toBeGreaterThanOrEqual((expected * (1 + rate) ** -horizon) / SLACK);
        expect(model.discountedPurchases(theta, x, tx, T, rate, Infinity)).toBeGreaterThanOrEqual(
          discounted / SLACK,
        );
      }),
      { numRuns: 50 },
    );
  });

  test("probabilities of counts sum to one, and their mean is what a new customer is expected to buy", () => {
    fc.assert(
      fc.property(THETA, positive(0.01, 20), (theta, w) => {
        // So many that less than 1e-9 is left, even of the mean: (w / (1 + w))^most is tiny.
        const most = Math.ceil(30 * (1 + w) * (1 + theta[0]));
        const probabilities = new Float64Array(most + 1);
        model.purchaseCounts(theta, w * theta[1], probabilities);
        let [sum, mean] = [0, 0];
        probabilities.forEach((probability, k) => {
          sum += probability;
          mean += k * probability;
        });
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
        const expected = model.newCustomerPurchases(theta, w * theta[1]);
        expect(Math.abs(mean - expected)).toBeLessThan(1e-8 * (1 + expected));
      }),
      { numRuns: 50 },
    );
  });

  test("a unit of time that is c times smaller moves the log-likelihood by -x log c, and no answer", () => {
    fc.assert(
      fc.property(THETA, PAST, HORIZON, positive(0.01, 100), (theta, { x, tx, T }, horizon, c) => {
        const [r, alpha, a, b] = theta;
        const scaled = [r, c * alpha, a, b];
        const moved = model.logLikelihood(scaled, x, c * tx, c * T) + x * Math.log(c);
        const own = model.logLikelihood(theta, x, tx, T);
        expect(Math.abs(moved - own)).toBeLessThan(1e-10 * (1 + Math.abs(own) + x * 10));
        const answer = model.expectedPurchases(theta, x, tx, T, horizon);
        const other = model.expectedPurchases(scaled, x, c * tx, c * T, c * horizon);
        expect(Math.abs(other - answer)).toBeLessThanOrEqual(1e-9 * answer);
      }),
    );
  });
});

test("the MBG/NBD's P(alive) is at most the BG/NBD's for one-time buyers", () => {
  fc.assert(
    fc.property(THETA, positive(0.1, 200), (theta, T) => {
      expect(bgNbdModel.probabilityAlive(theta, 0, 0, T)).toBe(1);
      expect(mbgNbdModel.probabilityAlive(theta, 0, 0, T)).toBeLessThan(1);
    }),
  );
});

test.each([bgNbdModel, mbgNbdModel])("$model tends to the NBD as a goes to 0", (model) => {
  fc.assert(
    fc.property(THETA, PAST, HORIZON, ([r, alpha, , b], { x, tx, T }, horizon) => {
      for (const [a, digits] of [
        [1e-13, 1e-6],
        [0, 1e-10],
      ] as const) {
        // With a long silence even a tiny a matters: those are left to a = 0.
        if (a > 0 && (r + x) * Math.log((alpha + T) / (alpha + tx)) > 10) continue;
        const near = (value: number, expected: number): void =>
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(digits * Math.max(1, Math.abs(expected)));
        const [theta, nbd] = [
          [r, alpha, a, b],
          [r, alpha],
        ];
        near(model.logLikelihood(theta, x, tx, T), nbdModel.logLikelihood(nbd, x, tx, T));
        near(model.probabilityAlive(theta, x, tx, T), 1);
        near(
          model.expectedPurchases(theta, x, tx, T, horizon) /
            nbdModel.expectedPurchases(nbd, x, tx, T, horizon),
          1,
        );
        near(model.newCustomerPurchases(theta, horizon) / nbdModel.newCustomerPurchases(nbd, horizon), 1);
      }
    }),
  );
});

// What the formulas of the posterior say, against customers who are simulated from the story alone.
test.each([
  [bgNbdModel, [0.8, 5, 1.2, 2.5], 1],
  [mbgNbdModel, [0.8, 5, 1.2, 2.5], 0],
  [mbgNbdModel, [1.5, 9, 0.7, 1.1], 1],
] as const)(
  "%o: P(alive) and purchases to come of simulated customers with a certain past",
  (model, theta, x) => {
    const customers = simulated(model.model, theta, 60_000, [8, 8], 3, 20).filter(
      (one) => one.frequency === x,
    );
    const mean = (of: (one: (typeof customers)[number]) => number): number =>
      customers.reduce((sum, one) => sum + of(one), 0) / customers.length;
    expect(customers.length).toBeGreaterThan(5000);
    const near = (difference: (one: (typeof customers)[number]) => number): void => {
      const error = Math.sqrt(mean((one) => difference(one) ** 2) / customers.length);
      expect(Math.abs(mean(difference))).toBeLessThan(4 * error);
    };
    near(({ alive, recency }) => Number(alive) - model.probabilityAlive(theta, x, recency, 8));
    near(({ future, recency }) => future - model.expectedPurchases(theta, x, recency, 8, 20));
    const uniform = seededUniform(9);
    near(({ recency }) => {
      const drawn = model.drawPurchases(theta, x, recency, 8, 20, uniform);
      return drawn - model.expectedPurchases(theta, x, recency, 8, 20);
    });
  },
);
