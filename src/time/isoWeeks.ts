import { UTCDateMini } from "@date-fns/utc/date/mini";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { type Bucket, bucketIn } from "./bucket.ts";
import { DAY } from "./civil.ts";

/** 1970-01-01 is a Thursday, so its week begins three days before. */
const MONDAY = -3;

/**
 * Weeks from Monday to Sunday, labelled `2024-W03` by ISO 8601: a week belongs to the year of its Thursday.
 * Week 0 holds 1970-01-01.
 *
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When the runtime does not know the zone.
 * @example
 * isoWeeks().labelOf(isoWeeks().indexOf("2024-12-30")); // => "2025-W01"
 */
export function isoWeeks(timeZone: string = "UTC"): Bucket {
  return bucketIn(timeZone, { firstDay: (index) => 7 * index + MONDAY, label: weekLabel, length: 7 });
}

function weekLabel(monday: number): string {
  // date-fns reads a date by its own methods, and those of this one are in UTC.
  const date = new UTCDateMini(monday * DAY);
  const year = String(getISOWeekYear(date)).padStart(4, "0");
  return `${year}-W${String(getISOWeek(date)).padStart(2, "0")}`;
}
