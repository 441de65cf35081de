import { checkChoice } from "../check.ts";
import type { TimeUnit } from "./modelFit.ts";

/** Every {@link TimeUnit}, the default first. */
export const TIME_UNITS: readonly TimeUnit[] = ["day", "week", "month"];

/** Days in a unit: a month is a twelfth of a year of 365.25 days. */
export function daysIn(task: string, unit: TimeUnit): number {
  checkChoice(task, "unit", unit, TIME_UNITS);
  return unit === "day" ? 1 : unit === "week" ? 7 : 30.4375;
}
