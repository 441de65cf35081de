import { DAY, isInYears } from "./civil.ts";
import { invalidInstant } from "./invalidInstant.ts";
import { readDate, readLocalTime, readOffset, timeEnd } from "./isoText.ts";

const DATE_ONLY = "YYYY-MM-DD".length;

/**
 * Whether an {@link Instant} is a civil date: a date-only string or `Temporal.PlainDate`. A civil date is in no
 * zone, so it is compared with other civil dates, never with a point in time.
 */
export function isCivilDate(value: unknown): boolean {
  if (typeof value === "string") return value.length === DATE_ONLY;
  return typeof value === "object" && value !== null && tagOf(value) === "Temporal.PlainDate";
}

/**
 * An {@link Instant} as whole milliseconds since 1970-01-01 UTC; a civil date (see {@link isCivilDate}) as
 * {@link DAY} times its days since then. Throws for everything else.
 *
 * Text is ISO 8601 in the profile of RFC 3339, [ISO8601] [RFC3339]: four-digit years, hours and minutes always,
 * seconds and a fraction of any length if known, `T`, `t` or a space between date and time, `Z` or an offset.
 */
export function parseInstant(task: string, path: string, value: unknown): number {
  const milliseconds = instantOrNaN(value);
  if (Number.isNaN(milliseconds)) throw invalidInstant(task, path, value);
  return milliseconds;
}

/**
 * {@link parseInstant} for a row of many: `NaN` instead of an exception, so that the caller builds the path only
 * when it needs one, for {@link invalidInstant}.
 */
export function instantOrNaN(value: unknown): number {
  const milliseconds = read(value);
  return isInYears(milliseconds) ? milliseconds : NaN;
}

function read(value: unknown): number {
  if (typeof value === "string") return readText(value);
  if (typeof value === "number") return readNumber(value);
  if (typeof value !== "object" || value === null) return NaN;
  const tag = tagOf(value);
  return tag === undefined ? readDateObject(value) : readTemporal(value, tag);
}

function readText(text: string): number {
  if (text.length === DATE_ONLY) return readDate(text) * DAY;
  const end = timeEnd(text);
  return readLocalTime(text, end) - readOffset(text, end);
}

/** From 1e8 to 1e11 a number is a day or three years after 1970 in milliseconds, and 1973 to 5138 in seconds. */
function readNumber(value: number): number {
  const size = Math.abs(value);
  return size >= 1e8 && size < 1e11 ? NaN : Math.floor(value) + 0;
}

/** The method itself checks for a real `Date`, from whatever realm; `instanceof` knows one realm only. */
function readDateObject(value: object): number {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return NaN;
  }
}

/** Their text is ISO 8601, but for annotations such as `[America/Toronto]` or `[u-ca=hebrew]` at the end. */
function readTemporal(value: object, tag: unknown): number {
  const text = String(value);
  const end = text.indexOf("[");
  const plain = end < 0 ? text : text.slice(0, end);
  if (tag === "Temporal.PlainDate") return plain.length === DATE_ONLY ? readText(plain) : NaN;
  const isPoint = tag === "Temporal.Instant" || tag === "Temporal.ZonedDateTime";
  return isPoint && plain.length > DATE_ONLY ? readText(plain) : NaN;
}

function tagOf(value: object): unknown {
  return (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
}
