import { describe, expect, test } from "vitest";
import { type CoxRegression, type CoxTies, coxRegression } from "../../../src/index.ts";
import { type DataRow, dataSet, relativeError } from "./dataSets.ts";
import fixture from "./fixtures/cox.json" with { type: "json" };
import { hasTelco, telcoRows } from "./telco.ts";

type Case = (typeof fixture.cases)[number];

/** The largest relative error of a list; a number near 0 is judged by `least`. */
function worst(actual: readonly (number | null)[], expected: readonly (number | null)[], least = 0): number {
  expect(actual).toHaveLength(expected.length);
  return expected.reduce<number>((most, value, place) => {
    if (value === null) throw new Error("R gave nothing to compare with");
    const found = actual[place] ?? Number.NaN;
    const error = Math.abs(value) < least ? Math.abs(found - value) / least : relativeError(found, value);
    return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Math.max(most, error);
  }, 0);
}

function expectCase(fit: CoxRegression, wanted: Case): void {
  expect(fit).toMatchObject({ converged: true, reason: null, n: wanted.n, events: wanted.events });
  const { coefficients } = fit;
  const numbers = (field: "coefficient" | "standardError" | "pValue" | "low" | "high") =>
    coefficients.map((each) => each[field]);
  expect(worst(numbers("coefficient"), wanted.coefficients)).toBeLessThan(1e-9);
  expect(worst(numbers("standardError"), wanted.standardErrors)).toBeLessThan(1e-9);
  wanted.pValues.forEach((p, place) => {
    // A relative error of z becomes one of the p-value that is z^2 times as large.
    const z = (wanted.coefficients[place] ?? 0) / (wanted.standardErrors[place] ?? 1);
    expect(relativeError(coefficients[place]?.pValue, p)).toBeLessThan(2e-9 * Math.max(1, z * z));
  });
  expect(worst(numbers("low"), wanted.low, 1e-3)).toBeLessThan(1e-8);
  expect(worst(numbers("high"), wanted.high, 1e-3)).toBeLessThan(1e-8);
  expect(worst(fit.covariance.flat(), wanted.covariance, 1e-9)).toBeLessThan(1e-8);
  expect(worst([fit.logLikelihoodNull, fit.logLikelihood], wanted.logLikelihood)).toBeLessThan(1e-12);
  for (const name of ["likelihoodRatioTest", "waldTest", "scoreTest"] as const) {
    const { statistic, degreesOfFreedom, pValue } = fit[name];
    expect(worst([statistic, degreesOfFreedom, pValue], wanted[name], 1e-300), name).toBeLessThan(1e-8);
  }
  const { estimate, standardError } = fit.concordance;
  expect(worst([estimate, standardError], wanted.concordance)).toBeLessThan(1e-10);
  const tests = fit.proportionalHazards;
  expect(tests.at(-1)?.covariate).toBe("GLOBAL");
  expect(
    worst(
      tests.map((each) => each.statistic),
      wanted.proportionalHazards,
    ),
  ).toBeLessThan(1e-7);
  expect(
    worst(
      tests.map((each) => each.degreesOfFreedom),
      wanted.proportionalHazardsDf,
    ),
  ).toBe(0);
  expect(
    worst(
      tests.map((each) => each.pValue),
      wanted.proportionalHazardsP,
    ),
  ).toBeLessThan(1e-7);
}

function optionsOf({ covariates, ties, strata, level }: Case) {
  const stratum = strata === null ? {} : { strata: (row: DataRow) => row[strata] as string | number };
  return { covariates, ties: ties as CoxTies, level, ...stratum };
}

describe(`against coxph, concordance and cox.zph (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$data by $covariates, $ties, strata $strata, counted: $count", (wanted) => {
    const rows = dataSet(wanted.data).map((row, index) =>
      wanted.count ? { ...row, count: index + 1 } : row,
    );
    expectCase(coxRegression(rows, optionsOf(wanted)), wanted);
  });

  test.skipIf(!hasTelco).each(fixture.telco)("Telco by $covariates, $ties, strata $strata", (wanted) => {
    const rows: DataRow[] = telcoRows().map((row) => ({ ...row }));
    expectCase(coxRegression(rows, optionsOf(wanted)), wanted);
  });
});

test("the leukemia data to the digits published", () => {
  const fit = coxRegression(dataSet("aml"), { covariates: ["x"] });
  expect(fit.coefficients[0]).toMatchObject({ covariate: "x=Nonmaintained", reference: "Maintained" });
  expect(fit.coefficients[0]?.coefficient).toBeCloseTo(0.915532575015, 12);
  expect(fit.coefficients[0]?.standardError).toBeCloseTo(0.5119342752, 10);
  expect(fit.logLikelihoodNull).toBeCloseTo(-42.72483926, 8);
  expect(fit.logLikelihood).toBeCloseTo(-41.0326156, 8);
});

test.skipIf(!hasTelco)("Telco's monthly charges to the digits published", () => {
  const fit = coxRegression(telcoRows(), { covariates: ["monthlyCharges"] });
  // R's default stops at .00615823849858; with a tolerance of 1e-14 it goes on to .006158238502048.
  expect(fit.coefficients[0]?.coefficient).toBeCloseTo(0.00615823849858, 11);
  expect(fit.coefficients[0]?.coefficient).toBeCloseTo(0.006158238502048, 15);
  expect(fit.coefficients[0]?.standardError).toBeCloseTo(0.0007865034, 10);
});
