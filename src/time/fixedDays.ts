import { InvalidInputError } from "../errors.ts";
import { type Bucket, bucketIn } from "./bucket.ts";
import { DAY, FIRST_DAY, isoDate, LAST_DAY } from "./civil.ts";
import { isCivilDate, parseInstant } from "./parseInstant.ts";

const TASK = "make a bucket";
const MOST = LAST_DAY - FIRST_DAY + 1;

/**
 * Periods of `days` whole civil days, counted from an anchor and labelled by their first day. Period 0 begins with
 * the anchor; earlier ones have negative indexes.
 *
 * @param days - A positive integer.
 * @param anchor - A civil date, `YYYY-MM-DD`.
 * @param timeZone - An IANA zone; never the host's unless you name it.
 * @throws {InvalidInputError} When `days` is not a positive integer, `anchor` is not a date that exists, or the runtime
 *   does not know the zone.
 * @example
 * const sprints = fixedDays(14, "2024-01-01");
 * sprints.labelOf(sprints.indexOf("2024-02-01")); // => "2024-01-29"
 */
export function fixedDays(days: number, anchor: string, timeZone: string = "UTC"): Bucket {
  if (!(Number.isInteger(days) && days >= 1 && days <= MOST)) {
    throw new InvalidInputError(TASK, "days", `must be an integer from 1 to ${MOST}`, days);
  }
  if (!isCivilDate(anchor))
    throw new InvalidInputError(TASK, "anchor", 'must be a date such as "2024-01-15"', anchor);
  const first = parseInstant(TASK, "anchor", anchor) / DAY;
  return bucketIn(timeZone, { firstDay: (index) => first + days * index, label: isoDate, length: days });
}
