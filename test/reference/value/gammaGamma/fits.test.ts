import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitGammaGamma, type GammaGammaFit } from "../../../../src/index.ts";
import fixture from "./fixtures/fits.json" with { type: "json" };

const CDNOW = "../shared/data/cdnow-customers.csv";

function expectRelative(
  own: number | null | undefined,
  expected: number | undefined,
  tolerance: number,
): void {
  expect(Math.abs((own ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(tolerance);
}

interface Expected {
  readonly parameters: readonly number[];
  readonly standardErrors: readonly number[];
  readonly logLikelihood: number;
}

function expectFit(fit: GammaGammaFit, expected: Expected): void {
  expect(fit).toMatchObject({ converged: true, boundary: null, reason: null });
  (["p", "q", "v"] as const).forEach((name, i) => {
    expectRelative(fit.parameters[name], expected.parameters[i], 1e-6);
    expectRelative(fit.standardErrors[name], expected.standardErrors[i], 1e-4);
  });
  expectRelative(fit.logLikelihood, expected.logLikelihood, 1e-8);
}

describe(`against scipy (${fixture.madeBy})`, () => {
  test.each(fixture.fits)("simulated customers, seed $seed", ({ x, m, covariance, ...expected }) => {
    const fit = fitGammaGamma(x.map((frequency, i) => ({ frequency, monetaryValue: m[i] ?? null })));
    expectFit(fit, expected);
    covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        expectRelative(fit.covariance[i]?.[j], value, 1e-4);
      });
    });
  });
});

// Polished with Newton's method; three further programs agree to their tolerances. Published: 6.25, 3.74, 15.44
// (Fader & Hardie 2013).
test.skipIf(!existsSync(CDNOW))("the 946 repeat customers of CDNOW", () => {
  const rows = readFileSync(CDNOW, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number))
    .map(([, frequency = Number.NaN, , , monetaryValue]) => ({ frequency, monetaryValue }));
  const fit = fitGammaGamma(rows);
  expect(fit.n).toBe(946);
  expectFit(fit, {
    parameters: [6.2488024613, 3.7445884596, 15.447748114],
    standardErrors: [1.1896867, 0.2901657, 4.1599933],
    logLikelihood: -4055.9232435,
  });
});
