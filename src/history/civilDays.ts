import type { Bucket } from "../time/bucket.ts";
import { calendarDays } from "../time/calendarDays.ts";
import { timeZoneNamed } from "../time/timeZone.ts";

/** The civil days of a zone; an error about the zone names the task that asked for it. */
export function civilDays(task: string, timeZone: string = "UTC"): Bucket {
  timeZoneNamed(task, timeZone);
  return calendarDays(timeZone);
}
