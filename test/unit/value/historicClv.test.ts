import { expect, test } from "vitest";
import { averageOrderValue, historicClv, type TransactionRow } from "../../../src/index.ts";

const order = (customerId: string, at: string, amount: number): TransactionRow => ({
  customerId,
  at,
  amount,
});

const orders = [
  order("ann", "2024-01-10", 30),
  order("bob", "2024-01-20", 10),
  order("bob", "2024-02-15", 50),
  order("bob", "2024-02-16", -6),
  order("cid", "2024-02-20", 12),
  order("dee", "2024-02-21", -9),
];

test("the example by hand: 30, 54 and 12, half of it margin", () => {
  // Mean 32; deviations -2, 22 and -20 squared sum to 888; SE = sqrt(888 / 2 / 3); all times 1/2.
  const record = historicClv(orders, { margin: 0.5, method: "t" });
  expect(record).toMatchObject({ metric: "historicClv", unit: "money", n: 3, customers: 3, margin: 0.5 });
  expect(record).toMatchObject({ estimate: 16, refunds: 2, refundsWithoutPurchase: 1, afterAsOf: 0 });
  expect(record.standardError).toBeCloseTo(Math.sqrt(148) / 2, 12);
  // The quantile of t with 2 degrees of freedom is (2 p - 1) sqrt(2 / (4 p (1 - p))).
  const t = 0.95 * Math.sqrt(2 / 0.0975);
  expect(record.low).toBeCloseTo(16 - (t * Math.sqrt(148)) / 2, 10);
  expect(record.high).toBeCloseTo(16 + (t * Math.sqrt(148)) / 2, 10);
});

test("asOf leaves later rows out and counts them", () => {
  const record = historicClv(orders, { asOf: "2024-02-15" });
  expect(record).toMatchObject({ estimate: 45, n: 2, afterAsOf: 3, refunds: 0, margin: 1, method: "hall" });
});

test("the bootstrap is seeded", () => {
  const many = orders.concat(Array.from({ length: 20 }, (_, i) => order(`c${i}`, "2024-01-01", i * i)));
  const first = historicClv(many, { method: "bootstrap" });
  expect(historicClv(many, { method: "bootstrap", seed: 1 })).toEqual(first);
  expect(historicClv(many, { method: "bootstrap", seed: 2 }).low).not.toBe(first.low);
});

test("nobody, one customer, customers all alike", () => {
  expect(historicClv([])).toMatchObject({ estimate: null, low: null, high: null, n: 0 });
  expect(historicClv([orders[0] as TransactionRow])).toMatchObject({
    estimate: 30,
    low: null,
    standardError: null,
  });
  const alike = ["ann", "bob", "cid"].map((id) => order(id, "2024-01-01", 0.1));
  expect(historicClv(alike)).toMatchObject({ low: null, high: null, standardError: null });
});

test("sums that cancel keep their digits; sums that overflow are an error", () => {
  const large = [
    order("ann", "2024-01-01", 1e17),
    order("ann", "2024-01-02", 3),
    order("ann", "2024-01-03", -1e17),
  ];
  expect(historicClv(large).estimate).toBe(3);
  const huge = [1e308, 1e308, -1e308].map((amount) => order("ann", "2024-01-01", amount));
  expect(() => historicClv(huge)).toThrow("transactions must have amounts whose sums do not overflow");
});

test("the standard error of amounts that are nearly alike, in any order", () => {
  // NIST NumAcc4; of the doubles nearest to its numbers, in 60 digits by mpmath 1.2.1.
  const pairs = Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat();
  const rows = [10000000.2, ...pairs].map((amount, i) => order(`c${i}`, "2024-01-01", amount));
  for (const metric of [historicClv, averageOrderValue]) {
    const { estimate, standardError, ...rest } = metric(rows, { method: "hall" });
    expect(estimate).toBe(10000000.2);
    expect(Math.abs((standardError ?? 0) / 0.0031606977238668446 - 1)).toBeLessThan(1e-14);
    expect(metric([...rows].reverse(), { method: "hall" })).toEqual({ estimate, standardError, ...rest });
  }
});

test.each([0, -0.1, 1.1, Number.NaN, "1"])("margin: %s is an error", (margin) => {
  expect(() => historicClv([], { margin: margin as number })).toThrow(
    "Cannot compute historicClv: margin must be a number above 0 and at most 1",
  );
});

test("wrong options are errors", () => {
  expect(() => historicClv([], { level: 95 })).toThrow("level must be");
  expect(() => historicClv([], { method: "wald" as "t" })).toThrow(
    "method must be one of hall, t, bootstrap",
  );
  expect(() => historicClv([], { seed: 0.5 })).toThrow("seed must be");
  expect(() => historicClv([], { timeZone: "Mars/Base" })).toThrow(
    "Cannot compute historicClv: timeZone must be",
  );
  expect(() => historicClv([{ customerId: 1, at: "2024-01-01" }])).toThrow("transactions[0].amount must be");
});
