import { expect, test } from "vitest";
import { civilMilliseconds } from "../../../src/time/civilTime.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test("in UTC nothing changes", () => {
  expect(civilMilliseconds("UTC")(-12_345)).toBe(-12_345);
});

test("a day of 23 hours is a day, in whole milliseconds", () => {
  const civil = civilMilliseconds("America/New_York");
  const midnight = Date.UTC(2024, 2, 10, 5);
  const day = Date.UTC(2024, 2, 10);
  expect(civil(midnight)).toBe(day);
  expect(civil(midnight + 11.5 * HOUR)).toBe(day + DAY / 2);
  expect(civil(midnight + 23 * HOUR)).toBe(day + DAY);
  // 1/23 of it is 3,756,521.7 milliseconds.
  expect(civil(midnight + HOUR)).toBe(day + 3_756_522);
});

test("days before and after one that does not exist follow each other", () => {
  const civil = civilMilliseconds("Pacific/Apia");
  // 30 December 2011 was left out: at 10:00 UTC the 29th ended, and the 31st began.
  const begin = Date.UTC(2011, 11, 30, 10);
  expect(civil(begin - 1)).toBe(Date.UTC(2011, 11, 30) - 1);
  expect(civil(begin)).toBe(Date.UTC(2011, 11, 31));
});
