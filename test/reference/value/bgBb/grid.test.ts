import { describe, expect, test } from "vitest";
import { bgBbModel } from "../../../../src/value/bgBbModel.ts";
import fixture from "./fixtures/grid.json" with { type: "json" };

// Three probabilities are below what a double can hold.
const close = (own: number, expected: number): boolean =>
  expected < 1e-300 ? own >= 0 && own < 1e-300 : Math.abs(own / expected - 1) <= 1e-10;

describe(`BG/BB on ${fixture.customers.length} customers (${fixture.madeBy})`, () => {
  const far = (agrees: (row: (typeof fixture.customers)[number]) => boolean): unknown[] =>
    fixture.customers.filter((row) => !agrees(row));

  test("log-likelihood, relative to at least 1", () => {
    const agrees = ({ theta, x, tx, n, logLikelihood }: (typeof fixture.customers)[number]): boolean => {
      const own = bgBbModel.logLikelihood(theta, x, tx, n);
      return Math.abs(own - logLikelihood) <= 1e-10 * Math.max(1, Math.abs(logLikelihood));
    };
    expect(far(agrees)).toEqual([]);
  });

  test("P(alive)", () => {
    expect(
      far(({ theta, x, tx, n, alive }) => close(bgBbModel.probabilityAlive(theta, x, tx, n), alive)),
    ).toEqual([]);
  });

  test("expected purchases", () => {
    expect(
      far(({ theta, x, tx, n, horizon, expected }) =>
        close(bgBbModel.expectedPurchases(theta, x, tx, n, horizon), expected),
      ),
    ).toEqual([]);
  });

  test("discounted purchases, of at most 300 opportunities", () => {
    expect(
      far(({ theta, x, tx, n, horizon, rate, discounted }) =>
        close(bgBbModel.discountedPurchases(theta, x, tx, n, rate, Math.min(horizon, 300)), discounted),
      ),
    ).toEqual([]);
  });

  test("discounted purchases, of all opportunities to come", () => {
    expect(
      far(
        ({ theta, x, tx, n, rate, residual }) =>
          residual === null ||
          close(bgBbModel.discountedPurchases(theta, x, tx, n, rate, Infinity), residual),
      ),
    ).toEqual([]);
  });

  test("purchases of a new customer", () => {
    expect(
      far(({ theta, horizon, ofNew }) => close(bgBbModel.newCustomerPurchases(theta, horizon), ofNew)),
    ).toEqual([]);
  });
});

test(`${fixture.counts.length} probabilities of a count`, () => {
  const probabilities = new Float64Array(1502);
  const far = fixture.counts.filter(({ theta, n, k, probability }) => {
    bgBbModel.purchaseCounts(theta, n, probabilities);
    return !close(probabilities[k] ?? Number.NaN, probability);
  });
  expect(far).toEqual([]);
});
