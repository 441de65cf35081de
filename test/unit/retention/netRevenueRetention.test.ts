import { expect, test } from "vitest";
import { type NetRevenueRetentionOptions, netRevenueRetention } from "../../../src/index.ts";
import { JANUARY, subscriptionsOf } from "../../support/revenue.ts";

const january = { from: "2024-01-01", to: "2024-01-31" };

test("by hand: 6000 become 5000 among those who paid them", () => {
  const record = netRevenueRetention(JANUARY, january);
  expect(record).toMatchObject({
    metric: "netRevenueRetention",
    unit: "ratio",
    method: "bootstrap",
    convention: "standard",
    n: 3,
    start: 6000,
    expansion: 500,
    contraction: 500,
    churn: 1000,
    reactivation: 700,
  });
  expect(record.estimate).toBeCloseTo(5000 / 6000, 15);
  // y - R x is -2500/3, 1000 and -500/3.
  const squares = (2500 ** 2 + 3000 ** 2 + 500 ** 2) / 9;
  expect(record.standardError).toBeCloseTo(Math.sqrt((3 / 2) * squares) / 6000, 15);
});

test("by hand: ChartMogul adds the 700 that came back", () => {
  const record = netRevenueRetention(JANUARY, { ...january, convention: "chartmogul" });
  expect(record).toMatchObject({ convention: "chartmogul", n: 5, start: 6000, reactivation: 700 });
  expect(record.estimate).toBeCloseTo(5700 / 6000, 15);
  // y - R x, with R = 0.95: -950, 650, -400, 0 of the new customer, 700.
  const squares = 950 ** 2 + 650 ** 2 + 400 ** 2 + 700 ** 2;
  expect(record.standardError).toBeCloseTo(Math.sqrt((5 / 4) * squares) / 6000, 15);
});

test("ChartMogul's own example: 100 at the start, 10 churn, 10 contraction, 10 expansion", () => {
  const rows = [
    ...subscriptionsOf("leaves", "2023-06-01 2024-01-10 10"),
    ...subscriptionsOf("falls", "2023-06-01 2024-01-10 30", "2024-01-10 - 20"),
    ...subscriptionsOf("rises", "2023-06-01 - 60", "2024-01-10 - 10"),
  ];
  for (const convention of ["standard", "chartmogul"] as const)
    expect(netRevenueRetention(rows, { ...january, convention }).estimate).toBeCloseTo(1 - 0.1, 15);
});

test("above 1 when rises outweigh losses, 0 when everybody left", () => {
  const rises = subscriptionsOf("ada", "2023-06-01 2024-01-10 100", "2024-01-10 - 250");
  expect(netRevenueRetention(rises, january)).toMatchObject({ estimate: 2.5, low: null, high: null, n: 1 });
  const left = subscriptionsOf("ada", "2023-06-01 2024-01-10 100");
  expect(netRevenueRetention(left, january)).toMatchObject({ estimate: 0, standardError: null, n: 1 });
});

test("nobody paid at the start: nothing is known, whoever came back", () => {
  const back = subscriptionsOf("ada", "2023-06-01 2023-07-01 100", "2024-01-10 - 100");
  for (const convention of ["standard", "chartmogul"] as const) {
    const record = netRevenueRetention(back, { ...january, convention });
    expect(record).toMatchObject({ estimate: null, low: null, high: null, standardError: null, start: 0 });
    expect(record.n).toBe(convention === "standard" ? 0 : 1);
    expect(record.reactivation).toBe(100);
  }
});

test("an interval on both sides of the estimate, wider at a higher level", () => {
  const rows = Array.from({ length: 40 }, (_, i) =>
    i % 4 === 0
      ? subscriptionsOf(`c${i}`, `2023-06-01 2024-01-10 ${100 + i}`)
      : subscriptionsOf(`c${i}`, `2023-06-01 - ${100 + i}`, `2024-01-10 - ${i}`),
  ).flat();
  const { estimate, low, high } = netRevenueRetention(rows, january);
  const wide = netRevenueRetention(rows, { ...january, level: 0.99 });
  const order = [wide.low, low, estimate, high, wide.high].map(Number);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order).size).toBe(5);
});

test("options that are not valid", () => {
  const misspelt = { ...january, conventions: "chartmogul" };
  const unknown = { ...january, convention: "stripe" } as unknown as NetRevenueRetentionOptions;
  expect(() => netRevenueRetention(JANUARY, misspelt)).toThrow(
    "Cannot compute netRevenueRetention: option must be one of from, to, timeZone, level, seed, convention",
  );
  expect(() => netRevenueRetention(JANUARY, unknown)).toThrow(
    'Cannot compute netRevenueRetention: convention must be one of standard, chartmogul, received "stripe"',
  );
});
