import { describe, expect, it, test } from "vitest";
import { InvalidInputError } from "../../../src/errors.ts";
import { wallClockInstant } from "../../../src/time/wallClock.ts";

const read = (text: string, zone: string): string =>
  new Date(wallClockInstant("read rows", "rows[3].at", text, zone)).toISOString();

test.each([
  ["winter", "2024-01-15T10:30", "America/Toronto", "2024-01-15T15:30:00.000Z"],
  ["summer", "2024-07-15 10:30:59.25", "America/Toronto", "2024-07-15T14:30:59.250Z"],
  ["UTC", "2024-01-15T10:30", "UTC", "2024-01-15T10:30:00.000Z"],
  [
    "the last minute before clocks go forward",
    "2024-03-10T01:59",
    "America/Toronto",
    "2024-03-10T06:59:00.000Z",
  ],
  ["the first after", "2024-03-10T03:00", "America/Toronto", "2024-03-10T07:00:00.000Z"],
  ["a time shown twice: the earlier", "2024-11-03T01:30", "America/Toronto", "2024-11-03T05:30:00.000Z"],
  ["the first time shown once again", "2024-11-03T02:00", "America/Toronto", "2024-11-03T07:00:00.000Z"],
  ["after a skipped midnight", "2018-11-04T01:00", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ["after a skipped day", "2011-12-31T00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
])("%s", (_, text, zone, expected) => expect(read(text, zone)).toBe(expected));

describe("a time that clocks skipped is an error", () => {
  test.each([
    ["2024-03-10T02:30", "America/Toronto"],
    ["2024-03-10T02:00", "America/Toronto"],
    ["2018-11-04T00:30", "America/Sao_Paulo"],
    ["2011-12-30T12:00", "Pacific/Apia"],
  ])("%s in %s", (text, zone) => {
    expect(() => read(text, zone)).toThrow(
      `rows[3].at must be a time that exists: the clocks of ${zone} skipped it`,
    );
  });
});

it("is an error for anything that is not a local time, or not a zone", () => {
  for (const text of [
    "2024-01-15",
    "2024-01-15T10:30Z",
    "2024-01-15T10:30+01",
    "2024-02-30T10:30",
    "",
    5,
    null,
  ]) {
    expect(() => read(text as string, "America/Toronto")).toThrow(/local time without an offset/);
  }
  expect(() => read("2024-01-15T10:30", "Mars/Phobos")).toThrow(InvalidInputError);
  expect(() => read("2024-01-15T10:30", "Mars/Phobos")).toThrow(/^Cannot read rows: timeZone must/);
});

test.each([
  ["0001-01-01T00:00", "Asia/Tokyo"],
  ["9999-12-31T23:59", "America/New_York"],
])("%s in %s leaves the years that instants can have", (text, zone) => {
  expect(() => read(text, zone)).toThrow("rows[3].at must lie in the years 0001 to 9999 of UTC");
});
