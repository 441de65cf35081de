import { expect, it } from "vitest";
import { fixedDays } from "../../../src/time/fixedDays.ts";

const labelAt = (bucket: ReturnType<typeof fixedDays>, at: string): string =>
  bucket.labelOf(bucket.indexOf(at));

it("counts whole civil days from the anchor, forwards and backwards", () => {
  const sprints = fixedDays(14, "2024-01-01");
  expect(sprints.indexOf("2024-01-01")).toBe(0);
  expect(sprints.indexOf("2024-01-14T23:59:59.999Z")).toBe(0);
  expect(sprints.indexOf("2024-01-15T00:00:00Z")).toBe(1);
  expect(sprints.indexOf("2023-12-31")).toBe(-1);
  expect(labelAt(sprints, "2023-12-31")).toBe("2023-12-18");
  expect(labelAt(sprints, "2024-02-01")).toBe("2024-01-29");
  expect(sprints.startOf(1).toISOString()).toBe("2024-01-15T00:00:00.000Z");
});

it("counts days of 23 and 25 hours as days", () => {
  const weeks = fixedDays(7, "2024-03-04", "America/New_York");
  expect(weeks.startOf(1).toISOString()).toBe("2024-03-11T04:00:00.000Z");
  expect(labelAt(weeks, "2024-03-11T03:59:59Z")).toBe("2024-03-04");
  expect(labelAt(weeks, "2024-03-11T04:00:00Z")).toBe("2024-03-11");
});

it("is an error without a positive whole number of days, or a date", () => {
  for (const days of [0, -1, 1.5, Number.NaN, Infinity, 4e6, "7"]) {
    expect(() => fixedDays(days as number, "2024-01-01")).toThrow(
      /days must be an integer from 1 to 3652059/,
    );
  }
  expect(() => fixedDays(7, "2024-02-30")).toThrow(/anchor must be a date that exists/);
  expect(() => fixedDays(7, "2024-01-01T00:00:00Z")).toThrow(/anchor must be a date such as/);
  expect(() => fixedDays(7, "2024-01-01", "Mars/Phobos")).toThrow(/timeZone must be/);
});
