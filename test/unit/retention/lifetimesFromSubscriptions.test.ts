import { describe, expect, test } from "vitest";
import { kaplanMeier, lifetimesFromSubscriptions, type SubscriptionRow } from "../../../src/index.ts";

const asOf = "2024-03-31";

describe("one lifetime per stretch without a gap", () => {
  test("touching and overlapping rows are one, with the fields of the first; after a gap starts another", () => {
    const rows = [
      { customerId: "a", startedAt: "2024-02-01", endedAt: "2024-03-01", plan: "pro" },
      { customerId: "b", startedAt: "2024-01-01", endedAt: null, plan: "basic" },
      { customerId: "a", startedAt: "2024-01-01", endedAt: "2024-02-01", plan: "trial" },
      { customerId: "a", startedAt: "2024-03-11", plan: "back" },
    ];
    const lifetimes = lifetimesFromSubscriptions(rows, { asOf });
    expect(lifetimes).toEqual([
      { ...rows[2], duration: 60, churned: true },
      { ...rows[3], duration: 21, churned: false },
      { ...rows[1], duration: 91, churned: false },
    ]);
    expect(kaplanMeier(lifetimes)).toHaveLength(3);
  });

  test("1 and '1' are two customers, and any text is a name", () => {
    const ids = [1, "1", "__proto__", "constructor", ""];
    const rows = ids.map((customerId) => ({ customerId, startedAt: "2024-03-01" }));
    expect(lifetimesFromSubscriptions(rows, { asOf }).map((row) => row.customerId)).toEqual(ids);
  });
});

describe("what is known as of a time", () => {
  const ended = (endedAt: string, end: string): unknown => {
    const [row] = lifetimesFromSubscriptions([{ customerId: 1, startedAt: "2024-03-01", endedAt }], {
      asOf: end,
    });
    return row === undefined ? undefined : [row.duration, row.churned];
  };
  test("a day includes the whole of it, an instant itself", () => {
    expect(ended("2024-03-31", "2024-03-31")).toEqual([30, true]);
    expect(ended("2024-04-01", "2024-03-31")).toEqual([31, false]);
    expect(ended("2024-03-11T12:00Z", "2024-03-11T12:00Z")).toEqual([10.5, true]);
    expect(ended("2024-03-11T12:00:00.001Z", "2024-03-11T12:00Z")).toEqual([10.5, false]);
  });

  test("what starts after it is not observed", () => {
    const starts = ["2024-03-31", "2024-03-31T23:59:59.999Z", "2024-04-01"];
    const rows = starts.map((startedAt, customerId) => ({ customerId, startedAt }));
    expect(lifetimesFromSubscriptions(rows, { asOf }).map((row) => row.startedAt)).toEqual(
      starts.slice(0, 2),
    );
    const [row] = lifetimesFromSubscriptions([{ customerId: 1, startedAt: 0 }], {
      asOf: "1970-01-01T00:00Z",
    });
    expect(row).toMatchObject({ duration: 0, churned: false });
  });

  test("an end at the start is a lifetime of 0", () => {
    expect(ended("2024-03-01", "2024-03-31")).toEqual([0, true]);
  });
});

