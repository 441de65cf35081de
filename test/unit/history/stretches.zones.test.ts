import { describe, expect, test } from "vitest";
import { stretchesByCustomer } from "../../../src/history/stretches.ts";
import type { SubscriptionRow } from "../../../src/rows.ts";

const iso = (milliseconds: number): string =>
  milliseconds === Number.POSITIVE_INFINITY ? "open" : new Date(milliseconds).toISOString().slice(0, 10);

function spans(rows: Iterable<SubscriptionRow>, timeZone = "UTC"): string[][] {
  return stretchesByCustomer("test", rows, timeZone).map((stretches) =>
    stretches.map(({ startedAt, endedAt }) => `${iso(startedAt)} ${iso(endedAt)}`),
  );
}

const row = (customerId: string | number, startedAt: string, endedAt?: string | null): SubscriptionRow => ({
  customerId,
  startedAt,
  endedAt: endedAt ?? null,
});

describe("the stretches of customers", () => {
  test("are in order of first appearance, and of time", () => {
    const rows = [
      row("b", "2024-05-01", "2024-06-01"),
      row("a", "2024-02-01"),
      row("b", "2024-01-01", "2024-02-01"),
    ];
    expect(spans(rows)).toEqual([["2024-01-01 2024-02-01", "2024-05-01 2024-06-01"], ["2024-02-01 open"]]);
  });
  test("join where rows touch or overlap, whatever their order", () => {
    const rows = [
      row(1, "2024-03-01", "2024-04-01"),
      row(1, "2024-01-01", "2024-03-01"),
      row(1, "2024-01-15", "2024-01-20"),
      row(1, "2024-04-02", "2024-05-01"),
    ];
    expect(spans(rows)).toEqual([["2024-01-01 2024-04-01", "2024-04-02 2024-05-01"]]);
    expect(spans([...rows].reverse())).toEqual(spans(rows));
  });
  test("stay open when any of their rows is", () => {
    expect(spans([row(1, "2024-01-01"), row(1, "2024-02-01", "2024-03-01")])).toEqual([["2024-01-01 open"]]);
  });
  test("keep the row they begin with", () => {
    const rows = [
      { customerId: 7, startedAt: "2024-02-01", endedAt: null, plan: "pro" },
      { customerId: 7, startedAt: "2024-01-01", endedAt: "2024-02-01", plan: "free" },
    ];
    expect(stretchesByCustomer("test", rows, "UTC")[0]?.[0]?.row.plan).toBe("free");
  });
  test("tell 1 from its text, and take any name", () => {
    const ids = [1, "1", "__proto__", "constructor", "", "a", "a "];
    expect(spans(ids.map((id) => row(id, "2024-01-01")))).toHaveLength(ids.length);
  });
  test("may be of no length", () => {
    expect(spans([row(1, "2024-01-01", "2024-01-01")])).toEqual([["2024-01-01 2024-01-01"]]);
  });
  test("take civil dates as the start of the day in the zone", () => {
    const touching = [
      row(1, "2024-01-01", "2024-03-10"),
      { customerId: 1, startedAt: "2024-03-10T05:00:00Z", endedAt: null },
    ];
    expect(spans(touching, "America/New_York")).toEqual([["2024-01-01 open"]]);
    expect(spans(touching, "UTC")[0]).toHaveLength(2);
  });
});

describe("a subscription that is not valid is named", () => {
  const message = (bad: unknown): string => {
    try {
      stretchesByCustomer("test", [row(1, "2024-01-01"), bad as SubscriptionRow], "UTC");
      return "none";
    } catch (error) {
      return (error as Error).message;
    }
  };
  test.each([
    [null, "Cannot test: subscriptions[1] must be a subscription row, received null"],
    [{ startedAt: "2024-01-01" }, "subscriptions[1].customerId must be a string or a finite number"],
    [row(Number.NaN, "2024-01-01"), "subscriptions[1].customerId must be a string or a finite number"],
    [row(1, "2024-02-30"), "subscriptions[1].startedAt must be a date that exists"],
    [row(1, "2024-02-01", "2024-01-31"), "subscriptions[1].endedAt must not be earlier than startedAt"],
    [row(1, "2024-02-01", "01/03/2024"), "subscriptions[1].endedAt must be ISO 8601 text"],
    [row(1, "2024-02-01", ""), "subscriptions[1].endedAt must be ISO 8601 text"],
  ])("%j", (bad, wanted) => expect(message(bad)).toContain(wanted));

  test("and each field is read once", () => {
    const reads: string[] = [];
    const counting = {
      get customerId() {
        reads.push("customerId");
        return 1;
      },
      get startedAt() {
        reads.push("startedAt");
        return "2024-01-01";
      },
      get endedAt() {
        reads.push("endedAt");
        return null;
      },
    };
    expect(spans(new Set([counting]).values())).toHaveLength(1);
    expect(reads.sort((a, b) => (a < b ? -1 : 1))).toEqual(["customerId", "endedAt", "startedAt"]);
  });
});
