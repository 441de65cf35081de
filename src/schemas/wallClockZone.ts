import { InvalidInputError } from "../errors.ts";
import { timeZoneNamed } from "../time/timeZone.ts";

/** Refuses a zone that the runtime does not know, before the first row is read. */
export function checkWallClock(task: string, zone: string): void {
  try {
    timeZoneNamed(task, zone);
  } catch {
    const requirement = 'must be an IANA zone such as "America/Toronto" or "UTC"';
    throw new InvalidInputError(task, "wallClock", requirement, zone);
  }
}
