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
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NaN;
  const century = twoDigits(text, 0);
  const year = twoDigits(text, 2);
  if (century < 0 || year < 0) return NaN;
  return civilDayOf(100 * century + year, twoDigits(text, 5), twoDigits(text, 8));
}

/** Where `YYYY-MM-DDThh:mm[:ss[.fff]]` ends, and an offset may begin. */
export function timeEnd(text: string): number {
  if (text.charCodeAt(16) !== COLON) return 16;
  const mark = text.charCodeAt(19);
  if (mark !== DOT && mark !== COMMA) return 19;
  let end = 20;
  while (isBelow(10, text.charCodeAt(end) - 48)) end++;
  return end;
}

/** `YYYY-MM-DDThh:mm[:ss[.fff]]`, which {@link timeEnd} ends, in milliseconds of a clock in no zone; or `NaN`. */
export function readLocalTime(text: string, end: number): number {
  const separator = text.charCodeAt(10);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = end === 16 ? 0 : twoDigits(text, 17);
  const separated = separator === UPPER_T || separator === LOWER_T || separator === SPACE;
  if (!separated || text.charCodeAt(13) !== COLON || end === 20) return NaN;
  if (!isBelow(24, hour) || !isBelow(60, minute) || !isBelow(60, second)) return NaN;
  return readDate(text) * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + readFraction(text, end);
}

/** Digits beyond the millisecond are cut off: rounding up could carry into the next day. */
function readFraction(text: string, end: number): number {
  let milliseconds = 0;
  for (let at = 20; at < 23; at++)
    milliseconds = 10 * milliseconds + (at < end ? text.charCodeAt(at) - 48 : 0);
  return milliseconds;
}

/** A local time that is the whole text; or `NaN`. */
export function readWallClock(text: string): number {
  const end = timeEnd(text);
  return end === text.length ? readLocalTime(text, end) : NaN;
}

/** From `start` to the end of the text, `Z`, `+hh:mm`, `+hhmm` or `+hh` (or minus) in milliseconds; or `NaN`. */
export function readOffset(text: string, start: number): number {
  const sign = text.charCodeAt(start);
  const length = text.length - start;
  if (sign === UPPER_Z || sign === LOWER_Z) return length === 1 ? 0 : NaN;
  const hours = twoDigits(text, start + 1);
  const minutes = length === 3 ? 0 : twoDigits(text, text.length - 2);
  const complete = length === 3 || length === 5 || (length === 6 && text.charCodeAt(start + 3) === COLON);
  if (!complete || !isBelow(24, hours) || !isBelow(60, minutes)) return NaN;
  const size = (hours * 60 + minutes) * 60_000;
  return sign === PLUS ? size : sign === DASH ? -size : NaN;
}
