import { describe, expect, test } from "vitest";
import { type BgBbFit, fitBgBb } from "../../../../src/index.ts";
import { bgBbModel } from "../../../../src/value/bgBbModel.ts";
import { DONORS, PREDICTED } from "./donations.ts";
import fixture from "./fixtures/fits.json" with { type: "json" };

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;

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

function expectFit(fit: BgBbFit, expected: Expected): void {
  expect(fit).toMatchObject({ converged: true, boundary: null, reason: null });
  NAMES.forEach((name, i) => {
    expectRelative(fit.parameters[name], expected.parameters[i], 1e-6);
    expectRelative(fit.standardErrors[name], expected.standardErrors[i], 1e-4);
  });
  expectRelative(fit.logLikelihood, expected.logLikelihood, 1e-8);
}

describe(`against scipy and mpmath (${fixture.madeBy})`, () => {
  test.each(fixture.fits)("simulated customers, seed $seed", ({ rows, covariance, ...expected }) => {
    const customers = rows.map(([frequency = 0, recency = 0, age = 0, count = 0]) => ({
      frequency,
      recency,
      age,
      count,
    }));
    const fit = fitBgBb(customers);
    expectFit(fit, expected);
    covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        expectRelative(fit.covariance[i]?.[j], value, 1e-4);
      });
    });
  });
});

describe("donations of 11,104 people in six years [FaderHardieShang2010]", () => {
  // Polished with Newton's method; R's BTYD agrees to its tolerance. Published: 1.204, .750, .657, 2.783; -33225.6.
  test("the fit", () => {
    const fit = fitBgBb(DONORS);
    expect(fit.n).toBe(11_104);
    expectFit(fit, {
      parameters: [1.2035223, 0.7497164, 0.6567182, 2.7834423],
      standardErrors: [0.0693914, 0.0294477, 0.0510098, 0.3208187],
      logLikelihood: -33225.58127435,
    });
  });

  // At the published parameters, by R's BTYD, to the digits printed.
  test.each(PREDICTED)("x = $x, tx = $tx", ({ x, tx, alive, expected }) => {
    const theta = [1.2035, 0.7497, 0.6567, 2.7834];
    expect(bgBbModel.probabilityAlive(theta, x, tx, 6)).toBeCloseTo(alive, 7);
    expect(bgBbModel.expectedPurchases(theta, x, tx, 6, 5)).toBeCloseTo(expected, 7);
  });

  test("the total of the next five years", () => {
    const { parameters } = fitBgBb(DONORS);
    const theta = NAMES.map((name) => parameters[name] ?? Number.NaN);
    const total = DONORS.reduce((sum, { frequency, recency, age, count }) => {
      return sum + count * bgBbModel.expectedPurchases(theta, frequency, recency, age, 5);
    }, 0);
    expect(total).toBeCloseTo(12884.2, 1);
  });
});
