import { type Bucket, bucketIn } from "./bucket.ts";
import { firstOfMonth, isoYear } from "./civil.ts";

/**
 * Calendar years of a zone, labelled `2024`. Year 0 is 1970.
 *
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When the runtime does not know the zone.
 * @example
 * calendarYears("Asia/Kolkata").startOf(54).toISOString(); // => "2023-12-31T18:30:00.000Z"
 */
export function calendarYears(timeZone: string = "UTC"): Bucket {
  return bucketIn(timeZone, {
    firstDay: (index) => firstOfMonth(12 * index),
    label: isoYear,
    length: 146_097 / 400,
  });
}
