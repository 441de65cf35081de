import { type Bucket, bucketIn } from "./bucket.ts";
import { firstOfMonth, isoMonth } from "./civil.ts";

/**
 * Calendar months of a zone, labelled `2024-01`. Month 0 is January 1970.
 *
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When the runtime does not know the zone.
 * @example
 * const months = calendarMonths("America/Toronto");
 * months.labelOf(months.indexOf("2024-02-01T03:00:00Z")); // => "2024-01"
 */
export function calendarMonths(timeZone: string = "UTC"): Bucket {
  return bucketIn(timeZone, { firstDay: firstOfMonth, label: isoMonth, length: 146_097 / 4800 });
}
