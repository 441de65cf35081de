import { expect, test } from "vitest";
import { type CustomerRow, summarizeCustomers, tallyCustomers } from "../../../src/index.ts";

const row = { frequency: 1, recency: 4, age: 9 };

test("alike customers are one row, without ids, in order of their fields", () => {
  const rows = [
    { ...row, customerId: "ann", monetaryValue: 3, plan: "gold" },
    { ...row, customerId: "bob", monetaryValue: 3 },
    { ...row, customerId: "cid", monetaryValue: null },
    { ...row, customerId: "dee" },
    { ...row, customerId: "eve", monetaryValue: 3, holdoutFrequency: 0 },
    { customerId: "flo", frequency: 0, recency: 0, age: 10 },
  ];
  expect(tallyCustomers(rows)).toEqual([
    { frequency: 0, recency: 0, age: 10, count: 1 },
    { ...row, count: 1 },
    { ...row, monetaryValue: null, count: 1 },
    { ...row, monetaryValue: 3, count: 2 },
    { ...row, monetaryValue: 3, holdoutFrequency: 0, count: 1 },
  ]);
});

test("counts add up, BigInt ones too; refunds are no statistic of a customer", () => {
  expect(tallyCustomers([{ ...row, count: 3n }, row, { ...row, count: 2 }])).toEqual([{ ...row, count: 6 }]);
  const orders = [
    { customerId: "ann", at: "2024-01-01", amount: 2 },
    { customerId: "bob", at: "2024-01-01", amount: 5 },
    { customerId: "bob", at: "2024-01-03", amount: -5 },
  ];
  expect(tallyCustomers(summarizeCustomers(orders, { asOf: "2024-01-05" }))).toEqual([
    { frequency: 0, recency: 0, age: 4, monetaryValue: null, count: 2 },
  ]);
  expect(() => tallyCustomers([{ ...row, count: 2n ** 60n }])).toThrow(
    "customers[0].count must be an integer",
  );
});

test("-0 is 0, and no customers are no rows", () => {
  expect(tallyCustomers([])).toEqual([]);
  const [zero] = tallyCustomers([
    { frequency: 0, recency: -0, age: -0, monetaryValue: -0, holdoutFrequency: -0 },
  ]);
  expect(JSON.parse(JSON.stringify(zero))).toEqual(zero);
});

test.each([
  [{ ...row, frequency: 0.5 }, "customers[1].frequency must be an integer from 0, received 0.5"],
  [{ ...row, recency: 10 }, "customers[1].age must be a finite number no less than recency"],
  [{ ...row, monetaryValue: -1 }, "customers[1].monetaryValue must be null or a finite number from 0"],
  [
    { ...row, monetaryValue: Number.NaN },
    "customers[1].monetaryValue must be null or a finite number from 0",
  ],
  [{ ...row, holdoutFrequency: 1.5 }, "customers[1].holdoutFrequency must be an integer from 0"],
  [{ ...row, holdoutFrequency: null }, "customers[1].holdoutFrequency must be an integer from 0"],
  [null, "customers[1] must be a customer row"],
])("%j is an error", (wrong, message) => {
  expect(() => tallyCustomers([row, wrong as CustomerRow])).toThrow(`Cannot tally customers: ${message}`);
});
