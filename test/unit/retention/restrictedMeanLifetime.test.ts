import { describe, expect, test } from "vitest";
import { type LifetimeRow, restrictedMeanLifetime } from "../../../src/index.ts";

const rows: LifetimeRow[] = [
  { duration: 1, churned: true },
  { duration: 2, churned: false },
  { duration: 3, churned: true },
  { duration: 4, churned: false },
];

test("the area by hand: 1 + .75 * 2 + .375 * 1", () => {
  const record = restrictedMeanLifetime(rows, { horizon: 4 });
  expect(record).toMatchObject({ metric: "restrictedMeanLifetime", unit: "time", horizon: 4, n: 4 });
  expect(record).toMatchObject({ method: "logit", level: 0.95 });
  expect(record.estimate).toBe(2.875);
  // Areas after 1 and 3: 1.875 and .375; variance 1.875^2 / (4 * 3) + .375^2 / (2 * 1).
  const standardError = Math.sqrt(1.875 ** 2 / 12 + 0.375 ** 2 / 2);
  expect(record.standardError).toBeCloseTo(standardError, 15);
  // The odds 2.875 / 1.125, times and over exp(z SE 4 / (2.875 * 1.125)).
  const factor = Math.exp((1.959963984540054 * standardError * 4) / (2.875 * 1.125));
  expect(record.low).toBeCloseTo((4 * 2.875) / (2.875 + 1.125 * factor), 14);
  expect(record.high).toBeCloseTo((4 * 2.875) / (2.875 + 1.125 / factor), 14);
  const plain = restrictedMeanLifetime(rows, { horizon: 4, method: "plain" });
  expect(plain.low).toBeCloseTo(2.875 - 1.959963984540054 * standardError, 14);
  expect(plain.high).toBe(4);
});

test("beyond the longest lifetime it is not determined, unless all had left", () => {
  const nothing = { estimate: null, low: null, high: null, standardError: null };
  expect(restrictedMeanLifetime(rows, { horizon: 4.01 })).toMatchObject({ ...nothing, n: 4 });
  expect(restrictedMeanLifetime([], { horizon: 1 })).toMatchObject({ ...nothing, n: 0 });
  expect(restrictedMeanLifetime([{ duration: 0, churned: false }], { horizon: 1 })).toMatchObject(nothing);
  const left = rows.map(({ duration }) => ({ duration, churned: true }));
  const record = restrictedMeanLifetime(left, { horizon: 100 });
  // Uncensored: the mean of 1, 2, 3, 4, and its plug-in standard error sqrt(1.25 / 4).
  expect(record.estimate).toBeCloseTo(2.5, 14);
  expect(record.standardError).toBeCloseTo(Math.sqrt(1.25 / 4), 14);
});

test("the last to leave at once do not spoil the variance", () => {
  const record = restrictedMeanLifetime([...rows, { duration: 4, churned: true }], { horizon: 9 });
  expect(record.estimate).toBeNull();
  const all = [1, 4, 4].map((duration) => ({ duration, churned: true }));
  expect(restrictedMeanLifetime(all, { horizon: 9 }).estimate).toBe(3);
  expect(restrictedMeanLifetime(all, { horizon: 9 }).standardError).toBeCloseTo(Math.sqrt(2 / 3), 14);
});

test.each(["logit", "plain"] as const)("without spread there is no interval: %s", (method) => {
  const nobody = restrictedMeanLifetime([{ duration: 5, churned: false, count: 9 }], { horizon: 5, method });
  expect(nobody).toMatchObject({ estimate: 5, standardError: 0, low: null, high: null });
  const atOnce = restrictedMeanLifetime([{ duration: 2, churned: true, count: 9 }], { horizon: 5, method });
  expect(atOnce).toMatchObject({ estimate: 2, standardError: 0, low: null, high: null });
  const at0 = restrictedMeanLifetime([{ duration: 0, churned: true }], { horizon: 5, method });
  expect(at0).toMatchObject({ estimate: 0, standardError: 0, low: null, high: null });
});

test.each([1e-200, 1e200, 4e307])("a unit of time of %o changes the unit alone", (unit) => {
  const scaled = rows.map((row) => ({ ...row, duration: row.duration * unit }));
  for (const method of ["logit", "plain"] as const) {
    const plain = restrictedMeanLifetime(rows, { horizon: 4, method });
    const record = restrictedMeanLifetime(scaled, { horizon: 4 * unit, method });
    for (const field of ["estimate", "standardError", "low", "high"] as const)
      expect((record[field] ?? Number.NaN) / unit, field).toBeCloseTo(plain[field] ?? Number.NaN, 12);
  }
});

describe("what is not valid", () => {
  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, undefined, "40"])("horizon: %o", (horizon) => {
    expect(() => restrictedMeanLifetime(rows, { horizon: horizon as number })).toThrow(
      "Cannot compute restrictedMeanLifetime: horizon must be a finite number above 0",
    );
  });
  test("other options", () => {
    expect(() => restrictedMeanLifetime(rows, { horizon: 1, method: "logLog" as "logit" })).toThrow(
      'method must be one of logit, plain, received "logLog"',
    );
    expect(() => restrictedMeanLifetime(rows, { horizon: 1, tau: 2 } as { horizon: number })).toThrow(
      "option",
    );
  });
});
