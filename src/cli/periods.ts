import {
  type Bucket,
  calendarDays,
  calendarMonths,
  calendarQuarters,
  calendarYears,
  isoWeeks,
} from "../index.ts";
import { usageError } from "./failure.ts";
import { asUsage } from "./optionText.ts";

const PERIODS: ReadonlyMap<string, (timeZone: string) => Bucket> = new Map([
  ["day", calendarDays],
  ["week", isoWeeks],
  ["month", calendarMonths],
  ["quarter", calendarQuarters],
  ["year", calendarYears],
]);

/** What an option that names periods can be. */
export const PERIOD_NAMES: string = [...PERIODS.keys()].join(", ");

/** The periods that an option names. */
export function periodsNamed(option: string, name: string): (timeZone: string) => Bucket {
  const bucketsIn = PERIODS.get(name);
  if (bucketsIn === undefined) throw usageError(`--${option} must be one of ${PERIOD_NAMES}`);
  return (timeZone) => asUsage(() => bucketsIn(timeZone));
}
