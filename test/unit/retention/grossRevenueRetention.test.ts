import { expect, test } from "vitest";
import { grossRevenueRetention } from "../../../src/index.ts";
import { JANUARY, subscriptionsOf } from "../../support/revenue.ts";

const january = { from: "2024-01-01", to: "2024-01-31" };

test("by hand: 1500 of 6000 are lost, and what others add does not count", () => {
  const record = grossRevenueRetention(JANUARY, january);
  expect(record).toMatchObject({
    metric: "grossRevenueRetention",
    unit: "share",
    estimate: 0.75,
    level: 0.95,
    method: "bootstrap",
    n: 3,
    start: 6000,
    retained: 4500,
    contraction: 500,
    churn: 1000,
  });
  // y - R x is -750, 750 and 0; sqrt(3 / 2 (750^2 + 750^2)) / 6000.
  expect(record.standardError).toBeCloseTo(Math.sqrt(1_687_500) / 6000, 15);
});

test("the ends of the period: just before each of them", () => {
  const share = (...texts: string[]): number | null =>
    grossRevenueRetention(
      [...subscriptionsOf("ada", ...texts), ...subscriptionsOf("bob", "2023-01-01 - 100")],
      january,
    ).estimate;
  expect(share("2023-06-01 2023-12-31 100")).toBe(1);
  expect(share("2023-06-01 2024-01-01 100")).toBe(0.5);
  expect(share("2023-06-01 2024-01-31 100")).toBe(0.5);
  expect(share("2023-06-01 2024-02-01 100")).toBe(1);
  expect(share("2024-01-01 - 100")).toBe(1);
  expect(share("2023-06-01 2024-01-05 100", "2024-01-31 - 60")).toBe(0.8);
});

test("from and to may be instants, and civil dates are days of the zone", () => {
  const rows = subscriptionsOf("ada", "2023-06-01 2024-02-01T04:00:00Z 100");
  const estimate = (options: { from: string; to: string; timeZone?: string }): number | null =>
    grossRevenueRetention(rows, options).estimate;
  expect(estimate(january)).toBe(1);
  expect(estimate({ ...january, timeZone: "America/Toronto" })).toBe(0);
  expect(estimate({ from: "2024-01-01T00:00:00Z", to: "2024-02-01T04:00:00Z" })).toBe(1);
  expect(estimate({ from: "2024-01-01T00:00:00Z", to: "2024-02-01T04:00:00.001Z" })).toBe(0);
  expect(estimate({ from: "2024-02-01T04:00:00Z", to: "2024-03-01T00:00:00Z" })).toBe(0);
  expect(estimate({ from: "2024-02-01T04:00:00.001Z", to: "2024-03-01T00:00:00Z" })).toBeNull();
});

test("nobody paid at the start: nothing is known", () => {
  const record = grossRevenueRetention(subscriptionsOf("ada", "2024-01-05 - 100"), january);
  expect(record).toMatchObject({
    estimate: null,
    low: null,
    high: null,
    standardError: null,
    n: 0,
    start: 0,
  });
});

test.each([
  ["one customer", 0.6, [["2023-06-01 2024-01-05 100", "2024-01-05 - 60"]]],
  ["nobody lost anything", 1, [["2023-06-01 - 100"], ["2023-07-01 - 70"], ["2023-08-01 - 30"]]],
  ["everybody left", 0, [["2023-06-01 2024-01-09 100"], ["2023-07-01 2024-01-09 70"]]],
  [
    // 63 - 0.7 * 90 is not 0 in doubles.
    "everybody lost the same share",
    0.7,
    [
      ["2023-06-01 2024-01-05 10", "2024-01-05 - 7"],
      ["2023-06-01 2024-01-05 90", "2024-01-05 - 63"],
    ],
  ],
])("%s: an estimate without a spread", (_name, estimate, customers) => {
  const rows = customers.flatMap((texts, i) => subscriptionsOf(`customer ${i}`, ...texts));
  const record = grossRevenueRetention(rows, january);
  expect(record).toMatchObject({ estimate, low: null, high: null, standardError: null, n: customers.length });
});

test("the seed fixes the interval, and the order of rows does not", () => {
  const rows = Array.from({ length: 30 }, (_, i) =>
    subscriptionsOf(`customer ${i}`, `2023-06-01 ${i % 3 === 0 ? "2024-01-10" : "-"} ${100 + 7 * i}`),
  ).flat();
  const record = grossRevenueRetention(rows, january);
  expect(grossRevenueRetention(rows, { ...january, seed: 1 })).toEqual(record);
  expect(grossRevenueRetention([...rows].reverse(), january)).toEqual(record);
  expect(grossRevenueRetention(rows, { ...january, seed: 2 })).not.toEqual(record);
  expect(record.low).toBeLessThan(record.estimate ?? 0);
  expect(record.high).toBeGreaterThan(record.estimate ?? 1);
});

test("options that are not valid", () => {
  const refused: [object, string][] = [
    [
      { ...january, timezone: "UTC" },
      'option must be one of from, to, timeZone, level, seed, received "timezone"',
    ],
    [{ ...january, convention: "standard" }, "option must be one of from, to, timeZone, level, seed"],
    [{ ...january, level: 95 }, "level must be strictly between 0 and 1"],
    [{ ...january, seed: 0.5 }, "seed must be an integer"],
    [{ ...january, timeZone: "Mars/Base" }, "timeZone must be"],
    [{ to: "2024-01-31" }, "from must be"],
    [{ from: "2024-01-01" }, "to must be"],
    [{ from: "2024-01-32", to: "2024-02-10" }, "from must be a date that exists"],
    [{ from: "2024-01-01", to: "2023-12-31" }, 'to must be later than from, received "2023-12-31"'],
    [{ from: "2024-01-01T00:00:00Z", to: "2024-01-01T00:00:00Z" }, "to must be later than from"],
  ];
  for (const [options, message] of refused) {
    const given = options as typeof january;
    expect(() => grossRevenueRetention(JANUARY, given)).toThrow(
      `Cannot compute grossRevenueRetention: ${message}`,
    );
  }
});