describe("durations", () => {
  const row = { customerId: 1, startedAt: "2024-01-01", endedAt: "2024-03-01" };
  test.each([
    ["day", 60],
    ["week", 60 / 7],
    ["month", 60 / 30.4375],
  ] as const)("in the unit %s", (unit, duration) => {
    expect(lifetimesFromSubscriptions([row], { asOf, unit })[0]?.duration).toBe(duration);
  });

  // Toronto: clocks go forward on 10 March 2024 and back on 3 November.
  test.each([
    ["2024-03-09T12:00-05:00", "2024-03-11T12:00-04:00", 2],
    ["2024-11-02T12:00-04:00", "2024-11-04T12:00-05:00", 2],
    ["2024-03-10", "2024-03-11", 1],
    ["2024-11-03", "2024-11-04", 1],
    // 13:00 is 12 of the 23 hours of that day.
    ["2024-03-10", "2024-03-10T13:00-04:00", 12 / 23],
  ])("from %s to %s are %d days in Toronto", (startedAt, endedAt, duration) => {
    const options = { asOf: "2024-12-31", timeZone: "America/Toronto" };
    const [lifetime] = lifetimesFromSubscriptions([{ customerId: 1, startedAt, endedAt }], options);
    expect(lifetime?.duration).toBeCloseTo(duration, 8);
    if (Number.isInteger(duration)) expect(lifetime?.duration).toBe(duration);
  });

  test("São Paulo, where a day starts at 01:00, and Apia, where one is missing", () => {
    const lasted = (startedAt: string, endedAt: string, timeZone: string): number | undefined =>
      lifetimesFromSubscriptions([{ customerId: 1, startedAt, endedAt }], { asOf, timeZone })[0]?.duration;
    expect(lasted("2018-11-03", "2018-11-05", "America/Sao_Paulo")).toBe(2);
    expect(lasted("2018-11-04", "2018-11-04T13:30-02:00", "America/Sao_Paulo")).toBeCloseTo(12.5 / 23, 8);
    expect(lasted("2011-12-29", "2011-12-31", "Pacific/Apia")).toBe(2);
  });

  test("in UTC they are milliseconds / 86400000, and equal spans tie", () => {
    const starts = [0, 1, 1234567890123, 1700000000001];
    const rows = starts.map((startedAt, customerId) => ({
      customerId,
      startedAt,
      endedAt: startedAt + 86_400_001,
    }));
    const lifetimes = lifetimesFromSubscriptions(rows, { asOf, unit: "month" });
    for (const { duration } of lifetimes) expect(duration).toBe(86_400_001 / (30.4375 * 86_400_000));
  });
});

describe("fields", () => {
  test("duration and churned are replaced, each field is read once, rows are left as they were", () => {
    const reads: string[] = [];
    const row = Object.freeze({
      get customerId() {
        reads.push("customerId");
        return 1;
      },
      get startedAt() {
        reads.push("startedAt");
        return "2024-03-01";
      },
      get plan() {
        reads.push("plan");
        return "pro";
      },
      duration: "long",
      churned: "Yes",
    });
    const lifetimes = lifetimesFromSubscriptions([row].values(), { asOf });
    expect(lifetimes).toEqual([
      { customerId: 1, startedAt: "2024-03-01", plan: "pro", duration: 31, churned: false },
    ]);
    expect(reads.sort((a, b) => (a < b ? -1 : 1))).toEqual(["customerId", "plan", "startedAt"]);
    expect(lifetimes[0]).not.toHaveProperty("endedAt");
  });

  test.each(["count", "entry"])("%s would be read as a lifetime's", (field) => {
    const row = { customerId: 1, startedAt: "2024-03-01", [field]: 3 };
    expect(() => lifetimesFromSubscriptions([row], { asOf })).toThrow(
      `Cannot compute lifetimesFromSubscriptions: subscriptions[0].${field} must be renamed`,
    );
  });
});

describe("what is not valid", () => {
  const compute = (row: object, options: object = { asOf }): (() => unknown) => {
    const good = { customerId: 1, startedAt: "2024-01-01" };
    return () => lifetimesFromSubscriptions([good, row as SubscriptionRow], options as { asOf: string });
  };
  test.each([
    [{ customerId: 1, startedAt: "2024-02-30" }, "subscriptions[1].startedAt must"],
    [
      { customerId: 1, startedAt: "2024-02-03", endedAt: "2024-02-02" },
      "subscriptions[1].endedAt must not be earlier",
    ],
    [{ customerId: 1, startedAt: 1_700_000_000 }, "subscriptions[1].startedAt must"],
    [{ customerId: null, startedAt: "2024-02-03" }, "subscriptions[1].customerId must"],
    [{}, "subscriptions[1].customerId must"],
  ])("%o", (row, message) => {
    expect(compute(row)).toThrow(`Cannot compute lifetimesFromSubscriptions: ${message}`);
  });
  test("options", () => {
    const row = { customerId: 1, startedAt: "2024-01-01" };
    expect(compute(row, {})).toThrow("asOf must");
    expect(compute(row, { asOf, unit: "year" })).toThrow("unit must be one of day, week, month");
    expect(compute(row, { asOf, timeZone: "Mars" })).toThrow("timeZone must");
    expect(compute(row, { asOf, timezone: "UTC" })).toThrow("option must be one of asOf, unit, timeZone");
    expect(() => lifetimesFromSubscriptions("rows" as unknown as [], { asOf })).toThrow("subscriptions must");
  });
  test("no rows", () => expect(lifetimesFromSubscriptions([], { asOf })).toEqual([]));
});
