import { InvalidInputError } from "../errors.ts";
import { offsetStart, readDate, readLocalTime } from "./isoText.ts";

const ANY =
  'must be a Date, milliseconds since 1970-01-01 UTC, or ISO 8601 text such as "2024-01-15" or "2024-01-15T10:30:00Z"';
const YEARS = "must lie in the years 0001 to 9999";

/** Why a value is not an instant, with the remedy where one is known. Off the per-row path. */
export function invalidInstant(task: string, path: string, value: unknown): InvalidInputError {
  return new InvalidInputError(task, path, requirementFor(value), value);
}

function requirementFor(value: unknown): string {
  if (typeof value === "number") return forNumber(value);
  if (typeof value === "string") return forText(value);
  if (!isDate(value)) return ANY;
  return Number.isNaN(Date.prototype.getTime.call(value)) ? "must be a valid Date" : YEARS;
}

function forNumber(value: number): string {
  if (!Number.isFinite(value)) return "must be a finite number of milliseconds since 1970-01-01 UTC";
  if (Math.abs(value) < 1e11)
    return "must be in milliseconds, and looks like epoch seconds: multiply it by 1000";
  return `${YEARS} as milliseconds, and looks like microseconds (divide by 1000) or nanoseconds (by 1000000)`;
}

function forText(text: string): string {
  if (!/^\d{4}-\d\d-\d\d(?:$|[Tt ])/.test(text)) return ANY;
  if (Number.isNaN(readDate(text))) return "must be a date that exists in the years 0001 to 9999";
  if (!Number.isNaN(readLocalTime(text, text.length))) {
    return 'must end in "Z" or an offset such as "-05:00" (or be read with wallClock, as the local time of a zone)';
  }
  if (!Number.isNaN(readLocalTime(text, offsetStart(text))))
    return `must have a valid offset and ${YEARS.slice(5)}`;
  return 'must have a time of day from 00:00 to 23:59:59, such as "10:30" or "10:30:59.999", and then "Z" or an offset';
}

/** A `Date` of any realm; its name alone could be borrowed. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !(Symbol.toStringTag in Object(value));
}
