import { DAY } from "./civil.ts";
import { timeZoneNamed } from "./timeZone.ts";

/**
 * The first instant, in milliseconds, at which the zone's calendar shows this civil day or a later one.
 *
 * Not always midnight: clocks may skip midnight (São Paulo, 2018-11-04, starts at 01:00) or a whole day (Apia has
 * no 2011-12-30, which so starts with the 31st), or go back across it (the first of the two midnights counts).
 */
export function startOfCivilDay(day: number, timeZone: string): number {
  const midnight = day * DAY;
  const { before, after, at } = timeZoneNamed("find the start of a day", timeZone)(day);
  if (midnight - before < at) return midnight - before;
  return Math.max(at, midnight - after);
}
