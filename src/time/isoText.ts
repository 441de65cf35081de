import { civilDayOf, DAY } from "./civil.ts";

// Character codes and whole numbers instead of regular expressions and parts of strings: rows come by the million.

const DASH = 45;
const PLUS = 43;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;
const UPPER_T = 84;
const LOWER_T = 116;
const UPPER_Z = 90;
const LOWER_Z = 122;

/** The earliest place an offset can begin: after `YYYY-MM-DDThh:mm`. */
const SHORTEST = 16;

/** What two characters that are not both digits, or not there, read as: no year, month, hour or minute. */
const NOT_DIGITS = -1;

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? 10 * tens + units : NOT_DIGITS;
}

/** From 0 up to `limit`, not included. */
function isBelow(limit: number, value: number): boolean {
  return value >= 0 && value < limit;
}

/** `YYYY-MM-DD` at the start of the text as a civil day; `NaN` when it is something else or does not exist. */
export function readDate(text: string): number {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  if (century < 0 || year < 0) return Number.NaN;
  return civilDayOf(100 * century + year, twoDigits(text, 5), twoDigits(text, 8));
}

/** `YYYY-MM-DDThh:mm[:ss[.fff]]`, the first `end` characters, as milliseconds of a clock in no zone; or `NaN`. */
export function readLocalTime(text: string, end: number): number {
  const separator = text.charCodeAt(10);
  if (separator !== UPPER_T && separator !== LOWER_T && separator !== SPACE) return Number.NaN;
  const hour = twoDigits(text, 11);
  const minute = text.charCodeAt(13) === COLON ? twoDigits(text, 14) : NOT_DIGITS;
  if (!isBelow(24, hour) || !isBelow(60, minute)) return Number.NaN;
  return readDate(text) * DAY + hour * 3_600_000 + minute * 60_000 + readSeconds(text, end);
}

function readSeconds(text: string, end: number): number {
  if (end === SHORTEST) return 0;
  const second = text.charCodeAt(16) === COLON && end >= 19 ? twoDigits(text, 17) : NOT_DIGITS;
  if (!isBelow(60, second)) return Number.NaN;
  return second * 1000 + (end === 19 ? 0 : readFraction(text, end));
}

/** Digits beyond the millisecond are cut off: rounding up could carry into the next day. */
function readFraction(text: string, end: number): number {
  const mark = text.charCodeAt(19);
  if ((mark !== DOT && mark !== COMMA) || end === 20) return Number.NaN;
  let milliseconds = 0;
  let weight = 100;
  for (let at = 20; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!isBelow(10, digit)) return Number.NaN;
    milliseconds += digit * weight;
    weight = weight > 1 ? weight / 10 : 0;
  }
  return milliseconds;
}

/** Where the offset (`Z`, `+hh:mm`, `+hhmm`, `+hh`, or with a minus) begins; the text's length when it has none. */
export function offsetStart(text: string): number {
  const length = text.length;
  const last = text.charCodeAt(length - 1);
  if (last === UPPER_Z || last === LOWER_Z) return length - 1;
  if (isSign(text, length - 6)) return length - 6;
  if (isSign(text, length - 5)) return length - 5;
  return isSign(text, length - 3) ? length - 3 : length;
}

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= SHORTEST && (code === PLUS || code === DASH);
}

/** The offset that begins at `start`, in milliseconds; `NaN` when there is none or its numbers are impossible. */
export function readOffset(text: string, start: number): number {
  const length = text.length - start;
  if (length <= 1) return length === 1 ? 0 : Number.NaN;
  const hours = twoDigits(text, start + 1);
  const minutes = length === 3 ? 0 : twoDigits(text, text.length - 2);
  if (!isBelow(24, hours) || !isBelow(60, minutes) || (length === 6 && text.charCodeAt(start + 3) !== COLON))
    return Number.NaN;
  const magnitude = hours * 3_600_000 + minutes * 60_000;
  return text.charCodeAt(start) === DASH ? -magnitude : magnitude;
}
