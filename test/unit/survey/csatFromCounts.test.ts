import { expect, test } from "vitest";
import { csat, csatFromCounts } from "../../../src/index.ts";

test("equals csat of as many answers; the scale is not known", () => {
  const { scaleMin, scaleMax, satisfiedFrom, ...rest } = csat([5, 4, 1, null]);
  expect([scaleMin, scaleMax, satisfiedFrom]).toEqual([1, 5, 4]);
  expect(csatFromCounts({ satisfied: 2n, n: 3n, missing: 1 })).toEqual({
    ...rest,
    scaleMin: null,
    scaleMax: null,
    satisfiedFrom: null,
  });
});

test("more satisfied than answers is an error", () => {
  expect(() => csatFromCounts({ satisfied: 4, n: 3 })).toThrow(
    "Cannot compute csat: counts.satisfied must be at most counts.n, which is 3, received 4",
  );
});

test.each([-1, 0.5, "2", null])("n: %j is an error", (n) => {
  expect(() => csatFromCounts({ satisfied: 0, n: n as number })).toThrow(
    "counts.n must be an integer from 0",
  );
});

test("no answers", () => {
  expect(csatFromCounts({ satisfied: 0, n: 0 })).toMatchObject({
    n: 0,
    estimate: null,
    low: null,
    high: null,
  });
});
