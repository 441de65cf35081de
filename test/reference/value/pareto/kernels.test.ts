import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { paretoNbdModel as model } from "../../../../src/value/paretoNbdModel.ts";

// Values with 40 digits by kernels.py, beside this file. Required: 1e-10 relative, for logarithms relative to at least 1.
const REQUIRED = 1e-10;

interface Part<Row> {
  readonly rows: readonly Row[];
}
type Theta = readonly [r: number, alpha: number, s: number, beta: number];
interface Fixture {
  readonly customers: Part<
    [
      ...theta: Theta,
      x: number,
      tx: number,
      T: number,
      horizon: number,
      logLikelihood: number,
      alive: number,
      purchases: number,
    ]
  >;
  readonly discounted: Part<
    [...theta: Theta, x: number, tx: number, T: number, rate: number, horizon: number | null, worth: number]
  >;
  readonly newCustomers: Part<[...theta: Theta, horizon: number, purchases: number]>;
  readonly counts: Part<[...theta: Theta, horizon: number, k: number, probability: number]>;
}

const fixture: Fixture = JSON.parse(
  readFileSync(new URL("./fixtures/kernels.json", import.meta.url), "utf8"),
) as Fixture;

function expectClose(value: number, expected: number, row: readonly unknown[], least = 0): void {
  const error = Math.abs(value - expected) / Math.max(least, Math.abs(expected));
  expect(value === expected || error <= REQUIRED, `${row.join(" ")}: ${value}, error ${error}`).toBe(true);
}

describe("the Pareto/NBD formulas agree with mpmath to 1e-10", () => {
  test("log-likelihood, P(alive) and expected purchases of customers", () => {
    expect(fixture.customers.rows.length).toBeGreaterThan(100);
    for (const row of fixture.customers.rows) {
      const [r, alpha, s, beta, x, tx, T, horizon, logLikelihood, alive, purchases] = row;
      const theta = [r, alpha, s, beta];
      expectClose(model.logLikelihood(theta, x, tx, T), logLikelihood, row, 1);
      expectClose(model.probabilityAlive(theta, x, tx, T), alive, row);
      expectClose(model.expectedPurchases(theta, x, tx, T, horizon), purchases, row);
    }
  });

  test("discounted expected purchases, the infinite horizon too", () => {
    expect(fixture.discounted.rows.length).toBeGreaterThan(100);
    for (const row of fixture.discounted.rows) {
      const [r, alpha, s, beta, x, tx, T, rate, horizon, worth] = row;
      expectClose(
        model.discountedPurchases([r, alpha, s, beta], x, tx, T, rate, horizon ?? Infinity),
        worth,
        row,
      );
    }
  });

  test("purchases of a new customer, and their distribution", () => {
    for (const row of fixture.newCustomers.rows) {
      const [r, alpha, s, beta, horizon, purchases] = row;
      expectClose(model.newCustomerPurchases([r, alpha, s, beta], horizon), purchases, row);
    }
    expect(fixture.counts.rows.length).toBeGreaterThan(100);
    for (const row of fixture.counts.rows) {
      const [r, alpha, s, beta, horizon, k, probability] = row;
      const probabilities = new Float64Array(k + 1);
      model.purchaseCounts([r, alpha, s, beta], horizon, probabilities);
      expectClose(probabilities[k] as number, probability, row);
    }
  });
});
