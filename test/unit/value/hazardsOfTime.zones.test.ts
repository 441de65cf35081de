import { describe, expect, test } from "vitest";
import {
  clv,
  fitBgNbd,
  fitGammaGamma,
  isoWeeks,
  probabilityAlive,
  rfm,
  summarizeCustomers,
} from "../../../src/index.ts";

import { badInstants } from "../../support/awkward.ts";
import { bgNbd, ofCustomers, ofTransactions, transactions } from "../../support/valueMetrics.ts";

describe.each(badInstants)("an instant that is none, %s,", (at, message) => {
  test.each(Object.entries(ofTransactions))("is named by %s", (_, compute) => {
    const rows = [...transactions, { customerId: "zoe", at, amount: 1 }];
    expect(() => compute(rows)).toThrow(
      new RegExp(`transactions\\[${transactions.length}\\]\\.at .*${message}`),
    );
  });
  test("is named as the end of observation", () => {
    expect(() => summarizeCustomers(transactions, { asOf: at })).toThrow(new RegExp(`asOf .*${message}`));
    expect(() => clv(transactions, { asOf: at, horizon: 1 })).toThrow(new RegExp(`asOf .*${message}`));
  });
});

describe("a civil date", () => {
  const orders = [
    { customerId: 1, at: "2024-02-01", amount: 5 },
    { customerId: 1, at: "2024-03-01", amount: 7 },
  ];
  test.each(["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"])(
    "never shifts: %s",
    (timeZone) => {
      expect(summarizeCustomers(orders, { asOf: "2024-03-31", timeZone })).toEqual([
        { customerId: 1, frequency: 1, recency: 29, age: 59, monetaryValue: 7 },
      ]);
      expect(rfm(orders, { asOf: "2024-03-31", timeZone }).customers[0]).toMatchObject({
        lastAt: "2024-03-01",
        daysSinceLast: 30,
      });
    },
  );
});

describe("days of 23 and 25 hours, and days that start late or do not exist,", () => {
  test.each([
    // Midnights by the tz database, worked by hand.
    ["America/New_York", "2024-03-10T05:00:00Z", "2024-03-11T04:00:00Z", 1],
    ["America/New_York", "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z", 1],
    ["America/Sao_Paulo", "2018-11-03T03:00:00Z", "2018-11-05T02:00:00Z", 2],
    ["Pacific/Apia", "2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z", 3],
  ])("count as civil days: %s from %s", (timeZone, first, second, days) => {
    const rows = [first, second].map((at) => ({ customerId: 1, at }));
    const [row] = summarizeCustomers(rows, { asOf: second, timeZone });
    expect(row).toMatchObject({ frequency: 1, recency: days, age: days });
  });
});

describe("orders that repeat", () => {
  const order = { customerId: 1, at: "2024-01-10T09:00:00Z", amount: 10 };
  const asOf = "2024-02-29";
  test("on one day are one purchase, duplicates too; what they cost adds up", () => {
    const first = { ...order, at: "2024-01-02", amount: 99 };
    const rows = [first, order, order, { ...order, at: "2024-01-10T23:00:00Z" }];
    expect(summarizeCustomers(rows, { asOf })[0]).toMatchObject({ frequency: 1, monetaryValue: 30 });
    // In Kolkata the last one is on the next day.
    expect(summarizeCustomers(rows, { asOf, timeZone: "Asia/Kolkata" })[0]).toMatchObject({
      frequency: 2,
      monetaryValue: 15,
    });
    expect(summarizeCustomers(rows, { asOf, mergeWithin: isoWeeks() })[0]?.frequency).toBe(1);
  });
  test("refunds are no purchase, and free orders are", () => {
    const refund = { customerId: 1, at: "2024-02-10", amount: -10 };
    const free = { customerId: 1, at: "2024-02-11", amount: 0 };
    expect(summarizeCustomers([order, refund], { asOf })[0]).toMatchObject({ frequency: 0, refunds: 1 });
    expect(summarizeCustomers([order, free], { asOf })[0]).toMatchObject({ frequency: 1, monetaryValue: 0 });
    expect(rfm([order, refund], { asOf })).toMatchObject({ refunds: 1, n: 1 });
  });
  test("below zero they are an error in models of spend", () => {
    const refund = { customerId: 1, at: "2024-02-10", amount: -10 };
    expect(() => clv([order, refund], { asOf, horizon: 30 })).toThrow(/transactions\[1\]\.amount must/);
    const row = { frequency: 2, recency: 5, age: 9, monetaryValue: -1 };
    expect(() => fitGammaGamma([row])).toThrow(/customers\[0\]\.monetaryValue must/);
  });
  test("what comes after asOf is left out, and counted where there is a record", () => {
    const later = { customerId: 2, at: "2024-03-01", amount: 1 };
    expect(summarizeCustomers([order, later], { asOf })).toHaveLength(1);
    expect(clv([order, later], { asOf, horizon: 30 })).toMatchObject({ n: 1, afterAsOf: 1 });
    expect(rfm([order, later], { asOf })).toMatchObject({ n: 1, afterAsOf: 1 });
  });
});

describe("no finite maximum, or one at a boundary,", () => {
  const once = { frequency: 0, recency: 0, age: 30 };
  test.each([
    ["no customers", []],
    ["one-time buyers only", [once, once, { ...once, age: 12 }]],
    ["one customer", [{ frequency: 3, recency: 20, age: 30 }]],
    ["everybody alike", Array.from({ length: 40 }, () => ({ frequency: 2, recency: 20, age: 30 }))],
    ["age 0", [{ frequency: 0, recency: 0, age: 0 }]],
  ])("is told, never thrown: %s", (_, rows) => {
    for (const name of ["fitNbd", "fitBgNbd", "fitMbgNbd", "fitParetoNbd", "fitBgBb"]) {
      const fit = ofCustomers[name]?.(rows) as ReturnType<typeof fitBgNbd>;
      expect(fit.converged || fit.reason !== null, name).toBe(true);
      expect(fit.converged === false || fit.logLikelihood !== null, name).toBe(true);
      expect(JSON.parse(JSON.stringify(fit)), name).toEqual(fit);
      const parameters = Object.values(fit.parameters);
      if (fit.converged && fit.boundary === null) expect(parameters, name).not.toContain(null);
    }
    const fit = fitBgNbd(rows);
    if (!fit.converged) expect(() => probabilityAlive(fit, rows)).toThrow(/fit\.converged must be true/);
    else expect(probabilityAlive(fit, rows)).toHaveLength(rows.length);
  });
  test("published parameters answer, with neither error nor interval", () => {
    const [row] = probabilityAlive(bgNbd, [{ frequency: 2, recency: 30.43, age: 38.86 }]);
    // Behind the decimal point as computed with 40 digits by mpmath.
    expect(row?.estimate).toBeCloseTo(0.7265785700806729, 14);
    expect(row).toMatchObject({ low: null, high: null, standardError: null });
  });
});
