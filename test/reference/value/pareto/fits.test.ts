import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitParetoNbd } from "../../../../src/value/fitParetoNbd.ts";

interface Fit {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  readonly standardErrors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly rows: readonly (readonly [frequency: number, recency: number, age: number, count: number])[];
}

// Made by fits.py, beside this file: scipy and mpmath, from the textbook form of the likelihood.
const { fits } = JSON.parse(readFileSync(new URL("./fixtures/fits.json", import.meta.url), "utf8")) as {
  readonly fits: readonly Fit[];
};

/** The largest relative difference of two lists of numbers. */
function difference(values: readonly (number | null)[], expected: readonly number[]): number {
  expect(values.length).toBe(expected.length);
  return expected.reduce((most, value, i) => Math.max(most, Math.abs((values[i] ?? NaN) / value - 1)), 0);
}

describe.each(fits)("a simulated set whose log-likelihood is $logLikelihood", (expected) => {
  const rows = expected.rows.map(([frequency, recency, age, count]) => ({ frequency, recency, age, count }));
  const fit = fitParetoNbd(rows);

  test("parameters to 1e-6, log-likelihood to 1e-8", () => {
    expect(difference(Object.values(fit.parameters), expected.parameters)).toBeLessThan(1e-6);
    expect(difference([fit.logLikelihood], [expected.logLikelihood])).toBeLessThan(1e-8);
  });

  test("standard errors and covariances to 1e-4", () => {
    expect(difference(Object.values(fit.standardErrors), expected.standardErrors)).toBeLessThan(1e-4);
    expect(difference(fit.covariance.flat(), expected.covariance.flat())).toBeLessThan(1e-4);
  });
});

test("the first of them is a flat ridge, and its record says so", () => {
  const rows = (fits[0] as Fit).rows.map(([frequency, recency, age, count]) => ({
    frequency,
    recency,
    age,
    count,
  }));
  expect(fitParetoNbd(rows).reason).toBe(
    "s and beta are hardly identified, only their ratio: s / beta = 0.0297893",
  );
  expect(2.0258382599855422 / 68.00557751825332).toBeCloseTo(0.0297893, 7);
});
