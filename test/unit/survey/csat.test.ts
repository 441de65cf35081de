import { expect, test } from "vitest";
import { csat } from "../../../src/index.ts";

test("the example by hand: 2 of 4 are satisfied", () => {
  const record = csat([5, 4, 3, 1]);
  expect(record).toMatchObject({ metric: "csat", unit: "share", estimate: 0.5, n: 4, method: "wilson" });
  expect(record).toMatchObject({ satisfied: 2, missing: 0, scaleMin: 1, scaleMax: 5, satisfiedFrom: 4 });
  expect(record.standardError).toBe(0.25);
});

test.each([
  [[1, 3], 3],
  [[1, 4], 3],
  [[1, 5], 4],
  [[0, 4], 3],
  [[1, 6], 5],
  [[1, 7], 6],
  [[1, 10], 8],
] as const)("on the scale %j the satisfied begin at %i", (scale, satisfiedFrom) => {
  expect(csat([], { scale }).satisfiedFrom).toBe(satisfiedFrom);
});

test.each([
  [0, 1],
  [0, 10],
  [1, 8],
  [1, 100],
] as const)("the scale [%i, %i] has no usual cut", (min, max) => {
  const scale = [min, max] as const;
  const points = max - min + 1;
  expect(() => csat([], { scale })).toThrow(
    `Cannot compute csat: satisfiedFrom must be given, since a scale of ${points} points has no usual cut`,
  );
  expect(csat([max, min], { scale, satisfiedFrom: max }).estimate).toBe(0.5);
});

test.each([1, 6, 3.5, Number.NaN])("satisfiedFrom: %d is an error on 1 to 5", (satisfiedFrom) => {
  expect(() => csat([], { satisfiedFrom })).toThrow(
    "Cannot compute csat: satisfiedFrom must be an integer from 2 to 5",
  );
});

test.each([[[5, 1]], [[1]], [[1, 1]], [[0.5, 5]], ["15"], [[1, Number.POSITIVE_INFINITY]], [[0, 1e9]]])(
  "the scale %j is an error",
  (scale) => {
    const given = scale as unknown as readonly [number, number];
    expect(() => csat([], { scale: given, satisfiedFrom: 1 })).toThrow(
      "Cannot compute csat: scale must be [min, max]",
    );
  },
);

test("an answer off the scale is an error", () => {
  expect(() => csat([5, 6])).toThrow("answers[1] must be an integer from 1 to 5, received 6");
  expect(() => csat([0])).toThrow("answers[0] must be an integer from 1 to 5, received 0");
});

test("nobody or everybody satisfied still leaves doubt", () => {
  expect(csat([1, 1]).low).toBe(0);
  expect(csat([1, 1]).high).toBeGreaterThan(0.5);
  expect(csat([5]).high).toBe(1);
  expect(csat([5]).low).toBeLessThan(0.5);
});

test("no answers", () => {
  expect(csat([null])).toMatchObject({ n: 0, missing: 1, estimate: null, low: null, high: null });
});
