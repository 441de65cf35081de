import { expect, test } from "vitest";
import { type CesGroup, ces, cesDifference, nps } from "../../../src/index.ts";

test("first minus second", () => {
  const record = cesDifference(ces([7, 6, 6, 3]), ces([5, 4, 3]));
  expect(record).toMatchObject({
    metric: "cesDifference",
    unit: "score",
    estimate: 1.5,
    method: "welch",
    n: 7,
  });
  // s^2 / n is 3/4 and 1/3.
  expect(record.standardError).toBeCloseTo(Math.sqrt(3 / 4 + 1 / 3), 14);
});

test("one group alike: its spread is 0, and the other's decides", () => {
  const record = cesDifference(ces([7, 6, 5]), ces([4, 4]));
  expect(record.standardError).toBeCloseTo(Math.sqrt(1 / 3), 14);
  expect(record.low).not.toBeNull();
});

test.each([
  [[7], [6, 5, 4]],
  [
    [7, 7],
    [6, 6],
  ],
])("%j and %j determine no interval", (a, b) => {
  const record = cesDifference(ces(a), ces(b));
  expect(record).toMatchObject({ low: null, high: null, standardError: null, pValue: null });
  expect(record.estimate).not.toBeNull();
});

test("no difference has a p-value of 1; no answers have none", () => {
  expect(cesDifference(ces([7, 5]), ces([6, 6, 6])).pValue).toBe(1);
  expect(cesDifference(ces([]), ces([6, 5]))).toMatchObject({ estimate: null, pValue: null, n: 2 });
});

test("published numbers without a scale are not clipped", () => {
  const a = { estimate: 1000, standardDeviation: 1, n: 2 };
  const b = { estimate: 0, standardDeviation: 1, n: 2 };
  expect(cesDifference(a, b).high).toBeGreaterThan(1000);
});

test.each([
  ["a.n", { estimate: 1, standardDeviation: 1, n: -1 }],
  ["a.estimate", { estimate: null, standardDeviation: 1, n: 3 }],
  ["a.standardDeviation", { estimate: 1, standardDeviation: -1, n: 3 }],
])("invalid %s", (path, a) => {
  expect(() => cesDifference(a, ces([1, 2]))).toThrow(`Cannot compute cesDifference: ${path} must be`);
});

test("what carries no standard deviation is not taken for answers all alike", () => {
  const score = nps([10, 9, 3]) as unknown as CesGroup;
  expect(() => cesDifference(ces([5, 6, 7]), score)).toThrow(
    "Cannot compute cesDifference: b must carry estimate, standardDeviation, n, received { metric",
  );
  const found = [ces([5, 6])].find(({ n }) => n > 9) as unknown as CesGroup;
  expect(() => cesDifference(ces([5, 6, 7]), found)).toThrow("b must carry estimate");
});

test.each([
  ["a.estimate", { estimate: 1e308, standardDeviation: 1, n: 20 }],
  ["a.estimate", { estimate: 50, standardDeviation: 1, n: 20, scaleMin: 1, scaleMax: 7 }],
  ["a.standardDeviation", { estimate: 1, standardDeviation: 1e200, n: 20 }],
])("%s too large to compute with, or off its scale", (path, a) => {
  expect(() => cesDifference(a, ces([1, 2]))).toThrow(
    `Cannot compute cesDifference: ${path} must be a number from`,
  );
});

test("text in a message is clean and short", () => {
  const direction = `\u001b[31m\n${"x".repeat(300)}` as "lowIsEasy";
  const group = { estimate: 1, standardDeviation: 1, n: 3 };
  expect(() => cesDifference({ ...group, direction }, { ...group, direction: "highIsEasy" })).toThrow(
    /^Cannot compute cesDifference: b\.direction must equal a\.direction, "\[31mx{1,60}…", received "highIsEasy"$/,
  );
});
