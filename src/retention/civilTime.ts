import { startOfCivilDay } from "../time/boundary.ts";
import { DAY } from "../time/civil.ts";
import { remember } from "../time/remember.ts";

/**
 * Turns instants into time on a zone's civil calendar, in whole milliseconds: the civil day, and of that day
 * the share that has passed. So a day of 23 or 25 hours counts as one, and two spans of as many days are
 * equal exactly. In UTC it changes nothing.
 */
export function civilMilliseconds(timeZone: string): (instant: number) => number {
  if (timeZone === "UTC") return (instant) => instant;
  const startOf = remember((day) => startOfCivilDay(day, timeZone));
  return (instant) => {
    let day = Math.floor(instant / DAY);
    while (instant < startOf(day)) day -= 1;
    while (instant >= startOf(day + 1)) day += 1;
    const start = startOf(day);
    return day * DAY + Math.round(((instant - start) / (startOf(day + 1) - start)) * DAY);
  };
}
