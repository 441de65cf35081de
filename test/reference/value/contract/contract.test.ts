import { describe, expect, test } from "vitest";
import {
  discountedExpectedLifetime,
  fitBdw,
  fitSbg,
  type LifetimeRow,
  type ModelFit,
  survivalCurve,
} from "../../../../src/index.ts";
import { contractLikelihood } from "../../../../src/value/contractLikelihood.ts";
import { logRetained } from "../../../../src/value/contractModel.ts";
import { readContracts } from "../../../../src/value/contractRows.ts";
import fixture from "./fixtures/contract.json" with { type: "json" };

type Row = readonly number[];

const rowsOf = (rows: readonly Row[]): LifetimeRow[] =>
  rows.map(([duration = 0, churned, entry = 0, count = 1]) => ({
    duration,
    churned: churned === 1,
    entry,
    count,
  }));

/** The largest relative error; relative to 1 where the number is smaller, when asked so. */
const errorOf = (actual: number | null | undefined, expected: number, least = 0): number =>
  Math.abs((actual ?? Number.NaN) - expected) / Math.max(least, Math.abs(expected));

/** A model of contracts with these parameters, as published ones are given. */
const published = ([alpha = 0, beta = 0, c = 1]: Row) =>
  c === 1
    ? ({ model: "sbg", parameters: { alpha, beta }, converged: true } as const)
    : ({ model: "bdw", parameters: { alpha, beta, c }, converged: true } as const);

describe(`fits (${fixture.madeBy})`, () => {
  const cases = fixture.fits.flatMap(({ name, rows, sbg, bdw }) => [
    { name: `sbg, ${name}`, fit: fitSbg(rowsOf(rows)) as ModelFit, expected: sbg },
    ...(bdw === undefined
      ? []
      : [{ name: `bdw, ${name}`, fit: fitBdw(rowsOf(rows)) as ModelFit, expected: bdw }]),
  ]);
  test("there are two simulated data sets for each model", () =>
    expect(cases.filter(({ name }) => name.includes("simulated"))).toHaveLength(4));

  test.each(cases)("$name", ({ fit, expected }) => {
    expect(expected.gradientNorm).toBeLessThan(1e-9);
    expect([fit.converged, fit.boundary, fit.reason]).toEqual([true, null, null]);
    expect(fit.gradientNorm).toBeLessThan(1e-5);
    const names = Object.keys(fit.parameters);
    names.forEach((name, i) => {
      expect(errorOf(fit.parameters[name], expected.parameters[i] ?? 0)).toBeLessThan(1e-6);
      const variance = expected.covariance[i]?.[i] ?? 0;
      expect(errorOf(fit.standardErrors[name], Math.sqrt(variance))).toBeLessThan(1e-4);
      names.forEach((_, j) => {
        expect(errorOf(fit.covariance[i]?.[j], expected.covariance[i]?.[j] ?? 0)).toBeLessThan(1e-4);
      });
      // scipy's search alone, from other starts.
      expect(errorOf(fit.parameters[name], expected.scipy[i] ?? 0)).toBeLessThan(1e-3);
    });
    expect(errorOf(fit.logLikelihood, expected.logLikelihood)).toBeLessThan(1e-12);
  });
});

describe(`formulas (${fixture.madeBy})`, () => {
  test("the grid is large enough", () => {
    expect(fixture.grid.length).toBeGreaterThan(60);
    expect(fixture.lifetimes.length).toBeGreaterThan(200);
  });

  test("survival, retention rate, P(T = t) and log-likelihood", () => {
    const worst = [0, 0, 0, 0];
    for (const { parameters, t, survival, retention, left, rows, logLikelihood } of fixture.grid) {
      const [alpha = 0, beta = 0, c = 1] = parameters;
      const contract = { alpha, beta, c };
      const kept = logRetained(contract, t - 1, t);
      const before = Math.exp(logRetained(contract, 0, t - 1));
      const likelihood = contractLikelihood(["alpha", "beta", "c"])(readContracts("test", rowsOf(rows)).data);
      const errors = [
        errorOf(Math.exp(logRetained(contract, 0, t)), survival),
        errorOf(Math.exp(kept), retention),
        errorOf(before * -Math.expm1(kept), left),
        errorOf(
          likelihood(Float64Array.from([alpha, beta, c], Math.log), new Float64Array(3)),
          logLikelihood,
          1,
        ),
      ];
      errors.forEach((error, i) => {
        worst[i] = Math.max(worst[i] ?? 0, error);
      });
    }
    for (const error of worst) expect(error).toBeLessThan(1e-10);
  });

  test("the survival curve is that formula", () => {
    for (const { parameters, t, survival, retention } of fixture.grid.filter((point) => point.t <= 5000)) {
      const row = survivalCurve(published(parameters), { periods: t })[t];
      expect(errorOf(row?.estimate, survival)).toBeLessThan(1e-10);
      expect(errorOf(row?.retentionRate, retention)).toBeLessThan(1e-10);
    }
  });

  test("discounted expected lifetime, new and residual", () => {
    for (const { parameters, discountRate, renewals, value } of fixture.lifetimes) {
      const options = renewals === null ? { discountRate } : { discountRate, renewals };
      const { estimate } = discountedExpectedLifetime(published(parameters), options);
      const point = JSON.stringify({ parameters, discountRate, renewals, value, estimate });
      expect(errorOf(estimate, value), point).toBeLessThan(1e-10);
    }
  });
});
