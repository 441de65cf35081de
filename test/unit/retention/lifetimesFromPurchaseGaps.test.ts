import { expect, test } from "vitest";
import { lifetimesFromPurchaseGaps, type PurchaseGapOptions } from "../../../src/index.ts";

const orders = [
  { customerId: "ann", at: "2024-01-31" },
  { customerId: "bob", at: "2024-02-10" },
  { customerId: "ann", at: "2024-01-10" },
  { customerId: "ann", at: "2024-01-31" },
  { customerId: "ann", at: "2024-01-17" },
];

test("the example by hand: two gaps of ann, and an open one of each", () => {
  expect(lifetimesFromPurchaseGaps(orders, { asOf: "2024-02-10" })).toEqual([
    { customerId: "ann", duration: 7, churned: true },
    { customerId: "ann", duration: 14, churned: true },
    { customerId: "ann", duration: 10, churned: false },
    { customerId: "bob", duration: 0, churned: false },
  ]);
});

test("weeks are 7 days, months 30.4375", () => {
  const gaps = (unit: "week" | "month"): number[] =>
    lifetimesFromPurchaseGaps(orders, { asOf: "2024-02-10", unit }).map(({ duration }) => duration);
  expect(gaps("week")).toEqual([1, 2, 10 / 7, 0]);
  expect(gaps("month")).toEqual([7 / 30.4375, 14 / 30.4375, 10 / 30.4375, 0]);
});

test("gaps are counted in civil days of the zone, however long the days are", () => {
  // New York springs forward on 2024-03-10: between the two midnights lie 23 hours.
  const spring = [
    { customerId: 1, at: "2024-03-10T05:00:00Z" },
    { customerId: 1, at: "2024-03-11T03:59:59Z" },
    { customerId: 1, at: "2024-03-11T04:00:00Z" },
  ];
  const gaps = lifetimesFromPurchaseGaps(spring, { asOf: "2024-03-12", timeZone: "America/New_York" });
  expect(gaps.map(({ duration, churned }) => [duration, churned])).toEqual([
    [1, true],
    [1, false],
  ]);
});

test("refunds and rows after asOf neither end nor begin a gap; nobody leaves without purchases", () => {
  const more = [
    ...orders,
    { customerId: "ann", at: "2024-02-05", amount: -3 },
    { customerId: "cid", at: "2024-02-05", amount: -3 },
    { customerId: "dee", at: "2024-02-11" },
  ];
  expect(lifetimesFromPurchaseGaps(more, { asOf: "2024-02-10" })).toEqual(
    lifetimesFromPurchaseGaps(orders, { asOf: "2024-02-10" }),
  );
  expect(lifetimesFromPurchaseGaps([], { asOf: "2024-02-10" })).toEqual([]);
});

test("days before 1970, and far apart", () => {
  const old = [
    { customerId: "ann", at: "0001-01-01" },
    { customerId: "ann", at: "9999-12-29" },
    { customerId: "bob", at: "1969-12-30" },
  ];
  const gaps = lifetimesFromPurchaseGaps(old, { asOf: "9999-12-30" });
  // Of 9999 years 2424 are leap years; 30 December is two days before the end. 1970 begins 719162 days after 0001.
  const days = 365 * 9999 + 2424;
  expect(gaps.map(({ duration }) => duration)).toEqual([days - 3, 1, days - 2 - 719162 + 2]);
});

test.each([
  [undefined, "options must carry asOf"],
  [{}, "options must carry asOf"],
  [{ asOf: "2024-01-01", unit: "year" }, "unit must be one of day, week, month"],
  [{ asOf: "2024-01-01", level: 0.9 }, "option must be one of asOf, timeZone, unit"],
  [{ asOf: 17e8 }, "asOf must be in milliseconds"],
])("refuses %j", (given, message) => {
  expect(() => lifetimesFromPurchaseGaps([], given as PurchaseGapOptions)).toThrow(
    `Cannot compute lifetimesFromPurchaseGaps: ${message}`,
  );
});
