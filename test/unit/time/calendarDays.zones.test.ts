import { expect, it } from "vitest";
import { calendarDays } from "../../../src/time/calendarDays.ts";

it("is in UTC unless asked, whatever the host's zone", () => {
  const days = calendarDays();
  expect(days.labelOf(days.indexOf("2024-01-15T00:00:00Z"))).toBe("2024-01-15");
  expect(days.labelOf(days.indexOf("2024-01-14T23:59:59.999Z"))).toBe("2024-01-14");
  expect(days.startOf(19_737).toISOString()).toBe("2024-01-15T00:00:00.000Z");
});

it("skips the civil day that Apia skipped", () => {
  const days = calendarDays("Pacific/Apia");
  const skipped = days.indexOf("2011-12-30");
  expect(days.labelOf(skipped)).toBe("2011-12-30");
  expect(days.startOf(skipped)).toEqual(days.startOf(skipped + 1));
  expect(days.labelOf(days.indexOf("2011-12-30T10:00:00Z"))).toBe("2011-12-31");
  expect(days.labelOf(days.indexOf("2011-12-30T09:59:59Z"))).toBe("2011-12-29");
});

it("hands out a new Date each time, so that nobody can move a boundary", () => {
  const days = calendarDays();
  days.startOf(0).setUTCFullYear(2030);
  expect(days.startOf(0).getTime()).toBe(0);
});
