import { startOfCivilDay } from "./boundary.ts";
import { DAY } from "./civil.ts";
import { remember } from "./remember.ts";

/** The civil days of a zone, by their instants. */
export interface CivilDays {
  /** The civil day that holds an instant. */
  readonly dayOf: (instant: number) => number;
  /** The first instant of a civil day. */
  readonly startOf: (day: number) => number;
}

/** Finds civil days in a zone; each start is found once. */
export function civilDaysIn(timeZone: string): CivilDays {
  const startOf = remember((day) => startOfCivilDay(day, timeZone));
  const dayOf = (instant: number): number => {
    let day = Math.floor(instant / DAY);
    while (instant < startOf(day)) day--;
    while (instant >= startOf(day + 1)) day++;
    return day;
  };
  return { dayOf, startOf };
}

/**
 * Turns instants into time on a zone's civil calendar, in whole milliseconds: the civil day, and of that day
 * the share that has passed. So a day of 23 or 25 hours counts as one, and two spans of as many days are
 * equal exactly. In UTC it changes nothing.
 */
export function civilMilliseconds(timeZone: string): (instant: number) => number {
  if (timeZone === "UTC") return (instant) => instant;
  const { dayOf, startOf } = civilDaysIn(timeZone);
  return (instant) => {
    const day = dayOf(instant);
    const start = startOf(day);
    return day * DAY + Math.round(((instant - start) / (startOf(day + 1) - start)) * DAY);
  };
}
