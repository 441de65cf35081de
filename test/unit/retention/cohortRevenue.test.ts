import { describe, expect, test } from "vitest";
import {
  type Bucket,
  calendarMonths,
  cohortRevenue,
  type CohortRevenueOptions,
  fixedDays,
  type TransactionRow,
} from "../../../src/index.ts";

const orders: readonly TransactionRow[] = [
  { customerId: "ann", at: "2024-01-05", amount: 30 },
  { customerId: "ann", at: "2024-01-05", amount: 20 },
  { customerId: "bob", at: "2024-01-31", amount: 10 },
  { customerId: "cid", at: "2024-02-20", amount: -5 },
  { customerId: "ann", at: "2024-02-03", amount: -10 },
  { customerId: "dee", at: "2024-02-03", amount: -7 },
  { customerId: "cid", at: "2024-03-01", amount: 60 },
  { customerId: "ann", at: "2024-03-14", amount: 40 },
  { customerId: "eve", at: "2024-03-16", amount: 99 },
];
const options: CohortRevenueOptions = { bucket: calendarMonths(), asOf: "2024-03-15" };

/** Cohort, offset, size, revenue, estimate and standard error of every cell. */
const table = (cells: ReturnType<typeof cohortRevenue>): unknown[] =>
  cells.map((cell) => [cell.cohort, cell.offset, cell.size, cell.revenue, cell.estimate, cell.standardError]);

describe("the example by hand", () => {
  // January: ann with 50, -10 and 40, bob with 10. March: cid with 60. The standard error of two amounts a and b is
  // |a - b| / 2.
  test("revenue of each month", () => {
    expect(table(cohortRevenue(orders, options))).toEqual([
      ["2024-01", 0, 2, 60, 30, 20],
      ["2024-01", 1, 2, -10, -5, 5],
      ["2024-01", 2, 2, 40, 20, 20],
      ["2024-02", 0, 0, 0, null, null],
      ["2024-02", 1, 0, 0, null, null],
      ["2024-03", 0, 1, 60, 60, null],
    ]);
  });

  test("revenue up to each month's end", () => {
    expect(table(cohortRevenue(orders, { ...options, mode: "cumulative" }))).toEqual([
      ["2024-01", 0, 2, 60, 30, 20],
      ["2024-01", 1, 2, 50, 25, 15],
      ["2024-01", 2, 2, 90, 45, 35],
      ["2024-02", 0, 0, 0, null, null],
      ["2024-02", 1, 0, 0, null, null],
      ["2024-03", 0, 1, 60, 60, null],
    ]);
  });

  test("the other fields", () => {
    const [first, , third] = cohortRevenue(orders, options);
    expect(first).toMatchObject({
      metric: "cohortRevenue",
      unit: "money",
      method: "hall",
      level: 0.95,
      n: 2,
      complete: true,
      afterAsOf: 1,
      refundsBefore: 2,
    });
    // Two amounts have no skewness, so it is Student's t, whose quantile with one degree of freedom is tan(pi (p - 1/2)).
    const t = Math.tan(0.475 * Math.PI);
    expect(first?.low).toBeCloseTo(30 - 20 * t, 9);
    expect(first?.high).toBeCloseTo(30 + 20 * t, 9);
    expect(third).toMatchObject({ offset: 2, complete: false });
  });
});

test("without asOf the last row's bucket is open, a refund's as well", () => {
  const more = [...orders, { customerId: "eve", at: "2024-04-02", amount: -1 }];
  const cells = cohortRevenue(more, { bucket: calendarMonths() });
  expect(cells).toHaveLength(10);
  expect(cells.map(({ complete }) => complete)).toEqual([
    ...[true, true, true, false],
    ...[true, true, false],
    ...[true, false],
    false,
  ]);
});

test("refunds: of the first purchase's bucket they count, whatever the hour; earlier ones do not", () => {
  const early = [
    { customerId: "ann", at: "2024-01-02", amount: -3 },
    { customerId: "ann", at: "2024-01-05", amount: 10 },
    { customerId: "ann", at: "2023-12-31", amount: -4 },
  ];
  const [cell, ...others] = cohortRevenue(early, { bucket: calendarMonths() });
  expect(others).toEqual([]);
  expect(cell).toMatchObject({ cohort: "2024-01", revenue: 7, refundsBefore: 1 });
});

test("a free order makes a cohort; its customer counts with 0", () => {
  const free = [
    { customerId: "ann", at: "2024-01-02", amount: 0 },
    { customerId: "bob", at: "2024-01-02", amount: 8 },
  ];
  expect(cohortRevenue(free, options)[0]).toMatchObject({
    size: 2,
    revenue: 8,
    estimate: 4,
    standardError: 4,
  });
});

test("nothing bought: no cells", () => {
  expect(cohortRevenue([], options)).toEqual([]);
  expect(cohortRevenue([{ customerId: "dee", at: "2024-02-03", amount: -7 }], options)).toEqual([]);
  expect(cohortRevenue([{ customerId: "eve", at: "2024-03-16", amount: 7 }], options)).toEqual([]);
});

describe("refuses", () => {
  test.each([undefined, null, Number.NaN, Number.POSITIVE_INFINITY, "5", 5n])("an amount of %s", (amount) => {
    const rows = [...orders, { customerId: "ann", at: "2024-01-05", amount: amount as number }];
    expect(() => cohortRevenue(rows, options)).toThrow(
      "Cannot compute cohortRevenue: transactions[9].amount must be a finite number",
    );
  });
  test.each([
    [undefined, "options must carry bucket"],
    [{}, "options must carry bucket"],
    [{ bucket: "month" }, "bucket must be a bucket"],
    [{ ...options, mode: "total" }, "mode must be one of on, cumulative"],
    [{ ...options, method: "wilson" }, "method must be one of hall, t, bootstrap"],
    [{ ...options, level: 95 }, "level must be strictly between 0 and 1"],
    [{ ...options, seed: 0.5 }, "seed must be an integer"],
    [{ ...options, timeZone: "UTC" }, "option must be one of bucket, asOf, mode, level, method, seed"],
  ])("%j", (given, message) => {
    expect(() => cohortRevenue([], given as CohortRevenueOptions)).toThrow(
      `Cannot compute cohortRevenue: ${message}`,
    );
  });
});

test("a date in a wrong century is an error, not millions of cells", () => {
  const rows = [...orders, { customerId: "old", at: "0204-01-05", amount: 1 }];
  expect(() => cohortRevenue(rows, { bucket: calendarMonths(), asOf: "2024-03-15" })).toThrow(
    "bucket must make at most 5000000 cells: choose a larger one, or check the dates, since there are 21843 cohorts",
  );
});

test("any bucket will do", () => {
  const weeks: Bucket = fixedDays(7, "2024-01-01");
  const cells = cohortRevenue(orders.slice(0, 3), { bucket: weeks });
  expect(table(cells).map((row) => (row as unknown[]).slice(1, 4))).toEqual([
    [0, 1, 50],
    [1, 1, 0],
    [2, 1, 0],
    [3, 1, 0],
    [4, 1, 0],
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [3, 0, 0],
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 10],
  ]);
});
