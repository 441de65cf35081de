import { expect, test } from "vitest";
import { calendarYears } from "../../../src/time/calendarYears.ts";

test("a year begins with the zone's day", () => {
  const years = calendarYears("Asia/Kolkata");
  expect(years.startOf(54).toISOString()).toBe("2023-12-31T18:30:00.000Z");
  expect(years.labelOf(years.indexOf("2023-12-31T18:30:00Z"))).toBe("2024");
  expect(years.labelOf(years.indexOf("2023-12-31T18:29:59.999Z"))).toBe("2023");
});

test("years before 1000 have four digits", () => {
  expect(calendarYears().labelOf(calendarYears().indexOf("0850-06-01"))).toBe("0850");
});
