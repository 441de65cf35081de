import { type Bucket, bucketIn } from "./bucket.ts";
import { DAY, firstOfMonth, isoYear } from "./civil.ts";

/**
 * Calendar quarters of a zone, labelled `2024-Q1`. Quarter 0 is the first of 1970.
 *
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When the runtime does not know the zone.
 * @example
 * calendarQuarters().labelOf(calendarQuarters().indexOf("2024-06-30")); // => "2024-Q2"
 */
export function calendarQuarters(timeZone: string = "UTC"): Bucket {
  return bucketIn(timeZone, {
    firstDay: (index) => firstOfMonth(3 * index),
    label: (day) => `${isoYear(day)}-Q${new Date(day * DAY).getUTCMonth() / 3 + 1}`,
    length: 146_097 / 1600,
  });
}
