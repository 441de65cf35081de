import { expect, test } from "vitest";
import { type CsatGroup, ces, cesDifference, csat, csatDifference, csatMean } from "../../../src/index.ts";

test("first minus second", () => {
  const record = csatDifference(csat([5, 5, 5, 1]), csat([5, 1]));
  expect(record).toMatchObject({
    metric: "csatDifference",
    unit: "share",
    estimate: 0.25,
    n: 6,
    nA: 4,
    nB: 2,
  });
});

test("different scales or cuts cannot be compared", () => {
  const five = csat([5, 1]);
  expect(() => csatDifference(five, csat([7, 1], { scale: [1, 7] }))).toThrow(
    "Cannot compute csatDifference: b.scaleMax must equal a.scaleMax, 5, received 7",
  );
  expect(() => csatDifference(five, csat([5], { satisfiedFrom: 5 }))).toThrow("b.satisfiedFrom must equal");
  // Counts made elsewhere carry no scale; whether they fit is for the caller to know.
  expect(csatDifference(five, { satisfied: 1, n: 2 }).estimate).toBe(0);
});

test("a group without answers leaves the difference open", () => {
  expect(csatDifference(csat([5]), csat([]))).toMatchObject({
    estimate: null,
    low: null,
    pValue: null,
    n: 1,
  });
});

test("the difference of all and none", () => {
  const record = csatDifference({ satisfied: 9, n: 9 }, { satisfied: 0, n: 9 }, { method: "jeffreys" });
  expect(record.high).toBe(1);
  expect(record.low).toBeLessThan(1);
  expect(record.pValue).toBeLessThan(0.001);
});

test("an invalid side is named", () => {
  expect(() => csatDifference({ satisfied: 1, n: 2 }, { satisfied: 3, n: 2 })).toThrow(
    "b.satisfied must be at most b.n",
  );
  expect(() => csatDifference({ satisfied: null, n: null } as unknown as CsatGroup, csat([5]))).toThrow(
    "a.n must be",
  );
});

test("a mean is not a share", () => {
  const mean = csatMean([5, 4]) as unknown as CsatGroup;
  expect(() => csatDifference(mean, mean)).toThrow(
    "Cannot compute csatDifference: a must carry satisfied, n, received { metric",
  );
});

test("mean scores: different scales or directions cannot be compared", () => {
  expect(() => cesDifference(ces([7]), ces([5], { scale: [1, 5] }))).toThrow(
    "b.scaleMax must equal a.scaleMax, 7",
  );
  expect(() => cesDifference(ces([7]), ces([7], { direction: "lowIsEasy" }))).toThrow(
    "b.direction must equal",
  );
});
