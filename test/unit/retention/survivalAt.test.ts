import { describe, expect, test } from "vitest";
import { kaplanMeier, rollup, type SurvivalRow, survivalAt } from "../../../src/index.ts";

const lifetimes = [2, 3, 5, 8, 13].map((duration) => ({ duration, churned: duration < 8 }));
const curve = kaplanMeier(lifetimes);

test("the step at or before each time, in the order asked", () => {
  const rows = survivalAt(curve, [5, 2, 2.5, 13, 5]);
  expect(rows.map(({ time, estimate }) => [time, estimate])).toEqual([
    [5, 0.4],
    [2, 0.8],
    [2.5, 0.8],
    [13, 0.4],
    [5, 0.4],
  ]);
  const { low, high, standardError } = curve[2] ?? {};
  expect(rows[0]).toMatchObject({ metric: "survival", unit: "share", low, high, standardError, n: 5 });
  expect(rows[0]).toMatchObject({ level: 0.95, method: "logLog" });
  expect(rows[0]).not.toHaveProperty("atRisk");
});

test("before the first step all are there", () => {
  expect(survivalAt(curve, [0, 1.99])).toMatchObject([
    { time: 0, estimate: 1, low: null, high: null, standardError: 0, n: 5 },
    { time: 1.99, estimate: 1 },
  ]);
  expect(survivalAt(curve, [-0])[0]?.time).toBe(0);
});

test("beyond the last step nobody knows, unless all had left", () => {
  expect(survivalAt(curve, [13.1])).toMatchObject([
    { estimate: null, low: null, high: null, standardError: null, n: 5 },
  ]);
  const all = kaplanMeier([{ duration: 4, churned: true }]);
  expect(survivalAt(all, [4, 400])).toMatchObject([{ estimate: 0 }, { estimate: 0, standardError: 0 }]);
});

test("an empty curve, and no times", () => {
  expect(survivalAt([], [3])).toMatchObject([{ time: 3, n: 0, estimate: null, low: null, high: null }]);
  expect(survivalAt(curve, [])).toEqual([]);
  expect(survivalAt(curve.values(), new Set([2])).length).toBe(1);
});

test("groups are read one at a time, by a rollup", () => {
  const rows = [...lifetimes, ...lifetimes].map((row, index) => ({ ...row, plan: index < 5 ? "a" : "b" }));
  const curves = rollup(rows, ["plan"], kaplanMeier);
  expect(() => survivalAt(curves, [3])).toThrow(
    "Cannot compute survivalAt: curve[5].time must be above the time before it, 13: one curve at a time",
  );
  const at = rollup(curves, ["plan"], (steps) => survivalAt(steps, [3]));
  expect(at).toMatchObject([
    { plan: "a", time: 3, estimate: 0.6 },
    { plan: "b", time: 3, estimate: 0.6 },
  ]);
});

describe("what is not valid", () => {
  test("two curves whose times happen to ascend", () => {
    const other = kaplanMeier([{ duration: 20, churned: false }]);
    expect(() => survivalAt([...curve, ...other], [3])).toThrow("curve[5] must be of the same curve");
  });
  test("rows of something else", () => {
    const wrong = [{ time: 1 }, null, { ...curve[0], estimate: null }] as unknown as SurvivalRow[];
    for (const row of wrong)
      expect(() => survivalAt([row], [3])).toThrow("Cannot compute survivalAt: curve[0] must be a row");
    expect(() => survivalAt(7 as unknown as [], [])).toThrow("curve must be an iterable of rows");
  });
  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, "3"])("the time %o", (time) => {
    expect(() => survivalAt(curve, [1, time as number])).toThrow("times[1] must be a finite number from 0");
  });
  test("one time that is no list", () => {
    expect(() => survivalAt(curve, 3 as unknown as number[])).toThrow("times must be an iterable of times");
  });
});
