import { describe, expect, it, test } from "vitest";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";
import { calendarQuarters } from "../../../src/time/calendarQuarters.ts";
import { calendarYears } from "../../../src/time/calendarYears.ts";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";

const calendars = { calendarDays, isoWeeks, calendarMonths, calendarQuarters, calendarYears };

describe("a date-only string is a civil date in every zone", () => {
  test.each(["UTC", "America/Los_Angeles", "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kolkata"])(
    "%s",
    (zone) => {
      const labels = Object.values(calendars).map((calendar) => {
        const bucket = calendar(zone);
        return bucket.labelOf(bucket.indexOf("2024-01-01"));
      });
      expect(labels).toEqual(["2024-01-01", "2024-W01", "2024-01", "2024-Q1", "2024"]);
    },
  );
});

it("counts from the bucket that holds 1970-01-01", () => {
  for (const calendar of Object.values(calendars)) {
    expect(calendar().indexOf("1970-01-01")).toBe(0);
    expect(calendar("Asia/Kolkata").indexOf(0)).toBe(0);
  }
});

it("reaches from year 1 to year 9999 in every zone", () => {
  for (const zone of ["UTC", "Etc/GMT+12", "Pacific/Kiritimati"]) {
    for (const calendar of Object.values(calendars)) {
      const bucket = calendar(zone);
      for (const at of ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59.999Z"]) {
        const index = bucket.indexOf(at);
        expect(bucket.labelOf(index)).toMatch(/^(0000|0001|9999|\+?0?10000)/);
        expect(bucket.startOf(index).getTime()).not.toBeNaN();
      }
    }
  }
});

it("is an error for what is not an instant, a bucket or a zone", () => {
  const months = calendarMonths();
  expect(() => months.indexOf("2024-02-30")).toThrow(
    /^Cannot find the bucket: at must be a date that exists/,
  );
  for (const index of [Number.NaN, 0.5, Infinity, -23_630, 96_361, 1e300]) {
    expect(() => months.labelOf(index)).toThrow(
      /index must be the index of a bucket in the years 0001 to 9999/,
    );
    expect(() => months.startOf(index)).toThrow(/index must be/);
  }
  expect(() => calendarMonths("Mars/Phobos")).toThrow(/^Cannot make a bucket: timeZone must be an IANA zone/);
});
