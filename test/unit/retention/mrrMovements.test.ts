import { describe, expect, test } from "vitest";
import {
  calendarDays,
  calendarMonths,
  isoWeeks,
  type MrrMovementsOptions,
  mrrMovements,
} from "../../../src/index.ts";
import { JANUARY, moved, subscriptionsOf } from "../../support/revenue.ts";

const months = calendarMonths();

test("five customers, one of each movement, by hand", () => {
  const rows = mrrMovements(JANUARY, { bucket: months, asOf: "2024-01-31" });
  expect(rows.map((row) => row.period)).toEqual(["2023-11", "2023-12", "2024-01"]);
  expect(rows[1]).toMatchObject({ opening: 900, new: 6000, churn: 900, closing: 6000, churnedCustomers: 1 });
  expect(rows[2]).toEqual({
    period: "2024-01",
    complete: true,
    opening: 6000,
    new: 2000,
    expansion: 500,
    contraction: 500,
    churn: 1000,
    reactivation: 700,
    closing: 7700,
    openingCustomers: 3,
    newCustomers: 1,
    churnedCustomers: 1,
    reactivatedCustomers: 1,
    closingCustomers: 4,
    afterAsOf: 0,
  });
});

test("the life of the customer in ChartMogul's example", () => {
  // $2,000 a year for four Gold plans; two Silver ones for $60 come and go; all go; three Gold ones at $50.
  const rows = subscriptionsOf(
    "Syncalytics",
    "2023-01-10 2024-01-10 16667",
    "2023-01-25 2023-02-14 6000",
    "2024-03-01 - 15000",
  );
  expect(moved(mrrMovements(rows, { bucket: isoWeeks() }))).toEqual([
    "2023-W02 new 16667",
    "2023-W04 expansion 6000",
    "2023-W07 contraction 6000",
    "2024-W02 churn 16667",
    "2024-W09 reactivation 15000",
  ]);
});

describe("only the net change of a period counts", () => {
  test.each([
    ["joined and left inside", ["2024-01-05 2024-01-25 900"], []],
    [
      "left and came back at the same price",
      ["2023-12-01 2024-02-05 900", "2024-02-20 - 900"],
      ["2023-12 new 900"],
    ],
    [
      "left and came back for less",
      ["2023-12-01 2024-02-05 900", "2024-02-20 - 500"],
      ["2023-12 new 900", "2024-02 contraction 400"],
    ],
    [
      "came back in a later period",
      ["2023-12-01 2024-02-05 900", "2024-04-20 - 500"],
      ["2023-12 new 900", "2024-02 churn 900", "2024-04 reactivation 500"],
    ],
    [
      "joined and left inside, then came back: not new any more",
      ["2024-01-05 2024-01-25 900", "2024-03-01 - 900"],
      ["2024-03 reactivation 900"],
    ],
    [
      "joined, left and joined again inside: new",
      ["2024-01-05 2024-01-15 900", "2024-01-20 - 500"],
      ["2024-01 new 500"],
    ],
    [
      "another plan at the same instant",
      ["2024-01-05 2024-02-10T12:00:00Z 900", "2024-02-10T12:00:00Z - 1500"],
      ["2024-01 new 900", "2024-02 expansion 600"],
    ],
    [
      "another plan at the instant a period begins",
      ["2024-01-05 2024-02-01 900", "2024-02-01 - 500"],
      ["2024-01 new 900", "2024-02 contraction 400"],
    ],
    [
      "one of two subscriptions canceled",
      ["2024-01-05 - 900", "2024-01-05 2024-03-03 400"],
      ["2024-01 new 1300", "2024-03 contraction 400"],
    ],
    [
      "subscriptions that overlap add up",
      ["2024-01-05 2024-03-20 900", "2024-02-10 2024-04-10 400"],
      ["2024-01 new 900", "2024-02 expansion 400", "2024-03 contraction 900", "2024-04 churn 400"],
    ],
    ["of no length", ["2024-01-05 2024-01-05 900"], []],
    [
      "of no length, then a real one: new",
      ["2024-01-05 2024-01-05 900", "2024-03-01 - 500"],
      ["2024-03 new 500"],
    ],
    ["an upgrade from free", ["2024-01-05 2024-03-01 0", "2024-03-01 - 500"], ["2024-03 new 500"]],
  ])("%s", (_name, texts, expected) => {
    const options = { bucket: months, asOf: "2024-04-30" };
    expect(moved(mrrMovements(subscriptionsOf("ada", ...texts), options))).toEqual(expected);
    expect(moved(mrrMovements(subscriptionsOf("ada", ...texts).reverse(), options))).toEqual(expected);
  });
});

