import { describe, expect, test } from "vitest";
import {
  calendarDays,
  calendarMonths,
  churnRate,
  cohortRetention,
  cohortRevenue,
  inactivityChurn,
  lifetimesFromPurchaseGaps,
  lifetimesFromSubscriptions,
  mrrMovements,
  repeatPurchaseRate,
} from "../../../src/index.ts";
import { badInstants } from "../../support/awkward.ts";
import {
  ofSubscriptions,
  ofTransactions,
  subscriptions,
  transactions,
} from "../../support/retentionMetrics.ts";

describe.each(badInstants)("an instant that is none, %s,", (at, message) => {
  test.each(Object.entries(ofTransactions))("is named by %s", (_, compute) => {
    const rows = [...transactions, { customerId: "eve", at, amount: 1 }];
    expect(() => compute(rows)).toThrow(new RegExp(`transactions\\[7\\]\\.at .*${escaped(message)}`));
  });
  test.each(Object.entries(ofSubscriptions))("is named by %s", (_, compute) => {
    const started = [...subscriptions, { customerId: "eve", startedAt: at, mrr: 1 }];
    expect(() => compute(started)).toThrow(
      new RegExp(`subscriptions\\[5\\]\\.startedAt .*${escaped(message)}`),
    );
    const ended = [...subscriptions, { customerId: "eve", startedAt: "2024-01-01", endedAt: at, mrr: 1 }];
    expect(() => compute(ended)).toThrow(new RegExp(`subscriptions\\[5\\]\\.endedAt .*${escaped(message)}`));
  });
});

test("an end before the start is an error, not a lifetime below zero", () => {
  const row = { customerId: 1, startedAt: "2024-02-02", endedAt: "2024-02-01", mrr: 1 };
  for (const compute of Object.values(ofSubscriptions))
    expect(() => compute([row])).toThrow("subscriptions[0].endedAt must not be earlier than startedAt");
});

describe("a civil date", () => {
  test.each(["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"])(
    "never shifts: %s",
    (timeZone) => {
      const orders = [{ customerId: 1, at: "2024-02-01" }];
      const bucket = calendarDays(timeZone);
      expect(cohortRetention(orders, { bucket, asOf: "2024-02-02" }).map(({ cohort }) => cohort)).toEqual([
        "2024-02-01",
        "2024-02-01",
        "2024-02-02",
      ]);
      const rows = [{ customerId: 1, startedAt: "2024-02-01", endedAt: "2024-03-01" }];
      expect(lifetimesFromSubscriptions(rows, { asOf: "2024-03-31", timeZone })[0]?.duration).toBe(29);
      expect(churnRate(rows, { from: "2024-02-02", to: "2024-02-29", timeZone }).churned).toBe(0);
      expect(churnRate(rows, { from: "2024-02-02", to: "2024-03-01", timeZone }).churned).toBe(1);
    },
  );
});

describe("days of 23 and 25 hours, and days that start late or do not exist,", () => {
  test.each([
    // Midnights by the tz database, worked by hand.
    ["America/New_York", "2024-03-10T05:00:00Z", "2024-03-11T04:00:00Z", 1],
    ["America/New_York", "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z", 1],
    ["America/Sao_Paulo", "2018-11-03T03:00:00Z", "2018-11-05T02:00:00Z", 2],
    // Apia went from 2011-12-29 straight to the 31st: 48 hours later its calendar shows 2012-01-01.
    ["Pacific/Apia", "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", 3],
  ])("count as civil days: %s from %s", (timeZone, startedAt, endedAt, days) => {
    const [lifetime] = lifetimesFromSubscriptions([{ customerId: 1, startedAt, endedAt }], {
      asOf: "2025-01-01",
      timeZone,
    });
    expect(lifetime?.duration).toBe(days);
    const gaps = lifetimesFromPurchaseGaps(
      [startedAt, endedAt].map((at) => ({ customerId: 1, at })),
      { asOf: endedAt, timeZone },
    );
    expect(gaps[0]?.duration).toBe(days);
  });
  test("are days of a window, too", () => {
    // 23:30 in New York on 9 March, and 00:30 on 11 March: two civil days, 24 hours apart.
    const orders = [{ customerId: 1, at: "2024-03-10T04:30:00Z" }];
    const rate = (window: number) =>
      inactivityChurn(orders, { asOf: "2024-03-11T04:30:00Z", window, timeZone: "America/New_York" });
    expect(rate(2)).toMatchObject({ atRisk: 1, churned: 1 });
    expect(rate(3)).toMatchObject({ atRisk: 0, churned: 0 });
  });
});

