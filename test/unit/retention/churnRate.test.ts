import { expect, test } from "vitest";
import { churnRate, type SubscriptionRow } from "../../../src/index.ts";
import { march } from "../../support/subscriptions.ts";

const period = { from: "2024-03-01", to: "2024-03-31" } as const;

test("standard: of 5 there at the start, cleo is not there at the end", () => {
  const record = churnRate(march, period);
  expect(record).toMatchObject({
    metric: "churnRate",
    unit: "share",
    method: "wilson",
    convention: "standard",
  });
  expect(record).toMatchObject({ estimate: 0.2, churned: 1, atRisk: 5, n: 5, level: 0.95 });
  expect(record.standardError).toBeCloseTo(Math.sqrt((0.2 * 0.8) / 5), 15);
});

test("baremetrics: of the same 5, cleo and dan left", () => {
  const record = churnRate(march, { ...period, convention: "baremetrics", method: "clopperPearson" });
  expect(record).toMatchObject({ estimate: 0.4, churned: 2, atRisk: 5, n: 5, method: "clopperPearson" });
});

test("stripe: cleo, dan, eve and gus left; eve and fay are new, gus is not", () => {
  const record = churnRate(march, { ...period, convention: "stripe" });
  expect(record).toMatchObject({ unit: "ratio", method: "bootstrap", churned: 4, atRisk: 7, n: 7 });
  expect(record.estimate).toBe(4 / 7);
});

test("daily: one of 5 on the 5th and the 10th, one of 6 on the 18th and the 25th", () => {
  const record = churnRate(march, { ...period, convention: "daily" });
  expect(record).toMatchObject({ unit: "ratio", method: "bootstrap", churned: 4, atRisk: 8, n: 8 });
  expect(record.estimate).toBeCloseTo(2 / 5 + 2 / 6, 15);
});

test("the vendor's: of 100 customers 10 left, 1 left and came back, and 1 who joined left", () => {
  const rows: SubscriptionRow[] = Array.from({ length: 100 }, (_, id) =>
    id < 11
      ? { customerId: id, startedAt: "2024-01-01", endedAt: "2024-03-12" }
      : { customerId: id, startedAt: "2024-01-01" },
  );
  rows.push({ customerId: 0, startedAt: "2024-03-20" });
  rows.push({ customerId: "new", startedAt: "2024-03-05", endedAt: "2024-03-12" });
  // ChartMogul: (12 - 1 - 1) / 100. Baremetrics: 11 of the 100. Stripe: 12 among the 100 and the new one.
  const of = (convention: "standard" | "baremetrics" | "stripe" | "daily") =>
    churnRate(rows, { ...period, convention }).estimate;
  expect(of("standard")).toBe(0.1);
  expect(of("baremetrics")).toBe(0.11);
  expect(of("stripe")).toBe(12 / 101);
  expect(of("daily")).toBe(12 / 101);
});

test("stripe: a second churn counts again, so that the rate can exceed 1", () => {
  const rows = [
    { customerId: 1, startedAt: "2024-01-01", endedAt: "2024-03-05" },
    { customerId: 1, startedAt: "2024-03-07", endedAt: "2024-03-09" },
  ];
  expect(churnRate(rows, { ...period, convention: "stripe" })).toMatchObject({
    estimate: 2,
    churned: 2,
    n: 1,
  });
  // Of the 1 there on the 5th, 1; of the 1 there on the 9th, 1.
  expect(churnRate(rows, { ...period, convention: "daily" })).toMatchObject({
    estimate: 2,
    churned: 2,
    n: 1,
  });
});

test("stripe: the standard error by hand", () => {
  // Without ana, ben, hal or fay 4 / 6; without cleo, dan or eve 3 / 6; without gus 3 / 7: the mean is 193 / 336. The
  // squared deviations are 4 (31 / 336)^2, 3 (25 / 336)^2 and (49 / 336)^2, and 7 / 8 of their sum is the variance.
  const record = churnRate(march, { ...period, convention: "stripe" });
  const squares = 4 * 31 ** 2 + 3 * 25 ** 2 + 49 ** 2;
  expect(record.standardError).toBeCloseTo(Math.sqrt((7 / 8) * squares) / 336, 14);
});

test("the seed fixes the interval", () => {
  const of = (seed: number) => churnRate(march, { ...period, convention: "daily", seed });
  expect(of(7)).toEqual(of(7));
  expect(of(7).high).not.toBe(of(8).high);
});
