import { expect, test } from "vitest";
import { churnRate, type SubscriptionRow } from "../../../src/index.ts";
import { churnConventions, march } from "../../support/subscriptions.ts";

const period = { from: "2024-03-01", to: "2024-03-31" } as const;

const all = (rows: readonly SubscriptionRow[]) =>
  churnConventions.map((convention) => {
    const { churned, atRisk } = churnRate(rows, { ...period, convention });
    return [churned, atRisk];
  });
const nobody = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
];
const lost = [
  [1, 1],
  [1, 1],
  [1, 1],
  [1, 1],
];
const kept = [
  [0, 1],
  [0, 1],
  [0, 1],
  [0, 1],
];
const days = (startedAt: string, endedAt: string | null = null) => ({ customerId: 1, startedAt, endedAt });

test.each([
  ["ends exactly at from: a loss of this period", [days("2024-01-01", "2024-03-01")], lost],
  ["ends on the last day", [days("2024-01-01", "2024-03-31")], lost],
  ["ends exactly where the period does: a loss of the next", [days("2024-01-01", "2024-04-01")], kept],
  ["ends after it", [days("2024-01-01", "2025-01-01")], kept],
  ["is open", [days("2024-01-01")], kept],
  ["ended before it", [days("2024-01-01", "2024-02-29")], nobody],
  ["starts where the period ends", [days("2024-04-01")], nobody],
  ["starts and ends at one instant", [days("2024-03-10", "2024-03-10")], nobody],
  ["rows that touch", [days("2024-01-01", "2024-03-10"), days("2024-03-10")], kept],
  ["rows that overlap", [days("2024-02-01", "2024-03-20"), days("2024-01-01", "2024-03-10")], lost],
  ["a plan within another", [days("2024-01-01"), days("2024-03-02", "2024-03-09")], kept],
] as const)("%s", (_, rows, expected) => {
  expect(all(rows)).toEqual(expected);
});

test("starts exactly at from: new in this period, and there from the second day on", () => {
  expect(all([days("2024-03-01")])).toEqual([
    [0, 0],
    [0, 0],
    [0, 1],
    [0, 1],
  ]);
});

test("joins on the last day: at the start of no day", () => {
  expect(all([days("2024-03-31")])[3]).toEqual([0, 0]);
  expect(all([days("2024-03-31", "2024-03-31T12:00:00Z")])[2]).toEqual([1, 1]);
});

test("leaves and is back the same day: no churn of that day, but a departure", () => {
  const rows = [days("2024-01-01", "2024-03-10T09:00:00Z"), days("2024-03-10T17:00:00Z")];
  expect(all(rows)).toEqual([
    [0, 1],
    [1, 1],
    [1, 1],
    [0, 1],
  ]);
  const onTheLast = [days("2024-01-01", "2024-03-31T09:00:00Z"), days("2024-03-31T17:00:00Z")];
  expect(all(onTheLast)[3]).toEqual([0, 1]);
  const backInApril = [days("2024-01-01", "2024-03-31T09:00:00Z"), days("2024-04-01T17:00:00Z")];
  expect(all(backInApril)[3]).toEqual([1, 1]);
});

test("daily: who is back at the instant the period ends is back in the next", () => {
  const options = { from: "2024-03-01", to: "2024-03-10T17:00:00Z", convention: "daily" } as const;
  const left = days("2024-01-01", "2024-03-10T09:00:00Z");
  expect(churnRate([left, days("2024-03-10T17:00:00Z")], options)).toMatchObject({ churned: 1, atRisk: 1 });
  expect(churnRate([left, days("2024-03-10T16:59:59.999Z")], options)).toMatchObject({
    churned: 0,
    atRisk: 1,
  });
});

test("daily: a period within days counts their parts as days", () => {
  const options = { from: "2024-03-01T12:00:00Z", to: "2024-03-02T12:00:00Z" } as const;
  const before = { customerId: 1, startedAt: "2024-01-01", endedAt: "2024-03-01T11:00:00Z" };
  const first = { customerId: 2, startedAt: "2024-01-01", endedAt: "2024-03-01T13:00:00Z" };
  const second = { customerId: 3, startedAt: "2024-01-01", endedAt: "2024-03-02T11:00:00Z" };
  const after = { customerId: 4, startedAt: "2024-01-01", endedAt: "2024-03-02T12:00:00Z" };
  const record = churnRate([before, first, second, after], { ...options, convention: "daily" });
  // 1 of 3 on the 1st from noon, 1 of 2 on the 2nd until noon.
  expect(record.estimate).toBe(1 / 3 + 1 / 2);
  expect(record).toMatchObject({ churned: 2, atRisk: 3 });
});

test("nobody at risk is null, never 0", () => {
  for (const convention of churnConventions)
    expect(churnRate([], { ...period, convention })).toMatchObject({
      estimate: null,
      low: null,
      high: null,
      standardError: null,
      n: 0,
      churned: 0,
      atRisk: 0,
    });
});

test("nobody left is 0; a bootstrap of customers all alike has no ends", () => {
  const rows = [days("2024-01-01"), { ...days("2024-01-01"), customerId: 2 }];
  expect(churnRate(rows, period)).toMatchObject({ estimate: 0, low: 0 });
  for (const convention of ["stripe", "daily"] as const)
    expect(churnRate(rows, { ...period, convention })).toMatchObject({
      estimate: 0,
      low: null,
      high: null,
    });
});

test("stripe: who came back and left is a departure, with nobody at risk it is among none", () => {
  const gus = march.filter(({ customerId }) => customerId === "gus");
  const record = churnRate(gus, { ...period, convention: "stripe" });
  expect(record).toMatchObject({ estimate: null, low: null, high: null, churned: 1, n: 0 });
  const others = [{ ...days("2024-01-01"), customerId: 2 }, ...gus];
  // Half of the resamples of two hold gus and who is at risk, a quarter gus alone: departures among none.
  expect(churnRate([...others], { ...period, convention: "stripe" })).toMatchObject({
    estimate: 1,
    high: null,
  });
});

test("ids 1 and '1' are two customers, names of objects ordinary ones", () => {
  const ids = [1, "1", "__proto__", "constructor", "", "a", "a "];
  const rows = ids.map((customerId) => ({ customerId, startedAt: "2024-01-01" }));
  expect(churnRate(rows, period)).toMatchObject({ churned: 0, atRisk: 7 });
});

test("customers who have no part in the period change nothing", () => {
  const strangers = [
    { customerId: "early", startedAt: "2020-01-01", endedAt: "2024-02-28" },
    { customerId: "late", startedAt: "2024-04-01" },
  ];
  for (const convention of churnConventions) {
    const options = { ...period, convention };
    expect(churnRate([...strangers, ...march], options)).toEqual(churnRate(march, options));
  }
});
