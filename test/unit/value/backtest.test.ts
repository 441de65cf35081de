import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type BacktestOptions,
  backtest,
  calendarMonths,
  calendarQuarters,
  type TransactionRow,
} from "../../../src/index.ts";

const ends = { calibrationEnd: "2024-01-31", asOf: "2024-02-20", model: "nbd" } as const;
const on = (customerId: string, ...days: readonly string[]): TransactionRow[] =>
  days.map((day) => ({ customerId, at: `2024-${day}`, amount: 10 }));
const rows: readonly TransactionRow[] = [
  ...on("ann", "01-01", "01-05", "01-12", "01-25", "02-03", "02-10", "02-21"),
  ...on("bob", "01-10", "01-28", "02-15"),
  ...on("cem", "01-03"),
  ...on("dia", "01-20", "01-20", "02-20"),
  ...on("eve", "02-05"),
  { customerId: "fay", at: "2024-01-15", amount: -5 },
  { customerId: "ann", at: "2024-02-11", amount: -10 },
];
const result = backtest(rows, ends);
const expectation = (frequency: number, age: number): number => {
  const { r, alpha } = result.fit.parameters as Record<"r" | "alpha", number>;
  return ((r + frequency) / (alpha + age)) * 20;
};

describe("the hand example", () => {
  it("counts customers, purchases of the holdout and what is left out", () => {
    expect(result).toMatchObject({
      metric: "backtest",
      model: "nbd",
      timeUnit: "day",
      n: 4,
      horizon: 20,
      actual: 4,
      newCustomers: 1,
      afterAsOf: 1,
      refunds: 2,
      level: 0.95,
      reason: result.fit.reason,
    });
    expect(result.fit).toMatchObject({ model: "nbd", n: 4, unit: "day", converged: true });
  });

  it("expects (r + x) / (alpha + T) times the horizon of each customer", () => {
    const own = [expectation(3, 30), expectation(1, 21), expectation(0, 28), expectation(0, 11)];
    const errors = own.map((value, i) => value - ([2, 1, 0, 1][i] as number));
    const total = own.reduce((sum, value) => sum + value, 0);
    expect(result.expected).toBeCloseTo(total, 12);
    expect(result.error).toBeCloseTo(total - 4, 12);
    expect(result.relativeError).toBeCloseTo((total - 4) / 4, 12);
    expect(result.meanAbsoluteError).toBeCloseTo(errors.reduce((sum, e) => sum + Math.abs(e), 0) / 4, 12);
    expect(result.rootMeanSquaredError).toBeCloseTo(Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / 4), 12);
    expect(result.low).toBeLessThan(total);
    expect(result.high).toBeGreaterThan(total);
  });

  it("puts customers in tenths by what is expected, the most first", () => {
    expect(result.deciles.map(({ decile, n, actual }) => [decile, n, actual])).toEqual([
      [2, 1, 2],
      [4, 1, 1],
      [7, 1, 1],
      [9, 1, 0],
    ]);
    expect(result.deciles[0]?.expected).toBeCloseTo(expectation(3, 30), 12);
    expect(result.deciles[0]?.error).toBeCloseTo(expectation(3, 30) - 2, 12);
  });

  it("counts by frequency", () => {
    expect(result.byFrequency.map(({ frequency, n, meanActual }) => [frequency, n, meanActual])).toEqual([
      [0, 2, 0.5],
      [1, 1, 1],
      [2, 0, null],
      [3, 1, 2],
      [4, 0, null],
      [5, 0, null],
      [6, 0, null],
      [7, 0, null],
    ]);
    expect(result.byFrequency[1]?.meanExpected).toBeCloseTo(expectation(1, 21), 12);
    expect(result.byFrequency[2]?.meanExpected).toBeNull();
  });

  it("follows repeat purchases by weeks that end with the calibration", () => {
    expect(
      result.tracking.map(({ period, phase, actual, cumulativeActual }) => [
        period,
        phase,
        actual,
        cumulativeActual,
      ]),
    ).toEqual([
      ["2023-12-28", "calibration", 0, 0],
      ["2024-01-04", "calibration", 1, 1],
      ["2024-01-11", "calibration", 1, 2],
      ["2024-01-18", "calibration", 0, 2],
      ["2024-01-25", "calibration", 2, 4],
      ["2024-02-01", "holdout", 1, 5],
      ["2024-02-08", "holdout", 1, 6],
      ["2024-02-15", "holdout", 2, 8],
    ]);
    const { r, alpha } = result.fit.parameters as Record<"r" | "alpha", number>;
    // Of the NBD, E[X(t)] = r t / alpha; ann, cem, bob and dia came on days 0, 2, 9 and 19, and the last day is day 50.
    expect(result.tracking.at(-1)?.cumulativeExpected).toBeCloseTo((r / alpha) * (50 + 48 + 41 + 31), 10);
    expect(result.tracking[1]?.cumulativeExpected).toBeCloseTo((r / alpha) * (9 + 7 + 0), 10);
  });

  it("a period in which the calibration ends has a row for each phase", () => {
    const labels = (options: Partial<BacktestOptions>): unknown[] =>
      backtest(rows, { ...ends, ...options }).tracking.map(({ period, phase, actual }) => [
        period,
        phase,
        actual,
      ]);
    expect(labels({ period: calendarQuarters() })).toEqual([
      ["2024-Q1", "calibration", 4],
      ["2024-Q1", "holdout", 4],
    ]);
    expect(labels({ unit: "month" })).toEqual(labels({ period: calendarMonths() }));
    expect(labels({ unit: "month" })).toEqual([
      ["2024-01", "calibration", 4],
      ["2024-02", "holdout", 4],
    ]);
  });

  it("the last 20 days before: ann 2, bob 1, nobody else, since a first purchase is none that comes again", () => {
    expect(result.baselines[0]).toMatchObject({
      baseline: "lastPeriod",
      expected: 3,
      error: -1,
      relativeError: -0.25,
      meanAbsoluteError: 0.25,
      rootMeanSquaredError: 0.5,
    });
  });

  // On 16 January ann, bob and cem are known, with 3, 1 and 1 purchases, the last 4, 6 and 13 days ago; in the 15 days
  // since, they bought 1, 1 and 0 times. At the end of calibration nobody is like ann or bob was, and gets the mean of all,
  // 2/3; cem is like cem was. The holdout is 20/15 as long.
  it("RFM bins, by hand: 8/9, 8/9, 0 and, since dia spent 20 where bob had spent 10, 8/9", () => {
    const bins = result.baselines[1];
    expect(bins?.expected).toBeCloseTo(24 / 9, 12);
    expect(bins?.meanAbsoluteError).toBeCloseTo(1 / 3, 12);
    expect(bins?.rootMeanSquaredError).toBeCloseTo(Math.sqrt(102 / 324), 12);
  });

  it("RFM bins without amounts: dia is like bob was, and gets 4/3", () => {
    const unpaid = rows
      .filter(({ amount }) => (amount ?? 0) > 0)
      .map(({ customerId, at }) => ({ customerId, at }));
    const bins = backtest(unpaid, ends).baselines[1];
    expect(bins?.expected).toBeCloseTo(28 / 9, 12);
    expect(bins?.meanAbsoluteError).toBeCloseTo(7 / 18, 12);
    expect(bins?.rootMeanSquaredError).toBeCloseTo(Math.sqrt(110 / 324), 12);
  });

  it("never peeks: what comes later changes no forecast", () => {
    const later = [...rows, ...on("cem", "02-01", "02-02", "02-04", "02-09"), ...on("bob", "02-17")];
    const other = backtest(later, ends);
    expect(other.actual).toBe(9);
    expect(other.expected).toBe(result.expected);
    expect(other.baselines.map(({ expected }) => expected)).toEqual(
      result.baselines.map(({ expected }) => expected),
    );
  });

  it("is better than a baseline when it is closer for each customer and in total", () => {
    const closer = (other: { rootMeanSquaredError: number | null; error: number | null }): boolean =>
      (result.rootMeanSquaredError ?? 0) < (other.rootMeanSquaredError ?? 0) &&
      Math.abs(result.error ?? 0) <= Math.abs(other.error ?? 0);
    const better = result.baselines.map(closer);
    expect(result.baselines.map(({ modelIsBetter }) => modelIsBetter)).toEqual(better);
    expect(result.beatsBaselines).toBe(better.every(Boolean));
  });

  it("one of the two is not enough: closer for each of the sample's customers, but not in total", () => {
    const [, ...lines] = readFileSync("test/sample/orders.csv", "utf8").trim().split("\n");
    const orders = lines.map((line) => {
      const [customerId = "", at = "", amount = ""] = line.split(",");
      return { customerId, at, amount: Number(amount) };
    });
    const sample = backtest(orders, { calibrationEnd: "2024-08-31", asOf: "2024-12-31", model: "nbd" });
    for (const other of sample.baselines) {
      expect(sample.rootMeanSquaredError).toBeLessThan(other.rootMeanSquaredError as number);
      expect(sample.error).toBeGreaterThan(Math.abs(other.error as number));
      expect(other.modelIsBetter).toBe(false);
    }
    expect(sample.beatsBaselines).toBe(false);
  });
});
