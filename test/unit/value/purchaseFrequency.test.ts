import { describe, expect, test } from "vitest";
import { purchaseFrequency, type TransactionRow } from "../../../src/index.ts";

const order = (customerId: string, at: string, amount = 1): TransactionRow => ({ customerId, at, amount });

const orders = [
  order("ann", "2024-01-10T09:00:00Z"),
  order("ann", "2024-01-10T21:00:00Z"),
  order("bob", "2024-01-20"),
  order("bob", "2024-02-15"),
  order("bob", "2024-02-16"),
  order("bob", "2024-02-17", -1),
  order("cid", "2024-02-20"),
];

test("the example by hand: 1, 3 and 1 purchases", () => {
  // Mean 5 / 3; squared deviations 4/9, 16/9 and 4/9 sum to 8/3; SE = sqrt(8/3 / 2 / 3) = 2/3.
  const record = purchaseFrequency(orders, { method: "t" });
  expect(record).toMatchObject({ metric: "purchaseFrequency", unit: "count", n: 3, customers: 3 });
  expect(record).toMatchObject({ purchases: 5, orders: 6, refunds: 1, beforeFrom: 0, afterAsOf: 0 });
  expect(record.estimate).toBeCloseTo(5 / 3, 14);
  expect(record.standardError).toBeCloseTo(2 / 3, 14);
  expect(record.high).toBeCloseTo(5 / 3 + (0.95 * Math.sqrt(2 / 0.0975) * 2) / 3, 10);
  // Nobody who bought has bought less than once.
  expect(record.low).toBe(1);
});

describe("the period", () => {
  test.each([
    ["2024-01-10", "2024-02-15", 3, 2, 0],
    ["2024-01-10T21:00:00Z", "2024-02-15", 3, 2, 1],
    ["2024-01-10T21:00:00.001Z", "2024-02-15", 2, 1, 2],
    ["2024-02-01", "2024-02-29", 3, 2, 3],
    ["2024-03-01", "2024-03-31", 0, 0, 6],
  ])("from %s to %s", (from, asOf, purchases, customers, beforeFrom) => {
    expect(purchaseFrequency(orders, { from, asOf })).toMatchObject({ purchases, customers, beforeFrom });
  });
  test("from alone", () => {
    expect(purchaseFrequency(orders, { from: "2024-02-16" })).toMatchObject({ purchases: 2, customers: 2 });
  });
  test("the day of the zone", () => {
    const late = [order("ann", "2024-02-01T03:00:00Z")];
    expect(purchaseFrequency(late, { from: "2024-02-01" }).n).toBe(1);
    expect(purchaseFrequency(late, { from: "2024-02-01", timeZone: "America/New_York" }).n).toBe(0);
  });
  test("from after asOf is an error", () => {
    expect(() => purchaseFrequency(orders, { from: "2024-02-02", asOf: "2024-02-01" })).toThrow(
      'Cannot compute purchaseFrequency: from must not be after asOf, received "2024-02-02"',
    );
    expect(purchaseFrequency(orders, { from: "2024-02-15", asOf: "2024-02-15" }).n).toBe(1);
    expect(() => purchaseFrequency(orders, { from: "2024-02-30" })).toThrow(
      "from must be a date that exists",
    );
  });
});

test("no amounts are needed; nobody, one customer, all alike", () => {
  expect(purchaseFrequency([{ customerId: 1, at: 0 }])).toMatchObject({ estimate: 1, low: null, high: null });
  expect(purchaseFrequency([])).toMatchObject({ estimate: null, n: 0, purchases: 0 });
  const alike = ["ann", "bob", "cid"].map((id) => order(id, "2024-01-01"));
  expect(purchaseFrequency(alike)).toMatchObject({ estimate: 1, low: null, high: null, standardError: null });
});

test("wrong options are errors", () => {
  expect(() => purchaseFrequency([], { to: "2024-01-01" } as object)).toThrow(
    "option must be one of from, asOf",
  );
  expect(() => purchaseFrequency([], { level: 1 })).toThrow("level must be");
  expect(() => purchaseFrequency([], { timeZone: "Mars/Base" })).toThrow(
    "Cannot compute purchaseFrequency: timeZone must be",
  );
});
