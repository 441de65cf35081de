import { expect, it } from "vitest";
import { calendarMonths } from "../../../src/time/calendarMonths.ts";

it("holds a point in time in the zone's period, not in UTC's", () => {
  const months = calendarMonths("America/Toronto");
  expect(months.labelOf(months.indexOf("2024-02-01T04:59:59.999Z"))).toBe("2024-01");
  expect(months.labelOf(months.indexOf("2024-02-01T05:00:00Z"))).toBe("2024-02");
  expect(months.labelOf(months.indexOf(new Date(Date.UTC(2024, 1, 1, 5))))).toBe("2024-02");
});
