import { expect, test } from "vitest";
import { tallyScores } from "../../../src/index.ts";

test("ascending by score, numbers and not text, the unanswered last", () => {
  expect(tallyScores([10, 9, 2, null, 10, undefined, { score: 2, count: 3 }])).toEqual([
    { score: 2, count: 4 },
    { score: 9, count: 1 },
    { score: 10, count: 2 },
    { score: null, count: 2 },
  ]);
});

test("other fields are left behind, BigInt counts become numbers", () => {
  const row = { score: 1, count: 5n, channel: "web" };
  expect(tallyScores([row])).toEqual([{ score: 1, count: 5 }]);
});

test("nothing", () => {
  expect(tallyScores([])).toEqual([]);
});

test("minus zero is zero", () => {
  expect(Object.is(tallyScores([-0, 0])[0]?.score, 0)).toBe(true);
  expect(tallyScores([-0, 0])).toHaveLength(1);
});

test.each(["1", Number.NaN, Number.POSITIVE_INFINITY, true, 3n])("a score of %s is an error", (score) => {
  expect(() => tallyScores([1, score as number])).toThrow(
    "Cannot compute tallyScores: answers[1] must be a finite",
  );
});

test("a sum that cannot be counted exactly is an error", () => {
  const row = { score: 1, count: Number.MAX_SAFE_INTEGER };
  expect(() => tallyScores([row, row])).toThrow("Cannot compute tallyScores: the sum of counts must be");
});
