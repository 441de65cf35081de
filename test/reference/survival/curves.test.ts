import { describe, expect, test } from "vitest";
import {
  kaplanMeier,
  lifetimeQuantile,
  nelsonAalen,
  restrictedMeanLifetime,
  survivalAt,
} from "../../../src/index.ts";
import { expectClose, rowsOf } from "./fixture.ts";
import curves from "./fixtures/curves.json" with { type: "json" };
import quantiles from "./fixtures/quantiles.json" with { type: "json" };

const METHODS = ["logLog", "log", "plain"] as const;
const PROBABILITIES: readonly number[] = [0.1, 0.25, 0.5, 0.75, 0.9];

describe.each(curves.cases)(`$name (${curves.madeBy})`, (expected) => {
  const rows = rowsOf(expected);
  const curve = kaplanMeier(rows);

  test("who is at risk, who leaves, and the curve", () => {
    expect(curve.map((row) => row.time)).toEqual(expected.time);
    expect(curve.map((row) => row.atRisk)).toEqual(expected.atRisk);
    expect(curve.map((row) => row.events)).toEqual(expected.events);
    expect(curve.map((row) => row.censored)).toEqual(expected.censored);
    const estimates = curve.map((row) => row.estimate);
    expectClose(estimates, expected.survival);
    // R has no standard error where the curve is 0; here it is 0.
    const errors = curve.map((row) => (row.estimate === 0 ? null : row.standardError));
    expectClose(errors, expected.standardError);
    const at = survivalAt(curve, expected.time);
    expect(at.map((row) => row.estimate)).toEqual(estimates);
  });

  test.each(METHODS)("limits: %s", (method) => {
    const limits = kaplanMeier(rows, { method });
    expectClose(
      limits.map((row) => row.low),
      expected[method].low,
    );
    expectClose(
      limits.map((row) => row.high),
      expected[method].high,
    );
  });

  test.each(METHODS)("quantiles: %s", (method) => {
    const own = PROBABILITIES.map((probability) => lifetimeQuantile(rows, { probability, method }));
    expect(own.map((row) => row.estimate)).toEqual(expected[method].quantiles);
    expect(own.map((row) => row.low)).toEqual(expected[method].quantileLow);
    expect(own.map((row) => row.high)).toEqual(expected[method].quantileHigh);
  });

  test("restricted means", () => {
    const means = expected.horizons.map((horizon) => restrictedMeanLifetime(rows, { horizon }));
    expectClose(
      means.map((row) => row.estimate),
      expected.means,
    );
    expectClose(
      means.map((row) => row.standardError),
      expected.meanErrors,
      1e-11,
    );
  });

  test("cumulative hazard", () => {
    const hazards = nelsonAalen(rows);
    expectClose(
      hazards.map((row) => row.estimate),
      expected.cumulativeHazard,
    );
    expectClose(
      hazards.map((row) => row.standardError),
      expected.hazardError,
    );
  });
});

describe(`quantiles of small samples, with flat stretches (${quantiles.madeBy})`, () => {
  test.each(METHODS)("%s", (method) => {
    for (const expected of quantiles.cases) {
      const rows = rowsOf(expected);
      const own = [0.25, 0.5, 0.75].map((probability) => lifetimeQuantile(rows, { probability, method }));
      expect(own.map((row) => row.estimate)).toEqual(expected[method].quantiles);
      expect(own.map((row) => row.low)).toEqual(expected[method].quantileLow);
      expect(own.map((row) => row.high)).toEqual(expected[method].quantileHigh);
    }
  });
});
