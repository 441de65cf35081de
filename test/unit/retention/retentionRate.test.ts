import { expect, test } from "vitest";
import { type RetentionRateOptions, retentionRate } from "../../../src/index.ts";
import { march } from "../../support/subscriptions.ts";

const period = { from: "2024-03-01", to: "2024-03-31" } as const;

test("by hand: of 5 there at the start, all but cleo are there at the end", () => {
  const record = retentionRate(march, period);
  expect(record).toMatchObject({ metric: "retentionRate", unit: "share", method: "wilson", estimate: 0.8 });
  expect(record).toMatchObject({ retained: 4, atRisk: 5, n: 5 });
});

test("the zone decides when a civil day ends", () => {
  // 23:30 of 31 March in New York, which is April in UTC.
  const rows = [{ customerId: 1, startedAt: "2024-01-01", endedAt: "2024-04-01T03:30:00Z" }];
  expect(retentionRate(rows, period).estimate).toBe(1);
  expect(retentionRate(rows, { ...period, timeZone: "America/New_York" }).estimate).toBe(0);
});

test("nobody at risk is null", () => {
  expect(retentionRate([], period)).toMatchObject({
    estimate: null,
    low: null,
    high: null,
    n: 0,
    retained: 0,
  });
});

test.each([
  [{ from: "2024-03-31", to: "2024-03-01" }, "to must be later than from"],
  [{ ...period, convention: "standard" }, "option must be one of from, to, timeZone, level, method"],
  [{ ...period, method: "bootstrap" }, "method must be one of wilson"],
  [{ ...period, level: 1 }, "level must be strictly between 0 and 1"],
  [{}, "options must carry from, to"],
])("the options %j are an error", (options, message) => {
  const given = options as RetentionRateOptions;
  expect(() => retentionRate(march, given)).toThrow(`Cannot compute retentionRate: ${message}`);
});

test("an error in a row names its place", () => {
  const rows = [{ customerId: 1, startedAt: "2024-01-02", endedAt: "2024-01-01" }];
  expect(() => retentionRate(rows, period)).toThrow(
    'Cannot compute retentionRate: subscriptions[0].endedAt must not be earlier than startedAt, received "2024-01-01"',
  );
});
