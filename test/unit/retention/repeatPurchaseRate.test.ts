import { expect, test } from "vitest";
import { type RepeatPurchaseRateOptions, repeatPurchaseRate } from "../../../src/index.ts";

test("the example by hand: one of three bought on two days", () => {
  const orders = [
    { customerId: "ann", at: "2024-01-10" },
    { customerId: "bob", at: "2024-01-10" },
    { customerId: "ann", at: "2024-03-01" },
    { customerId: "cid", at: "2024-02-02" },
    { customerId: "ann", at: "2024-03-02" },
  ];
  expect(repeatPurchaseRate(orders)).toMatchObject({
    metric: "repeatPurchaseRate",
    unit: "share",
    estimate: 1 / 3,
    n: 3,
    repeated: 1,
    customers: 3,
    afterAsOf: 0,
    refunds: 0,
    method: "wilson",
  });
});

test("two orders are a repeat only on two civil days of the zone", () => {
  const orders = [
    { customerId: "ann", at: "2024-01-10T23:30:00Z" },
    { customerId: "ann", at: "2024-01-11T00:30:00Z" },
  ];
  expect(repeatPurchaseRate(orders)).toMatchObject({ repeated: 1 });
  expect(repeatPurchaseRate(orders, { timeZone: "Asia/Kolkata" })).toMatchObject({
    repeated: 0,
    customers: 1,
  });
  expect(repeatPurchaseRate(orders, { timeZone: "America/New_York" })).toMatchObject({ repeated: 0 });
});

test("free orders count, refunds do not, and who has nothing but refunds is no customer", () => {
  const orders = [
    { customerId: "free", at: "2024-01-10", amount: 0 },
    { customerId: "free", at: "2024-01-12", amount: 0 },
    { customerId: "back", at: "2024-01-10", amount: 10 },
    { customerId: "back", at: "2024-01-12", amount: -10 },
    { customerId: "refunds", at: "2024-01-12", amount: -1 },
    { customerId: "refunds", at: "2024-01-13", amount: -1 },
  ];
  expect(repeatPurchaseRate(orders)).toMatchObject({ repeated: 1, customers: 2, refunds: 3 });
});

test("asOf leaves out what came later: a day as a whole, an instant to the millisecond", () => {
  const orders = [
    { customerId: "ann", at: "2024-01-10" },
    { customerId: "ann", at: "2024-01-12T12:00:00Z" },
  ];
  expect(repeatPurchaseRate(orders, { asOf: "2024-01-12" })).toMatchObject({ repeated: 1, afterAsOf: 0 });
  expect(repeatPurchaseRate(orders, { asOf: "2024-01-11" })).toMatchObject({ repeated: 0, afterAsOf: 1 });
  expect(repeatPurchaseRate(orders, { asOf: "2024-01-12T12:00:00Z" })).toMatchObject({ repeated: 1 });
  expect(repeatPurchaseRate(orders, { asOf: "2024-01-12T11:59:59.999Z" })).toMatchObject({ afterAsOf: 1 });
  expect(repeatPurchaseRate(orders, { asOf: "2023-01-01" })).toMatchObject({ customers: 0, estimate: null });
});

test("no rows, and one customer", () => {
  expect(repeatPurchaseRate([])).toMatchObject({ estimate: null, low: null, high: null, n: 0, repeated: 0 });
  const record = repeatPurchaseRate([{ customerId: "ann", at: 0 }]);
  expect(record).toMatchObject({ estimate: 0, low: 0, n: 1 });
  // Wilson's upper end for 0 of 1 is z^2 / (1 + z^2).
  expect(record.high).toBeCloseTo(3.8414588206941 / 4.8414588206941, 10);
});

test.each([
  [{ as0f: "2024-01-01" }, "option must be one of asOf, timeZone, level, method"],
  [{ level: 0 }, "level must be strictly between 0 and 1"],
  [{ method: "t" }, "method must be one of wilson"],
  [{ timeZone: "" }, "timeZone must be"],
])("refuses %j", (given, message) => {
  expect(() => repeatPurchaseRate([], given as RepeatPurchaseRateOptions)).toThrow(
    `Cannot compute repeatPurchaseRate: ${message}`,
  );
});
