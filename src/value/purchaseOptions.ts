import { InvalidInputError } from "../errors.ts";
import type { Bucket } from "../time/bucket.ts";
import { calendarDays } from "../time/calendarDays.ts";
import { timeZoneNamed } from "../time/timeZone.ts";

/** The civil days of a zone; an error about the zone names the task that asked for it. */
export function civilDaysIn(task: string, timeZone: string): Bucket {
  timeZoneNamed(task, timeZone);
  return calendarDays(timeZone);
}

/** A sum of amounts that a double can hold. */
export function checkSum(task: string, sum: number): number {
  if (Number.isFinite(sum)) return sum;
  throw new InvalidInputError(task, "transactions", "must have amounts whose sums do not overflow", sum);
}
