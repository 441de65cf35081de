import { expect, test } from "vitest";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";

test.each([
  ["2020-12-31", "2020-W53"],
  ["2021-01-03", "2020-W53"],
  ["2021-01-04", "2021-W01"],
  ["2024-12-30", "2025-W01"],
  ["2005-01-01", "2004-W53"],
  ["0001-01-01", "0001-W01"],
])("ISO 8601 puts %s in week %s", (date, label) => {
  expect(isoWeeks().labelOf(isoWeeks().indexOf(date))).toBe(label);
});

test("a week begins with the zone's Monday", () => {
  const weeks = isoWeeks("Europe/Berlin");
  expect(weeks.startOf(weeks.indexOf("2024-01-15")).toISOString()).toBe("2024-01-14T23:00:00.000Z");
  expect(weeks.labelOf(weeks.indexOf("2024-01-14T22:59:59Z"))).toBe("2024-W02");
});
