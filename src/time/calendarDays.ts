import { type Bucket, bucketIn } from "./bucket.ts";
import { isoDate } from "./civil.ts";

/**
 * Civil days of a zone, labelled `2024-01-15`. Day 0 is 1970-01-01. A day lasts 23 or 25 hours where clocks change.
 *
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When the runtime does not know the zone.
 * @example
 * calendarDays("America/Toronto").startOf(19737).toISOString(); // => "2024-01-15T05:00:00.000Z"
 */
export function calendarDays(timeZone: string = "UTC"): Bucket {
  return bucketIn(timeZone, { firstDay: (index) => index, label: isoDate, length: 1 });
}
