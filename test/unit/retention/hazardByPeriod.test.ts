import { describe, expect, test } from "vitest";
import { hazardByPeriod, type LifetimeRow, responseRate } from "../../../src/index.ts";

const left = (duration: number, count = 1): LifetimeRow => ({ duration, churned: true, count });
const stayed = (duration: number, count = 1): LifetimeRow => ({ duration, churned: false, count });

test("by hand: 10 at the start, 2 leave in the first period, 3 of 8 in the second", () => {
  const rows = hazardByPeriod([left(1, 2), left(2, 3), stayed(2, 5)]);
  expect(rows).toMatchObject([
    { period: 1, from: 0, to: 1, atRisk: 10, events: 2, censored: 0, n: 10, metric: "hazard", unit: "share" },
    { period: 2, from: 1, to: 2, atRisk: 8, events: 3, censored: 5, n: 8, method: "wilson", level: 0.95 },
  ]);
  const second = responseRate({ completed: 3, invited: 8 });
  expect(rows[1]?.estimate).toBeCloseTo(3 / 8, 15);
  expect(rows[1]?.low).toBeCloseTo(second.low ?? Number.NaN, 14);
  expect(rows[1]?.high).toBeCloseTo(second.high ?? Number.NaN, 14);
  expect(rows[1]?.standardError).toBeCloseTo(second.standardError ?? Number.NaN, 14);
});

test("those censored within a period count as long as they are seen: Kaplan-Meier within it", () => {
  // 4 at risk, one leaves at 1; one is last seen at 2; of 2 one leaves at 3: 1 - 3/4 * 1/2.
  const [row] = hazardByPeriod([left(1), stayed(2), left(3), stayed(9)], { period: 5 });
  expect(row).toMatchObject({ atRisk: 4, events: 2, censored: 1, estimate: 0.625 });
  const variance = 0.375 ** 2 * (1 / 12 + 1 / 2);
  expect(row?.standardError).toBeCloseTo(Math.sqrt(variance), 15);
  // As if so many had been observed through the period.
  const m = (0.625 * 0.375) / variance;
  const z2 = 1.959963984540054 ** 2;
  const half = Math.sqrt(z2 * ((0.625 * 0.375) / m + z2 / (4 * m * m)));
  expect(row?.high).toBeCloseTo((0.625 + z2 / (2 * m) + half) / (1 + z2 / m), 14);
});

describe("which period", () => {
  test("an end belongs to the period it closes, 0 to the first", () => {
    const rows = hazardByPeriod([left(0), left(7), left(7.5), left(14), stayed(14)], { period: 7 });
    expect(rows.map(({ period, from, to, atRisk, events }) => [period, from, to, atRisk, events])).toEqual([
      [1, 0, 7, 5, 2],
      [2, 7, 14, 3, 2],
    ]);
  });

  test("every period is there, those in which nothing happens too", () => {
    const rows = hazardByPeriod([left(1), stayed(4)]);
    expect(rows.map((row) => row.estimate)).toEqual([0.5, 0, 0, 0]);
    expect(rows.map((row) => row.atRisk)).toEqual([2, 1, 1, 1]);
  });

  test("lengths that are no binary fractions", () => {
    const rows = hazardByPeriod([left(0.3), left(0.7), stayed(0.7)], { period: 0.1 });
    expect(rows.filter((row) => row.events > 0).map((row) => row.period)).toEqual([3, 7]);
  });
});

describe("nobody or everybody leaves", () => {
  test("nobody: of those observed to the end of the period", () => {
    const [row] = hazardByPeriod([stayed(0.5, 12), stayed(1, 8)]);
    expect(row).toMatchObject({ atRisk: 20, censored: 20, estimate: 0, standardError: 0, low: 0 });
    expect(row?.high).toBeCloseTo(responseRate({ completed: 0, invited: 8 }).high ?? Number.NaN, 14);
  });

  test("everybody: of those who left", () => {
    const [row] = hazardByPeriod([stayed(0.5, 12), left(1, 8)]);
    expect(row).toMatchObject({ atRisk: 20, events: 8, estimate: 1, standardError: 0, high: 1 });
    expect(row?.low).toBeCloseTo(responseRate({ completed: 8, invited: 8 }).low ?? Number.NaN, 14);
  });
});

test("a period that nobody was observed to the end of is known in part", () => {
  const rows = hazardByPeriod([left(3), left(12), stayed(13, 4)], { period: 10 });
  expect(rows[1]).toMatchObject({ atRisk: 5, events: 1, censored: 4, n: 5 });
  expect(rows[1]).toMatchObject({ estimate: null, low: null, high: null, standardError: null });
});

test("late entry: at the start of a period are those who came before it or at it", () => {
  const rows = hazardByPeriod([
    { duration: 3, churned: true, entry: 1 },
    { duration: 3, churned: false, entry: 1.5 },
    { duration: 3, churned: true, entry: 2.5 },
  ]);
  expect(rows.map(({ atRisk, n, estimate }) => [atRisk, n, estimate])).toEqual([
    [0, 0, null],
    [1, 2, 0],
    [2, 3, expect.closeTo(2 / 3, 14)],
  ]);
});

test("no rows, and only durations of 0", () => {
  expect(hazardByPeriod([])).toEqual([]);
  expect(hazardByPeriod([left(0, 3)])).toMatchObject([{ period: 1, atRisk: 3, events: 3, estimate: 1 }]);
  expect(hazardByPeriod([stayed(0, 3)])).toMatchObject([{ atRisk: 3, censored: 3, estimate: null }]);
});

describe("what is not valid", () => {
  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, "1", null])("period: %o", (period) => {
    expect(() => hazardByPeriod([], { period: period as number })).toThrow(
      "Cannot compute hazardByPeriod: period must be a finite number above 0",
    );
  });
  test("too many periods", () => {
    expect(() => hazardByPeriod([left(2e9)], { period: 1 })).toThrow(
      "period must be at least 2000, for a million periods at most, received 1",
    );
    expect(() => hazardByPeriod([left(1e300)], { period: 1e-300 })).toThrow("period must be at least 1e+294");
  });
  test("other options", () => {
    expect(() => hazardByPeriod([], { method: "logLog" as "wilson" })).toThrow(
      "method must be one of wilson",
    );
    expect(() => hazardByPeriod([], { level: 0 })).toThrow("level must be strictly between 0 and 1");
    expect(() => hazardByPeriod([], { periods: 7 } as object)).toThrow(
      "option must be one of period, method",
    );
  });
});
