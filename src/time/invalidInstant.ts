import { InvalidInputError } from "../errors.ts";
import { readDate, readLocalTime, readOffset, timeEnd } from "./isoText.ts";

const TEXT = 'ISO 8601 text such as "2024-01-15" or "2024-01-15T10:30:00Z"';
const YEARS = "must lie in the years 0001 to 9999";

/** Why a value is not an instant, with the remedy where one is known. Off the per-row path. */
export function invalidInstant(task: string, path: string, value: unknown): InvalidInputError {
  return new InvalidInputError(task, path, requirementFor(value), value);
}

function requirementFor(value: unknown): string {
  if (typeof value === "number") return forNumber(value);
  if (typeof value === "string") return forText(value);
  if (!isDate(value)) return `must be a Date, milliseconds since 1970 or ${TEXT}`;
  return Number.isNaN(Date.prototype.getTime.call(value)) ? "must be a valid Date" : YEARS;
}

function forNumber(value: number): string {
  if (!Number.isFinite(value)) return "must be a finite number of milliseconds";
  if (Math.abs(value) < 1e11)
    return "must be in milliseconds, and looks like epoch seconds: multiply it by 1000";
  return `${YEARS}, and looks like microseconds or nanoseconds: divide it by 1000 or 1000000`;
}

function forText(text: string): string {
  if (!/^\d{4}-\d\d-\d\d(?:$|[Tt ])/.test(text)) return `must be ${TEXT}`;
  if (Number.isNaN(readDate(text))) return "must be a date that exists, in the years 0001 to 9999";
  const end = timeEnd(text);
  if (Number.isNaN(readLocalTime(text, end)))
    return "must have a time from 00:00 to 23:59:59.999 after the date";
  if (!Number.isNaN(readOffset(text, end))) return YEARS;
  return 'must end in "Z" or an offset such as "-05:00"';
}

/** A `Date` of any realm; its name alone could be borrowed. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !(Symbol.toStringTag in Object(value));
}
