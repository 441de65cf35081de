import { describe, expect, test } from "vitest";
import {
  clv,
  expectedPurchases,
  fitBgNbd,
  fitSbg,
  historicClv,
  probabilityAlive,
  rfm,
  summarizeCustomers,
  tallyCustomers,
} from "../../../src/index.ts";
import { awkwardNames as names } from "../../support/awkward.ts";

import { bgNbd, contracts, customers, ofCustomers } from "../../support/valueMetrics.ts";

const asOf = "2024-04-30";
const orders = names.flatMap((customerId, index) =>
  ["2024-01-10", "2024-02-03", `2024-03-${10 + index}`]
    .slice(index % 3)
    .map((at) => ({ customerId, at, amount: 10 + index })),
);

describe("names of customers", () => {
  test("are ordinary, and distinct", () => {
    const idsOf = (rows: readonly { readonly customerId?: unknown }[]): unknown[] =>
      rows.map(({ customerId }) => customerId);
    expect(idsOf(summarizeCustomers(orders, { asOf }))).toEqual(names);
    expect(idsOf(rfm(orders, { asOf }).customers)).toEqual(names);
    expect(idsOf(clv(orders, { asOf, horizon: 30 }).customers)).toEqual(names);
    expect(historicClv(orders, { asOf }).n).toBe(names.length);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
  test("stay with the rows of an answer, and so does every other field", () => {
    const rows = names.map((customerId) => ({ customerId, frequency: 2, recency: 5, age: 9, plan: "pro" }));
    const answers = expectedPurchases(bgNbd, rows, { horizon: 10 });
    expect(answers.map(({ customerId, plan }) => [customerId, plan])).toEqual(names.map((id) => [id, "pro"]));
  });
});

describe("sorting", () => {
  test("of a tally is numeric, and the rows stay where they were", () => {
    const rows = [100, 9, 10, 1].map((frequency) => ({ frequency, recency: 200, age: 300 }));
    expect(tallyCustomers(rows).map(({ frequency }) => frequency)).toEqual([1, 9, 10, 100]);
    expect(rows.map(({ frequency }) => frequency)).toEqual([100, 9, 10, 1]);
  });
});

describe("counts of a database driver", () => {
  test("may be BigInt, and results are numbers", () => {
    const many = customers.map((row) => ({ ...row, count: 3 }));
    const big = customers.map((row) => ({ ...row, count: 3n }));
    expect(fitBgNbd(big)).toEqual(fitBgNbd(many));
    expect(tallyCustomers(big)).toEqual(tallyCustomers(many));
    expect(JSON.parse(JSON.stringify(probabilityAlive(bgNbd, big)))).toEqual(probabilityAlive(bgNbd, many));
    expect(fitSbg(contracts.map((row) => ({ ...row, count: 2n })))).toEqual(
      fitSbg(contracts.map((row) => ({ ...row, count: 2 }))),
    );
  });
  test.each(Object.entries(ofCustomers))("must be safe, and above 0: %s", (_, compute) => {
    for (const count of [0, -1, 1.5, 2n ** 53n, Number.NaN]) {
      const rows = customers.map((row, index) => (index === 3 ? { ...row, count } : row));
      expect(() => compute(rows)).toThrow(/customers\[3\]\.count must be an integer from 1/);
    }
  });
});

describe("amounts that cancel", () => {
  // NIST NumAcc4: mean 10000000.2 of 1001 numbers that differ by 0.2.
  const amounts = [10000000.2, ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat()];
  test("keep their digits, in any order", () => {
    const rows = amounts.map((amount, customerId) => ({ customerId, at: "2024-01-01", amount }));
    const forth = historicClv(rows, { asOf });
    expect(forth.estimate).toBeCloseTo(10000000.2, 7);
    expect(historicClv([...rows].reverse(), { asOf })).toEqual(forth);
  });
  test("of a customer, too", () => {
    const rows = amounts.map((amount, day) => ({
      customerId: 1,
      at: new Date(Date.UTC(2020, 0, 1 + day)),
      amount,
    }));
    const [ann] = summarizeCustomers(rows, { asOf });
    const [back] = summarizeCustomers([...rows].reverse(), { asOf });
    expect(ann?.monetaryValue).toBeCloseTo(10000000.2, 7);
    expect(back?.frequency).toBe(1000);
  });
});
