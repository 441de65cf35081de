import { InvalidInputError } from "../errors.ts";
import { DAY, isInYears } from "./civil.ts";
import { readWallClock } from "./isoText.ts";
import { timeZoneNamed } from "./timeZone.ts";

/**
 * The instant, in milliseconds, at which the clocks of a zone showed `YYYY-MM-DDThh:mm[:ss[.fff]]` (or with a
 * space, as exports write it). A time that clocks skipped is an error; of one that they showed twice it is the earlier.
 */
export function wallClockInstant(task: string, path: string, text: string, timeZone: string): number {
  const local = typeof text === "string" ? readWallClock(text) : NaN;
  if (Number.isNaN(local)) {
    const wanted =
      'must be a local time without an offset, such as "2024-01-15T10:30" or "2024-01-15 10:30:59"';
    throw new InvalidInputError(task, path, wanted, text);
  }
  const { before, after, at } = timeZoneNamed(task, timeZone)(Math.floor(local / DAY));
  const instant = local - before < at ? local - before : local - after;
  if (local - before >= at && local - after < at) {
    const wanted = `must be a time that exists: the clocks of ${timeZone} skipped it`;
    throw new InvalidInputError(task, path, wanted, text);
  }
  if (isInYears(instant)) return instant;
  throw new InvalidInputError(task, path, "must lie in the years 0001 to 9999 of UTC", text);
}
