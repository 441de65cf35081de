import { expect, it, test } from "vitest";
import { startOfCivilDay } from "../../../src/time/boundary.ts";

const startOf = (date: string, zone: string): string =>
  new Date(startOfCivilDay(Date.parse(`${date}T00:00:00Z`) / 86_400_000, zone)).toISOString();

// From the tz database's own text (its Zone and Rule lines), worked by hand.
test.each([
  ["an ordinary day", "2024-01-15", "America/Toronto", "2024-01-15T05:00:00.000Z"],
  ["UTC", "2024-01-15", "UTC", "2024-01-15T00:00:00.000Z"],
  ["a day of 23 hours", "2024-03-10", "America/New_York", "2024-03-10T05:00:00.000Z"],
  ["the day after it", "2024-03-11", "America/New_York", "2024-03-11T04:00:00.000Z"],
  ["a day of 25 hours", "2024-11-03", "America/New_York", "2024-11-03T04:00:00.000Z"],
  ["the day after that", "2024-11-04", "America/New_York", "2024-11-04T05:00:00.000Z"],
  ["a day that starts at 01:00", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  [
    "a day that does not exist starts with the next",
    "2011-12-30",
    "Pacific/Apia",
    "2011-12-30T10:00:00.000Z",
  ],
  ["the day after the missing one", "2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
  ["the day before the missing one", "2011-12-29", "Pacific/Apia", "2011-12-29T10:00:00.000Z"],
  ["a midnight that happens twice: the first", "2010-11-07", "America/St_Johns", "2010-11-07T02:30:00.000Z"],
  ["the same in the Azores", "2024-10-27", "Atlantic/Azores", "2024-10-27T00:00:00.000Z"],
  ["half an hour of summer time", "2024-04-07", "Australia/Lord_Howe", "2024-04-06T13:00:00.000Z"],
  ["an offset with seconds", "1971-06-01", "Africa/Monrovia", "1971-06-01T00:44:30.000Z"],
  ["the first date", "0001-01-01", "Etc/GMT+5", "0001-01-01T05:00:00.000Z"],
  ["a turn of the year", "2024-01-01", "Pacific/Kiritimati", "2023-12-31T10:00:00.000Z"],
])("%s", (_, date, zone, expected) => expect(startOf(date, zone)).toBe(expected));

it("is an error for a zone that is not one, and never the host's", () => {
  for (const zone of ["Mars/Phobos", "", null, undefined, 5]) {
    expect(() => startOfCivilDay(0, zone as string)).toThrow(/timeZone must be an IANA zone/);
  }
});
