import { expect, test } from "vitest";
import { csatMean } from "../../../src/index.ts";

test("the example by hand", () => {
  // Mean 13/4; squared deviations 3.0625 + .5625 + .0625 + 5.0625 = 8.75; s = sqrt(8.75 / 3).
  const record = csatMean([5, 4, 3, 1, undefined]);
  expect(record).toMatchObject({
    metric: "csatMean",
    unit: "score",
    estimate: 3.25,
    n: 4,
    missing: 1,
    method: "t",
  });
  expect(record).toMatchObject({ scaleMin: 1, scaleMax: 5 });
  expect(record.standardDeviation).toBeCloseTo(Math.sqrt(8.75 / 3), 14);
  expect(record.standardError).toBeCloseTo(Math.sqrt(8.75 / 3) / 2, 14);
});

test.each([[[]], [[4]], [[4, 4, 4]]])("%j has no spread to build an interval from", (answers) => {
  for (const method of ["t", "bootstrap"] as const) {
    const estimate = answers.length === 0 ? null : 4;
    const open = { low: null, high: null, standardError: null, standardDeviation: null };
    expect(csatMean(answers, { method })).toMatchObject({ estimate, ...open });
  }
});

test("the bootstrap repeats itself, and another seed gives another interval", () => {
  const answers = [5, 4, 4, 3, 2, 5, 5, 1];
  const method = "bootstrap";
  expect(csatMean(answers, { method })).toEqual(csatMean(answers, { method, seed: 1 }));
  const other = csatMean(answers, { method, level: 0.93, seed: 2 });
  expect(other).not.toEqual(csatMean(answers, { method, level: 0.93, seed: 3 }));
});

test.each([1.5, Number.NaN, 2 ** 31])("seed: %d is an error", (seed) => {
  expect(() => csatMean([1, 2], { seed })).toThrow("Cannot compute csatMean: seed must be an integer");
});

test("the default cut of csat plays no role", () => {
  expect(csatMean([0, 100], { scale: [0, 100] }).estimate).toBe(50);
});

test("bootstrap ends stay nested where the acceleration has its pole, and meet the extreme resample", () => {
  const rows = [
    { score: 1, count: 999 },
    { score: 5, count: 1 },
  ];
  const levels = [0.9, 0.999, 1 - 1e-9, 1 - 1e-12, 1 - 1e-15];
  const records = levels.map((level) => csatMean(rows, { method: "bootstrap", level }));
  for (const [i, { low, high }] of records.entries()) {
    const narrower = records[i - 1];
    if (narrower === undefined) continue;
    expect(low).toBeLessThanOrEqual(narrower.low ?? 0);
    expect(high).toBeGreaterThanOrEqual(narrower.high ?? 9);
  }
  // A resample of 9,999 with ten or more of the one 5 does not happen; one with several does.
  expect(records.at(-1)?.high).toBeGreaterThan(1.016);
  expect(records.at(-1)?.high).toBeLessThan(1.06);
  expect(records.at(-1)?.low).toBe(1);
});