test("what happens at exactly the start of a period belongs to it", () => {
  const rows = subscriptionsOf("ada", "2024-02-01T00:00:00Z 2024-04-01T00:00:00Z 900");
  expect(moved(mrrMovements(rows, { bucket: months }))).toEqual(["2024-02 new 900", "2024-04 churn 900"]);
  const earlier = subscriptionsOf("ada", "2024-01-31T23:59:59.999Z 2024-03-31T23:59:59.999Z 900");
  const found = mrrMovements(earlier, { bucket: months, asOf: "2024-04-30" });
  expect(moved(found)).toEqual(["2024-01 new 900", "2024-03 churn 900"]);
});

test("periods are those of the bucket's zone, and civil dates are days in it", () => {
  const toronto = "America/Toronto";
  const rows = subscriptionsOf("ada", "2024-02-01T04:59:59Z 2024-03-01T05:00:00Z 900");
  const found = mrrMovements(rows, { bucket: calendarMonths(toronto) });
  expect(moved(found)).toEqual(["2024-01 new 900", "2024-03 churn 900"]);
  // The end of one row is the start of the other: the day begins at 05:00 UTC.
  const touching = subscriptionsOf("ada", "2024-01-15 2024-02-10 900", "2024-02-10T05:00:00Z - 900");
  expect(moved(mrrMovements(touching, { bucket: calendarDays(toronto) }))).toEqual(["2024-01-15 new 900"]);
});

test.each([
  ["Pacific/Apia", "2011-12-29 2011-12-31 1", ["2011-12-29 new 1", "2011-12-31 churn 1"]],
  ["America/Sao_Paulo", "2018-11-03 2018-11-04T03:00:00Z 1", ["2018-11-03 new 1", "2018-11-04 churn 1"]],
])("days that are missing, or begin late, in %s", (zone, text, expected) => {
  const rows = mrrMovements(subscriptionsOf("ada", text), { bucket: calendarDays(zone) });
  expect(moved(rows)).toEqual(expected);
});

test("nobody paid: no periods", () => {
  expect(mrrMovements([], { bucket: months, asOf: "2024-01-31" })).toEqual([]);
  expect(mrrMovements(subscriptionsOf("ada", "2024-01-10 - 0"), { bucket: months })).toEqual([]);
});

test("quiet periods have their row", () => {
  const rows = mrrMovements(subscriptionsOf("ada", "1969-12-31 1970-03-01 5"), { bucket: months });
  expect(rows.map((row) => [row.period, row.opening, row.closing, row.closingCustomers])).toEqual([
    ["1969-12", 0, 5, 1],
    ["1970-01", 5, 5, 1],
    ["1970-02", 5, 5, 1],
    ["1970-03", 5, 0, 0],
  ]);
});

test("options that are not valid", () => {
  const misspelt = { bucket: months, asof: "2024-01-31" };
  const text = { bucket: "month" } as unknown as MrrMovementsOptions;
  const stray = subscriptionsOf("ada", "0202-01-10 - 1");
  expect(() => mrrMovements(JANUARY, misspelt)).toThrow(
    'Cannot compute mrrMovements: option must be one of bucket, asOf, received "asof"',
  );
  expect(() => mrrMovements(JANUARY, text)).toThrow("Cannot compute mrrMovements: bucket must be a bucket");
  expect(() => mrrMovements(JANUARY, { bucket: months, asOf: "2024-02-30" })).toThrow(
    "Cannot compute mrrMovements: asOf must be a date that exists",
  );
  expect(() => mrrMovements(stray, { bucket: calendarDays(), asOf: "2024-01-31" })).toThrow(
    "subscriptions must span at most 100000 periods: look for a stray date, received 665494",
  );
});
