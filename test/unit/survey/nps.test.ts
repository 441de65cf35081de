import { describe, expect, test } from "vitest";
import { type InvalidInputError, nps } from "../../../src/index.ts";

function errorOf(compute: () => unknown): InvalidInputError {
  try {
    compute();
  } catch (error) {
    return error as InvalidInputError;
  }
  throw new Error("nothing was thrown");
}

test("the example by hand: 2 promoters, 1 passive, 1 detractor, 1 missing", () => {
  const record = nps([10, 9, 8, 3, null]);
  expect(record).toMatchObject({
    metric: "nps",
    unit: "points",
    estimate: 25,
    n: 4,
    level: 0.95,
    method: "score",
  });
  expect(record).toMatchObject({ promoters: 2, passives: 1, detractors: 1, missing: 1 });
  // V = 2/4 + 1/4 - (1/4)^2 = 11/16, so the standard error is 100 sqrt(11/64).
  expect(record.standardError).toBeCloseTo(100 * Math.sqrt(11 / 64), 12);
});

test("the fields come in one order", () => {
  expect(Object.keys(nps([10]))).toEqual([
    ...["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"],
    ...["promoters", "passives", "detractors", "missing"],
  ]);
});

test("each score falls in its class", () => {
  for (let score = 0; score <= 10; score++) {
    const { promoters, passives, detractors } = nps([score]);
    expect([detractors, passives, promoters]).toEqual(
      score <= 6 ? [1, 0, 0] : score <= 8 ? [0, 1, 0] : [0, 0, 1],
    );
  }
});

describe("no answers", () => {
  test.each([[[]], [[null, undefined]], [[{ score: null, count: 7 }]]])("%j", (answers) => {
    const record = nps(answers);
    expect(record).toMatchObject({ n: 0, estimate: null, low: null, high: null, standardError: null });
  });
});

test("one answer is not certainty", () => {
  const { estimate, low, high } = nps([10]);
  expect([estimate, high]).toEqual([100, 100]);
  expect(low).toBeLessThan(0);
});

test("the error names task, place, requirement and what came", () => {
  expect(errorOf(() => nps([...new Array(17).fill({ score: 1 }), { score: 11 }]))).toMatchObject({
    name: "InvalidInputError",
    path: "answers[17].score",
    received: 11,
    message: "Cannot compute nps: answers[17].score must be an integer from 0 to 10, received 11",
  });
  expect(errorOf(() => nps([1, 2, -1])).message).toBe(
    "Cannot compute nps: answers[2] must be an integer from 0 to 10, received -1",
  );
});

test.each([
  ["level", 1, () => nps([1], { level: 1 })],
  ["level", 95, () => nps([1], { level: 95 })],
  ["level", Number.NaN, () => nps([1], { level: Number.NaN })],
  ["method", "wilson", () => nps([1], { method: "wilson" as "wald" })],
  ["method", "constructor", () => nps([1], { method: "constructor" as "wald" })],
  ["answers", 7, () => nps(7 as unknown as number[])],
  ["answers", "10", () => nps("10" as unknown as number[])],
  ["answers", null, () => nps(null as unknown as number[])],
])("invalid %s: %j", (path, received, compute) => {
  expect(errorOf(compute)).toMatchObject({ name: "InvalidInputError", path, received });
});
