import { describe, expect, test } from "vitest";
import { kaplanMeier, type LifetimeRow, lifetimeQuantile } from "../../../src/index.ts";

const all = (...durations: number[]): LifetimeRow[] =>
  durations.map((duration) => ({ duration, churned: true }));

test("where the curve gets down to 1 - probability", () => {
  const rows = all(1, 2, 3, 4, 5);
  expect(lifetimeQuantile(rows, { probability: 0.3 })).toMatchObject({
    metric: "lifetimeQuantile",
    unit: "time",
    estimate: 2,
    standardError: null,
    probability: 0.3,
    method: "logLog",
    n: 5,
  });
});

test("the middle of a stretch at exactly 1 - probability, rounding or not", () => {
  expect(lifetimeQuantile(all(1, 2, 3, 4), { probability: 0.5 }).estimate).toBe(2.5);
  // 1 - 0.9 is not the double nearest 0.1.
  const ten = all(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  expect(lifetimeQuantile(ten, { probability: 0.9 }).estimate).toBe(9.5);
  const open = [...all(1, 2), { duration: 4, churned: false, count: 2 }];
  expect(lifetimeQuantile(open, { probability: 0.5 }).estimate).toBe(3);
});

test("not reached: the lower end may still be known", () => {
  const rows = [...all(3, 5, 6, 7), { duration: 9, churned: false, count: 6 }];
  const record = lifetimeQuantile(rows, { probability: 0.5 });
  const lowerCurve = kaplanMeier(rows).find((row) => row.low !== null && row.low <= 0.5);
  expect(record).toMatchObject({ estimate: null, high: null, low: lowerCurve?.time, n: 10 });
  expect(record.low).not.toBeNull();
});

test("a lower limit that rises again, by late entry: the first time it allows", () => {
  // S = 5/6 with a lower limit of .273 at 1, and 5/6 * 9/11 with one of .286 at 3.
  const early = [
    ...all(1),
    { duration: 4, churned: false, count: 3 },
    { duration: 3, churned: true, count: 2 },
  ];
  const late = { duration: 6, churned: false, entry: 1, count: 6 };
  const rows = [...early, late];
  const limits = kaplanMeier(rows).map(({ time, atRisk, low }) => [time, atRisk, (low ?? 0).toFixed(3)]);
  expect(limits.slice(0, 2)).toEqual([
    [1, 6, "0.273"],
    [3, 11, "0.286"],
  ]);
  expect(lifetimeQuantile(rows, { probability: 0.25 }).low).toBe(1);
});

test("no rows, nobody left, all at once", () => {
  const nothing = { estimate: null, low: null, high: null };
  expect(lifetimeQuantile([], { probability: 0.5 })).toMatchObject({ ...nothing, n: 0 });
  expect(lifetimeQuantile([{ duration: 3, churned: false }], { probability: 0.5 })).toMatchObject(nothing);
  expect(lifetimeQuantile(all(3, 3, 3), { probability: 0.5 })).toMatchObject({ ...nothing, estimate: 3 });
  expect(lifetimeQuantile(all(0, 0), { probability: 0.5 }).estimate).toBe(0);
});

describe("what is not valid", () => {
  test.each([0, 1, -0.5, 50, Number.NaN, "0.5", undefined])("probability: %o", (probability) => {
    expect(() => lifetimeQuantile([], { probability: probability as number })).toThrow(
      "Cannot compute lifetimeQuantile: probability must be strictly between 0 and 1",
    );
  });
  test("another option", () => {
    const options = { probability: 0.5, probabilty: 0.25 };
    expect(() => lifetimeQuantile([], options)).toThrow("option must be one of probability, method, level");
    expect(() => lifetimeQuantile([], { probability: 0.5, level: 1 })).toThrow("level must be strictly");
  });
});
