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
  order("cid", "2024-02-20", 0),
  order("bob", "2024-02-21", -50),
];

test("the example by hand: 90 for 4 orders of three customers", () => {
  // R = 22.5; e = y - R x is 7.5, 15 and -22.5, whose squares sum to 787.5; mean x = 4 / 3.
  const record = averageOrderValue(orders, { method: "t" });
  expect(record).toMatchObject({ metric: "averageOrderValue", unit: "money", estimate: 22.5, n: 3 });
  expect(record).toMatchObject({ orders: 4, revenue: 90, refunds: 1, afterAsOf: 0, level: 0.95 });
  const standardError = Math.sqrt(787.5 / 3 / 2) / (4 / 3);
  expect(record.standardError).toBeCloseTo(standardError, 12);
  // The quantile of t with 2 degrees of freedom is (2 p - 1) sqrt(2 / (4 p (1 - p))); below 0 is no average.
  expect(record.high).toBeCloseTo(22.5 + 0.95 * Math.sqrt(2 / 0.0975) * standardError, 10);
  expect(record.low).toBe(0);
});

test("a customer's equal orders count as often as they are, but tell no more than one", () => {
  const single = ["ann", "bob", "cid", "dee"].map((id, i) => order(id, "2024-01-01", 10 + i));
  const thrice = [...single, ...single, ...single];
  const [one, three] = [averageOrderValue(single), averageOrderValue(thrice)];
  expect(three).toMatchObject({ estimate: one.estimate, n: 4, orders: 12 });
  expect(three.standardError).toBeCloseTo(one.standardError as number, 12);
});

test("one order each: the standard error and the interval are those of a mean", () => {
  const single = [1, 2, 4, 9, 30].map((amount, i) => order(`c${i}`, "2024-01-01", amount));
  // The mean is 9.2, and 1002 - 5 (9.2)^2 = 578.8.
  expect(averageOrderValue(single).standardError).toBeCloseTo(Math.sqrt(578.8 / 4 / 5), 12);
  for (const method of ["hall", "t"] as const) {
    const [ratio, mean] = [averageOrderValue(single, { method }), historicClv(single, { method })];
    expect(ratio.low).toBeCloseTo(Math.max(0, mean.low ?? 0), 10);
    expect(ratio.high).toBeCloseTo(mean.high ?? 0, 10);
  }
});

test("asOf leaves later rows out; the bootstrap is seeded", () => {
  expect(averageOrderValue(orders, { asOf: "2024-01-31" })).toMatchObject({
    estimate: 20,
    afterAsOf: 3,
    refunds: 0,
  });
  const many = Array.from({ length: 40 }, (_, i) => order(`c${i % 25}`, "2024-01-01", (i * i) % 37));
  const first = averageOrderValue(many, { method: "bootstrap" });
  expect(first.method).toBe("bootstrap");
  expect(averageOrderValue(many, { method: "bootstrap" })).toEqual(first);
  expect(averageOrderValue(many, { method: "bootstrap", seed: 9 }).low).not.toBe(first.low);
});

test("the default method depends on how many customers there are", () => {
  const of = (n: number): TransactionRow[] =>
    Array.from({ length: n }, (_, i) => order(`c${i}`, "2024-01-01", i % 7));
  expect(averageOrderValue(of(500)).method).toBe("bootstrap");
  expect(averageOrderValue(of(501)).method).toBe("hall");
  expect(averageOrderValue(of(500), { method: "hall" }).method).toBe("hall");
});

test("nobody, one customer, all orders alike, nothing spent", () => {
  expect(averageOrderValue([])).toMatchObject({ estimate: null, n: 0, orders: 0, revenue: 0 });
  expect(averageOrderValue(orders.slice(1, 3))).toMatchObject({ estimate: 30, low: null, high: null, n: 1 });
  const alike = ["ann", "bob", "bob", "cid"].map((id) => order(id, "2024-01-01", 0.1));
  expect(averageOrderValue(alike)).toMatchObject({ low: null, high: null, standardError: null });
  const free = ["ann", "bob"].map((id) => order(id, "2024-01-01", 0));
  expect(averageOrderValue(free)).toMatchObject({ estimate: 0, low: null, high: null });
});

test("amounts at the ends of the range of doubles", () => {
  const of = (...amounts: number[]): TransactionRow[] =>
    amounts.map((a, i) => order(`c${i}`, "2024-01-01", a));
  expect(averageOrderValue(of(1e300, 3e300)).estimate).toBe(2e300);
  expect(averageOrderValue(of(1e-300, 3e-300)).standardError).toBeCloseTo(0, 12);
  expect(averageOrderValue(of(1e-300, 3e-300)).standardError).toBeGreaterThan(0.9e-300);
  expect(() => averageOrderValue(of(1e308, 1e308))).toThrow("sums do not overflow");
});

test("wrong input is an error", () => {
  expect(() => averageOrderValue([{ customerId: 1, at: "2024-01-01" }])).toThrow(
    "Cannot compute averageOrderValue: transactions[0].amount must be a finite number",
  );
  expect(() => averageOrderValue([], { method: "wilson" as "t" })).toThrow("method must be one of");
  expect(() => averageOrderValue([], { timezone: "UTC" } as object)).toThrow("option must be one of");
});
