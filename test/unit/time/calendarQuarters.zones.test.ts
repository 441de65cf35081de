import { expect, test } from "vitest";
import { calendarQuarters } from "../../../src/time/calendarQuarters.ts";

test.each([
  ["2024-01-01", "2024-Q1"],
  ["2024-03-31", "2024-Q1"],
  ["2024-04-01", "2024-Q2"],
  ["2024-09-30", "2024-Q3"],
  ["2024-12-31", "2024-Q4"],
  ["1969-12-31", "1969-Q4"],
])("%s is in %s", (date, label) => {
  expect(calendarQuarters().labelOf(calendarQuarters().indexOf(date))).toBe(label);
});

test("a quarter begins with the zone's day", () => {
  const quarters = calendarQuarters("America/Toronto");
  expect(quarters.startOf(quarters.indexOf("2024-05-05")).toISOString()).toBe("2024-04-01T04:00:00.000Z");
});