test("months are counted on the calendar from 31 January on, never by adding lengths", () => {
  const at = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"];
  const orders = at.map((date) => ({ customerId: 1, at: date, amount: 1 }));
  const options = { bucket: calendarMonths(), asOf: "2024-04-30" };
  const first = cohortRetention(orders, options).filter(({ cohort }) => cohort === "2024-01");
  expect(first.map(({ offset, active }) => [offset, active])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  const rows = [{ customerId: 1, startedAt: "2024-01-31", endedAt: "2024-03-31", mrr: 1 }];
  expect(mrrMovements(rows, options).map(({ period, churn }) => [period, churn])).toEqual([
    ["2024-01", 0],
    ["2024-02", 0],
    ["2024-03", 1],
    ["2024-04", 0],
  ]);
});

test("a cell whose period is not over is open, never shown as final", () => {
  const orders = [
    { customerId: 1, at: "2024-01-10", amount: 5 },
    { customerId: 1, at: "2024-02-10", amount: 5 },
  ];
  const complete = (asOf: string): boolean[] =>
    cohortRetention(orders, { bucket: calendarMonths("Asia/Kolkata"), asOf }).map((cell) => cell.complete);
  expect(complete("2024-02-28")).toEqual([true, false, false]);
  expect(complete("2024-02-29")).toEqual([true, true, true]);
  // 29 February ends in Kolkata at 18:30 UTC.
  expect(complete("2024-02-29T18:29:59.999Z")).toEqual([true, false, false]);
  expect(complete("2024-02-29T18:30:00Z")).toEqual([true, true, false, true, false, false]);
  const revenue = cohortRevenue(orders, { bucket: calendarMonths(), asOf: "2024-02-28" });
  expect(revenue.map((cell) => cell.complete)).toEqual([true, false, false]);
  const [, february] = mrrMovements([{ customerId: 1, startedAt: "2024-01-10", mrr: 5 }], {
    bucket: calendarMonths(),
    asOf: "2024-02-28",
  });
  expect(february?.complete).toBe(false);
});

test("the last date there is, which often stands for never, is a date like any other", () => {
  const asOf = "9999-12-31";
  for (const timeZone of ["UTC", "America/New_York", "Asia/Kolkata"]) {
    expect(repeatPurchaseRate([{ customerId: 1, at: "2024-01-10" }], { asOf, timeZone }).n).toBe(1);
    const rows = [{ customerId: 1, startedAt: "9999-12-01", endedAt: asOf, mrr: 1 }];
    expect(churnRate(rows, { from: "9999-12-02", to: asOf, timeZone }).churned).toBe(1);
    const movements = mrrMovements(rows, { bucket: calendarMonths(timeZone), asOf });
    expect(movements.map(({ period, churn }) => [period, churn])).toEqual([["9999-12", 0]]);
  }
});

describe("orders that repeat", () => {
  const order = { customerId: 1, at: "2024-01-10T09:00:00Z", amount: 10 };
  const asOf = "2024-02-29";
  test("on one day are one purchase, duplicates too", () => {
    const orders = [order, order, { ...order, at: "2024-01-10T23:00:00Z" }];
    expect(repeatPurchaseRate(orders, { asOf })).toMatchObject({ repeated: 0, n: 1 });
    expect(lifetimesFromPurchaseGaps(orders, { asOf })).toHaveLength(1);
    // In Kolkata the last one is on the next day.
    expect(repeatPurchaseRate(orders, { asOf, timeZone: "Asia/Kolkata" }).repeated).toBe(1);
  });
  test("bring in what each of them does", () => {
    const [cell] = cohortRevenue([order, order], { bucket: calendarMonths(), asOf });
    expect(cell).toMatchObject({ revenue: 20, size: 1 });
  });
  test("refunds are no activity, and counted; what is free is activity", () => {
    const refund = { customerId: 1, at: "2024-02-10", amount: -10 };
    const free = { customerId: 1, at: "2024-02-11", amount: 0 };
    const options = { bucket: calendarMonths(), asOf };
    expect(cohortRetention([order, refund], options)[1]).toMatchObject({ active: 0, refunds: 1 });
    expect(cohortRetention([order, free], options)[1]).toMatchObject({ active: 1, refunds: 0 });
    expect(cohortRevenue([order, refund], options)[1]?.revenue).toBe(-10);
    expect(repeatPurchaseRate([order, refund], { asOf })).toMatchObject({ repeated: 0, refunds: 1 });
  });
  test("what comes after asOf is left out, and counted", () => {
    const later = { customerId: 2, at: "2024-03-01", amount: 1 };
    const options = { bucket: calendarMonths(), asOf };
    expect(cohortRetention([order, later], options)[0]).toMatchObject({ size: 1, afterAsOf: 1 });
    expect(repeatPurchaseRate([order, later], { asOf })).toMatchObject({ n: 1, afterAsOf: 1 });
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
