import { expect, test } from "vitest";
import {
  type Bucket,
  calendarMonths,
  mrrMovements,
  type SubscriptionRevenueRow,
} from "../../../src/index.ts";
import { subscriptionsOf } from "../../support/revenue.ts";

const months = calendarMonths();
const asOf = new Date(Date.UTC(2024, 1, 15, 12));

/** A subscription that starts, and perhaps ends, some milliseconds after `asOf`. */
function row(customerId: string, started: number, ended?: number): SubscriptionRevenueRow {
  const at = (offset: number): Date => new Date(asOf.getTime() + offset);
  return { customerId, startedAt: at(started), endedAt: ended === undefined ? null : at(ended), mrr: 900 };
}

test("an instant is included, later starts are left out, later ends have not happened", () => {
  const last = (...rows: SubscriptionRevenueRow[]): (number | undefined)[] => {
    const found = mrrMovements(rows, { bucket: months, asOf }).at(-1);
    return [found?.closing, found?.afterAsOf];
  };
  const there = row("ada", -1000);
  expect(last(there, row("bob", 0))).toEqual([1800, 0]);
  expect(last(there, row("bob", 1))).toEqual([900, 1]);
  expect(last(there, row("bob", -1000, 0))).toEqual([900, 0]);
  expect(last(there, row("bob", -1000, 1))).toEqual([1800, 0]);
  expect(last(row("ada", 1))).toEqual([undefined, undefined]);
});

test("a civil date includes its day in the zone of the bucket, which is UTC unless it says so", () => {
  const rows = subscriptionsOf(
    "ada",
    "2024-01-10T12:00:00Z - 900",
    "2024-02-01T04:59:59.999Z - 900",
    "2024-02-01T05:00:00Z - 900",
  );
  expect(mrrMovements(rows, { bucket: calendarMonths("America/Toronto"), asOf: "2024-01-31" })).toMatchObject(
    [{ period: "2024-01", complete: true, closing: 1800, afterAsOf: 1 }],
  );
  const { indexOf, labelOf, startOf } = months;
  const own: Bucket = { indexOf, labelOf, startOf };
  expect(mrrMovements(rows, { bucket: own, asOf: "2024-01-31" })).toMatchObject([
    { period: "2024-01", complete: true, closing: 900, afterAsOf: 2 },
  ]);
});

test.each([
  ["2024-01-30", ["2024-01 open"]],
  ["2024-01-31", ["2024-01 complete"]],
  ["2024-01-31T23:59:59.999Z", ["2024-01 open"]],
  ["2024-02-01T00:00:00Z", ["2024-01 complete", "2024-02 open"]],
  ["2024-02-01", ["2024-01 complete", "2024-02 open"]],
])("as of %s: which periods there are, and which are complete", (end, expected) => {
  const rows = mrrMovements(subscriptionsOf("ada", "2024-01-10 2024-06-01 900"), {
    bucket: months,
    asOf: end,
  });
  expect(rows.map(({ period, complete }) => `${period} ${complete ? "complete" : "open"}`)).toEqual(expected);
});

test("by default the latest instant in the rows, whose period is open", () => {
  const leaving = mrrMovements(subscriptionsOf("ada", "2024-01-10 2024-03-05 900"), { bucket: months });
  expect(leaving.at(-1)).toMatchObject({ period: "2024-03", complete: false, churn: 900, closing: 0 });
  expect(leaving.map(({ complete }) => complete)).toEqual([true, true, false]);
  const lastMillisecond = subscriptionsOf("ada", "2024-01-10 2024-01-31T23:59:59.999Z 900");
  expect(mrrMovements(lastMillisecond, { bucket: months }).map(({ complete }) => complete)).toEqual([false]);
  const free = [...subscriptionsOf("ada", "2024-01-10 - 900"), ...subscriptionsOf("bob", "2024-02-10 - 0")];
  expect(mrrMovements(free, { bucket: months }).at(-1)).toMatchObject({ period: "2024-02", closing: 900 });
});
