import { describe, expect, test } from "vitest";
import {
  csatDifference,
  csatFromCounts,
  type Interval,
  npsDifference,
  npsFromCounts,
} from "../../../src/index.ts";
import fixture from "./fixtures/intervals.json" with { type: "json" };

type Numbers = readonly number[];

function expectEnds(record: Interval, low: number | undefined, high: number | undefined, scale = 1): void {
  expect(Math.abs((record.low ?? Number.NaN) - (low ?? Number.NaN))).toBeLessThan(1e-12 * scale);
  expect(Math.abs((record.high ?? Number.NaN) - (high ?? Number.NaN))).toBeLessThan(1e-12 * scale);
}

function relativeError(value: number | null, exact: number | undefined): number {
  return Math.abs((value ?? Number.NaN) / (exact ?? Number.NaN) - 1);
}

describe(`against definitions in 40-digit arithmetic (${fixture.madeBy})`, () => {
  test.each(fixture.score as Numbers[])("score of %i, %i, %i at %d", (...row) => {
    const [detractors = 0, passives = 0, promoters = 0, level = 0, low, high] = row;
    expectEnds(npsFromCounts({ promoters, passives, detractors }, { level }), low, high, 100);
  });

  for (const method of ["wilson", "clopperPearson", "jeffreys"] as const)
    test.each(fixture[method] as Numbers[])(`${method} of %i in %i at %d`, (...row) => {
      const [satisfied = 0, n = 0, level = 0, low, high] = row;
      expectEnds(csatFromCounts({ satisfied, n }, { method, level }), low, high);
    });

  test.each(fixture.scoreDifference as Numbers[])(
    "score difference of %i, %i, %i and %i, %i, %i",
    (...row) => {
      const [dA = 0, qA = 0, pA = 0, dB = 0, qB = 0, pB = 0, low, high, pValue] = row;
      const a = { detractors: dA, passives: qA, promoters: pA };
      const record = npsDifference(a, { detractors: dB, passives: qB, promoters: pB });
      expectEnds(record, low, high, 100);
      expect(relativeError(record.pValue, pValue)).toBeLessThan(1e-10);
    },
  );

  test.each(fixture.wilsonDifference as Numbers[])("wilson difference of %i/%i and %i/%i", (...row) => {
    const [xA = 0, nA = 0, xB = 0, nB = 0, low, high, pValue] = row;
    const record = csatDifference({ satisfied: xA, n: nA }, { satisfied: xB, n: nB });
    expectEnds(record, low, high);
    expect(relativeError(record.pValue, pValue)).toBeLessThan(1e-10);
  });
});
