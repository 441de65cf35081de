import { describe, expect, it } from "vitest";
import {
  type BacktestOptions,
  backtest,
  calendarDays,
  isoWeeks,
  type TransactionRow,
} from "../../../src/index.ts";
import { rowHazards } from "../../support/rowHazards.ts";

const ends = { calibrationEnd: "2024-01-31", asOf: "2024-02-20", model: "nbd" } as const;
const rows: readonly TransactionRow[] = [
  [0, 4, 11, 24, 33, 40],
  [9, 27, 45],
  [2],
  [19, 19, 50],
  [35],
  [3, 5, 6, 20, 32],
].flatMap((days, who) =>
  days.map((day, i) => ({
    customerId: `c${who}`,
    at: new Date(Date.UTC(2024, 0, 1 + day)).toISOString(),
    amount: 10.1 * (i + 1) + who,
  })),
);
const run = (given: Iterable<object>, options: Partial<BacktestOptions> = {}) =>
  backtest(given as Iterable<TransactionRow>, { ...ends, ...options });

// Hazards 9, 12, 13, 15, 26.
rowHazards("backtest", (given) => run(given), rows);

describe("hazards 10 and 11: ids are what they are", () => {
  it('1 and "1", __proto__, constructor and the empty name are five customers', () => {
    const ids = [1, "1", "__proto__", "constructor", ""];
    const given = ids.flatMap((customerId) => [
      { customerId, at: "2024-01-05" },
      { customerId, at: "2024-01-15" },
      { customerId, at: "2024-02-05" },
    ]);
    expect(run(given)).toMatchObject({ n: 5, actual: 5 });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("hazards 19 to 21: time", () => {
  it("refuses what is no instant, by its place", () => {
    for (const at of ["2024-02-30", "01/02/2024", "2024-01-02T10:00", new Date(Number.NaN), 1704067200])
      expect(() => run([...rows, { customerId: "x", at }])).toThrow(
        `Cannot compute backtest: transactions[${rows.length}].at must`,
      );
  });

  it("a date is a civil day: both ends include the whole of theirs", () => {
    const given = [
      { customerId: "a", at: "2024-01-01" },
      { customerId: "a", at: "2024-01-31" },
      { customerId: "a", at: "2024-02-20" },
      { customerId: "a", at: "2024-02-21" },
    ];
    for (const timeZone of ["UTC", "America/Toronto", "Pacific/Apia", "Asia/Kolkata"])
      expect(run(given, { timeZone })).toMatchObject({ n: 1, actual: 1, afterAsOf: 1, horizon: 20 });
  });

  it("counts in the zone asked for: a purchase just after midnight in Toronto belongs to the next day there", () => {
    const given = [
      { customerId: "a", at: "2024-01-01T12:00:00Z" },
      { customerId: "a", at: "2024-02-01T04:59:00Z" },
      { customerId: "a", at: "2024-02-10T12:00:00Z" },
    ];
    expect(run(given).actual).toBe(2);
    expect(run(given, { timeZone: "America/Toronto" })).toMatchObject({ actual: 1, n: 1 });
    expect(run(given, { timeZone: "America/Toronto" }).byFrequency[1]?.n).toBe(1);
  });

  it("a calibration that ends at noon: what comes later that day is of the holdout, and of its first period", () => {
    const given = [
      { customerId: "a", at: "2024-01-01T08:00:00Z" },
      { customerId: "a", at: "2024-01-31T13:00:00Z" },
      { customerId: "b", at: "2024-01-31T11:00:00Z" },
      { customerId: "b", at: "2024-01-31T13:00:00Z" },
    ];
    const { actual, tracking } = run(given, { calibrationEnd: "2024-01-31T12:00:00Z" });
    // The orders of b on that day are one purchase, which began before noon.
    expect(actual).toBe(1);
    expect(tracking.filter((row) => row.actual > 0)).toMatchObject([
      { period: "2024-02-01", phase: "holdout" },
    ]);
  });
});

describe("hazard 24: several orders a day, refunds, zero amounts", () => {
  it("orders of a day, or of a bucket, are one purchase; one of zero is one; one below zero is none", () => {
    const of = (at: string, amount: number): TransactionRow => ({ customerId: "a", at, amount });
    const given = [
      of("2024-01-01", 5),
      of("2024-01-03", 5),
      of("2024-01-08", 0),
      of("2024-01-09", -5),
      of("2024-02-01", 5),
      of("2024-02-01", 5),
      of("2024-02-06", 5),
    ];
    expect(run(given)).toMatchObject({ actual: 2, refunds: 1 });
    expect(run(given).byFrequency[2]?.n).toBe(1);
    const weekly = run(given, { mergeWithin: isoWeeks() });
    // 1 February is in the week of 29 January to 4 February, in which nothing was bought before the calibration ended.
    expect(weekly).toMatchObject({ actual: 2 });
    expect(weekly.byFrequency[1]?.n).toBe(1);
  });

  it("all rows have an amount, or none", () => {
    expect(() => run([...rows, { customerId: "x", at: "2024-01-01" }])).toThrow(
      "must be a finite number, since other rows have an amount",
    );
  });
});

describe("options", () => {
  it.each([
    [{ calibrationEnd: "2024-02-20" }, "calibrationEnd must be at least a day before asOf"],
    [{ calibrationEnd: "2024-02-21" }, "calibrationEnd must be no later than asOf"],
    [{ calibrationEnd: "2024-02-30" }, "calibrationEnd must be a date that exists"],
    [{ asOf: undefined }, "options must carry calibrationEnd, asOf"],
    [{ model: "bgBb" }, "model must be one of bgNbd, mbgNbd, paretoNbd, nbd"],
    [{ unit: "year" }, "unit must be one of day, week, month"],
    [{ level: 95 }, "level must be strictly between 0 and 1"],
    [{ seed: 0.5 }, "seed must be an integer"],
    [{ timeZone: "Mars" }, "timeZone must be an IANA zone"],
    [{ mergeWithin: "week" }, "mergeWithin must be a bucket"],
    [{ period: "week" }, "period must be a bucket"],
    [
      { mergeWithin: calendarDays("America/Toronto"), timeZone: "UTC" },
      "timeZone must be that of mergeWithin",
    ],
    [{ horizon: 3 }, "option must be one of calibrationEnd, asOf, model"],
  ])("%j: %s", (options, message) => {
    expect(() => run(rows, options as unknown as Partial<BacktestOptions>)).toThrow(
      `Cannot compute backtest: ${message}`,
    );
  });

  it("at most 100000 periods", () => {
    const given = [{ customerId: "a", at: "0024-01-01" }];
    expect(() => run(given, { period: calendarDays() })).toThrow("period must make at most 100000 periods");
  });
});
