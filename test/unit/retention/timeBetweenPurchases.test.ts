import { describe, expect, test } from "vitest";
import { type TimeBetweenPurchasesOptions, timeBetweenPurchases } from "../../../src/index.ts";

const bought = (customerId: string, ...days: string[]): { customerId: string; at: string }[] =>
  days.map((at) => ({ customerId, at }));

// Gaps that ended: 2, 4 and 6 days of ann, 3 of bob. Open ones: 10 of ann, 5 of bob, 1 of cid. So of 7 gaps
// S falls to 5/6 at 2 (cid's was open at 1, 6 are left), to 4/6 at 3, 3/6 at 4, 3/6 * 1/2 at 6 (5 was open).
const orders = [
  ...bought("ann", "2024-01-01", "2024-01-03", "2024-01-07", "2024-01-13"),
  ...bought("bob", "2024-01-15", "2024-01-18"),
  ...bought("cid", "2024-01-22"),
];
const asOf = "2024-01-23";
const options: TimeBetweenPurchasesOptions = { asOf };

const estimates = (rows: ReturnType<typeof timeBetweenPurchases>): unknown[] =>
  rows.map(({ probability, estimate }) => [probability, estimate]);

test("the example by hand", () => {
  expect(estimates(timeBetweenPurchases(orders, options))).toEqual([
    [0.25, 3],
    // The curve is 1/2 from 4 to 6: the middle.
    [0.5, 5],
    // It is 1/4 from 6 to the longest gap, 10.
    [0.75, 8],
  ]);
  expect(timeBetweenPurchases(orders, options)[0]).toMatchObject({
    metric: "timeBetweenPurchases",
    unit: "time",
    timeUnit: "day",
    method: "logLog",
    level: 0.95,
    n: 7,
    gaps: 4,
    customers: 3,
    standardError: null,
    afterAsOf: 0,
    refunds: 0,
  });
});

test("probabilities as asked for, in their order; what is not reached is null", () => {
  const rows = timeBetweenPurchases(orders, { asOf, probabilities: [0.9, 0.1] });
  expect(estimates(rows)).toEqual([
    [0.9, null],
    [0.1, 2],
  ]);
  expect(rows[0]?.high).toBeNull();
  expect(timeBetweenPurchases(orders, { asOf, probabilities: [] })).toEqual([]);
});

test("units", () => {
  const median = (unit: "week" | "month"): object =>
    timeBetweenPurchases(orders, { asOf, unit, probabilities: [0.2] })[0] ?? {};
  expect(median("week")).toMatchObject({ estimate: 3 / 7, timeUnit: "week" });
  expect(median("month")).toMatchObject({ estimate: 3 / 30.4375, timeUnit: "month" });
});

test("leaving the open gaps out would be too short", () => {
  const often = bought("ann", "2024-01-01", "2024-01-02", "2024-01-03");
  const once = ["bob", "cid", "dee"].flatMap((customer) => bought(customer, "2024-01-01"));
  const [, median] = timeBetweenPurchases([...often, ...once], { asOf: "2024-12-31" });
  // Two gaps of one day have ended, four are open.
  expect(median).toMatchObject({ estimate: null, gaps: 2, n: 6 });
});

test("bought on the day of asOf: part of n, never at risk", () => {
  const today = [...orders, ...bought("dee", asOf), ...bought("eve", asOf)];
  expect(estimates(timeBetweenPurchases(today, options))).toEqual(
    estimates(timeBetweenPurchases(orders, options)),
  );
  expect(timeBetweenPurchases(today, options)[0]).toMatchObject({ n: 9, customers: 5 });
});

test("same-day orders are one purchase; refunds and later rows are none", () => {
  const more = [
    ...orders,
    ...bought("ann", "2024-01-03T08:00:00Z", "2024-01-03T20:00:00Z"),
    { customerId: "bob", at: "2024-01-16", amount: -2 },
    { customerId: "bob", at: "2024-01-24" },
  ];
  const rows = timeBetweenPurchases(more, options);
  expect(estimates(rows)).toEqual(estimates(timeBetweenPurchases(orders, options)));
  expect(rows[0]).toMatchObject({ n: 7, afterAsOf: 1, refunds: 1 });
});

test("many alike gaps of one customer say less than the same gaps of many customers", () => {
  const first = Date.UTC(2024, 0, 1);
  const gaps = [3, 5, 8, 9, 12, 14, 17, 21, 25, 30];
  const rows = (together: boolean): { customerId: string; at: number }[] =>
    gaps.flatMap((gap) =>
      Array.from({ length: 8 }, (_, copy) => {
        const customerId = together ? `${gap}` : `${gap} ${copy}`;
        return [copy, copy + 1].map((at) => ({
          customerId,
          at: first + (together ? at : at - copy) * gap * 86_400_000,
        }));
      }).flat(),
    );
  const width = (together: boolean): number => {
    const asOf = "2024-12-31";
    const [row] = timeBetweenPurchases(rows(together), { asOf, probabilities: [0.3] });
    return (row?.high ?? Number.POSITIVE_INFINITY) - (row?.low ?? 0);
  };
  expect(width(true)).toBeGreaterThan(width(false));
});

test("no rows, and one purchase", () => {
  for (const rows of [[], bought("ann", asOf), bought("ann", "2024-01-01")])
    for (const row of timeBetweenPurchases(rows, options)) {
      const { estimate, low, high, n, gaps } = row;
      expect([estimate, low, high, n, gaps]).toEqual([null, null, null, rows.length, 0]);
    }
});

describe("refuses", () => {
  test.each([0, 1, -0.5, Number.NaN, "0.5", null, undefined])("a probability of %s", (probability) => {
    const probabilities = [0.5, probability as number];
    expect(() => timeBetweenPurchases([], { asOf, probabilities })).toThrow(
      "Cannot compute timeBetweenPurchases: probabilities[1] must be strictly between 0 and 1",
    );
  });
  test.each([
    [undefined, "options must carry asOf"],
    [{ probabilities: [0.5] }, "options must carry asOf"],
    [{ asOf, probabilities: 0.5 }, "probabilities must be an array of numbers"],
    [{ asOf, unit: "hour" }, "unit must be one of day, week, month"],
    [{ asOf, method: "wilson" }, "method must be one of logLog, log, plain"],
    [{ asOf, level: 2 }, "level must be strictly between 0 and 1"],
    [
      { asOf, probabilites: [0.5] },
      "option must be one of asOf, timeZone, unit, probabilities, method, level",
    ],
  ])("%j", (given, message) => {
    expect(() => timeBetweenPurchases([], given as TimeBetweenPurchasesOptions)).toThrow(
      `Cannot compute timeBetweenPurchases: ${message}`,
    );
  });
});
