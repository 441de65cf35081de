import { describe, expect, it, test } from "vitest";
import { timeline } from "../../../src/group/timeline.ts";
import { nps } from "../../../src/survey/nps.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";
import { fixedDays } from "../../../src/time/fixedDays.ts";

const size = (group: readonly unknown[]): { n: number } => ({ n: group.length });
const at = (row: { readonly at: string }): string => row.at;
const on = (...dates: string[]): { at: string }[] => dates.map((date) => ({ at: date }));
const months = { at, bucket: calendarMonths() };

it("has a row for every bucket from the first to the last, the empty ones too", () => {
  expect(timeline(on("2024-03-05", "2024-01-31", "2024-03-01"), months, size)).toEqual([
    { period: "2024-01", n: 1 },
    { period: "2024-02", n: 0 },
    { period: "2024-03", n: 2 },
  ]);
});

it("gives the estimate of an empty period as null, never 0", () => {
  const rows = [
    { at: "2024-01-01", score: 10 },
    { at: "2024-03-01", score: 0 },
  ];
  expect(timeline(rows, months, nps)[1]).toEqual({ period: "2024-02", ...nps([]) });
});

it("keeps the order of the rows within a period, and calls the metric with them alone", () => {
  const calls: unknown[][] = [];
  const rows = on("2024-02-03", "2024-01-01", "2024-02-01");
  timeline(rows.values(), months, (...args) => {
    calls.push(args);
    return {};
  });
  expect(calls).toEqual([[[rows[1]]], [[rows[0], rows[2]]]]);
});

describe("from and to", () => {
  const rows = on("2024-02-10", "2024-04-20");
  const periods = (range: { from?: string; to?: string }): string[] =>
    timeline(rows, { ...months, ...range }, size).map((row) => `${row.period} ${row.n}`);

  it("choose whole buckets, so that several series line up", () => {
    expect(periods({ from: "2024-01-31", to: "2024-05-01" })).toEqual([
      "2024-01 0",
      "2024-02 1",
      "2024-03 0",
      "2024-04 1",
      "2024-05 0",
    ]);
    expect(periods({ from: "2024-02-29" })).toEqual(["2024-02 1", "2024-03 0", "2024-04 1"]);
  });
  it("leave out rows outside", () => {
    expect(periods({ from: "2024-03-01", to: "2024-03-31" })).toEqual(["2024-03 0"]);
    expect(periods({ to: "2024-03-31" })).toEqual(["2024-02 1", "2024-03 0"]);
    expect(periods({ from: "2024-05-01" })).toEqual([]);
  });
  it("make a timeline of no rows", () => {
    expect(timeline(on(), { ...months, from: "2024-01-01", to: "2024-02-01" }, size)).toHaveLength(2);
    expect(timeline(on(), { ...months, from: "2024-01-01" }, size)).toEqual([]);
    expect(timeline(on(), months, size)).toEqual([]);
  });
});

test("days of 23 and 25 hours are days", () => {
  const bucket = calendarDays("America/New_York");
  const hours = (from: string, count: number): { at: string }[] =>
    Array.from({ length: count }, (_, hour) => ({
      at: new Date(Date.parse(from) + hour * 3_600_000).toISOString(),
    }));
  const spring = timeline(hours("2024-03-10T05:00:00Z", 48), { at, bucket }, size);
  expect(spring.map((row) => row.n)).toEqual([23, 24, 1]);
  const autumn = timeline(hours("2024-11-03T04:00:00Z", 49), { at, bucket }, size);
  expect(autumn.map((row) => row.n)).toEqual([25, 24]);
});

test("a day that does not exist is an empty period", () => {
  const bucket = calendarDays("Pacific/Apia");
  const result = timeline(on("2011-12-29T12:00:00-10:00", "2011-12-31T12:00:00+14:00"), { at, bucket }, size);
  expect(result.map((row) => row.n)).toEqual([1, 0, 1]);
});

describe("errors", () => {
  it("name the row", () => {
    expect(() => timeline(on("2024-01-01", "2024-02-30"), months, size)).toThrow(
      /^Cannot compute a timeline: rows\[1\]\.at must be a date that exists/,
    );
    expect(() =>
      timeline(
        [{ at: undefined }],
        { at: (row) => row.at as unknown as string, bucket: months.bucket },
        size,
      ),
    ).toThrow(/rows\[0\]\.at must be a Date/);
  });
  it("name from and to", () => {
    expect(() => timeline(on(), { ...months, from: "01/02/2024" }, size)).toThrow(/: from must be/);
    expect(() => timeline(on(), { ...months, to: Number.NaN }, size)).toThrow(/: to must be/);
    expect(() => timeline(on(), { ...months, from: "2024-02-01", to: "2024-01-31" }, size)).toThrow(
      /to must not be earlier than from, received "2024-01-31"/,
    );
  });
  it("name both ends when a stray date makes the line endless", () => {
    expect(() => timeline(on("0024-01-15", "2024-01-15"), { at, bucket: calendarDays() }, size)).toThrow(
      /at most 100000 buckets.*0024-01-15 to 2024-01-15: look for a stray date, received 730486/,
    );
    const weeks = timeline(on("0124-01-15", "2024-01-15"), { at, bucket: fixedDays(7, "2024-01-01") }, size);
    expect(weeks.length).toBeGreaterThan(99_000);
  });
  it("when a label would hide a field, or a bucket is not one", () => {
    expect(() => timeline(on("2024-01-01"), months, () => ({ period: 1 }))).toThrow(
      /: period must not have the name/,
    );
    for (const other of [calendarMonths, "month", null, [], { indexOf: Number }]) {
      const bucket = other as unknown as ReturnType<typeof calendarMonths>;
      expect(() => timeline(on(), { at, bucket }, size)).toThrow(
        'timeline: bucket must be a bucket such as calendarMonths("America/Toronto"), received',
      );
    }
    const halves = { ...calendarMonths(), indexOf: () => 0.5 };
    expect(() => timeline(on("2024-01-01"), { at, bucket: halves }, size)).toThrow(
      /rows\[0\]\.at must lie in a bucket/,
    );
  });
});

test("a window beside the rows shows its empty periods; half a window beside them shows nothing", () => {
  const rows = [{ at: "2024-03-05" }, { at: "2024-04-05" }];
  const show = (ends: { from?: string; to?: string }): string[] =>
    timeline(rows, { at: (row) => row.at, bucket: calendarMonths(), ...ends }, (group) => ({
      n: group.length,
    })).map(({ period, n }) => `${period} ${n}`);
  expect(show({ from: "2024-05-01", to: "2024-06-30" })).toEqual(["2024-05 0", "2024-06 0"]);
  expect(show({ from: "2024-05-01" })).toEqual([]);
  expect(show({ to: "2024-01-31" })).toEqual([]);
});
