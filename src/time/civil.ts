/** Milliseconds of a civil day: the civil calendar has no clock changes and, as POSIX time, no leap seconds. */
export const DAY = 86_400_000;

/** 0001-01-01 as a civil day. */
export const FIRST_DAY = -719_162;

/** 9999-12-31 as a civil day. */
export const LAST_DAY = 2_932_896;

const DAYS_BEFORE_MONTH: readonly number[] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 1970-01-01, counted from the day before 0000-01-01 in the proleptic Gregorian calendar. */
const EPOCH = 719_528;

/**
 * A civil date as days since 1970-01-01, or `NaN` for a date that does not exist or lies outside the years
 * 0001 to 9999. Plain arithmetic, because `Date.UTC` reads the years 0 to 99 as 1900 to 1999 and takes
 * 30 February for 1 March.
 *
 * Gregorian calendar of ISO 8601, [ISO8601]: a leap day every 4 years, but for 3 centuries of 4.
 */
export function civilDayOf(year: number, month: number, day: number): number {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = leap && month === 2 ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  if (day > length) return NaN;
  const counted = month > 2 ? year : year - 1;
  const century = Math.trunc(counted / 100);
  const leapDays = (counted >> 2) - century + (century >> 2);
  return 365 * year + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day - EPOCH;
}

/** The first of a month counted from 1970-01, as a civil day. */
export function firstOfMonth(monthsSince1970: number): number {
  return Date.UTC(1970, monthsSince1970, 1) / DAY;
}

/** 9999-12-31T23:59:59.999Z. */
export const LAST_INSTANT = 253_402_300_799_999;

/** Whether an instant, in milliseconds, lies in the years 0001 to 9999 of UTC; `NaN` does not. */
export function isInYears(milliseconds: number): boolean {
  return milliseconds >= -62_135_596_800_000 && milliseconds <= LAST_INSTANT;
}

/** `YYYY-MM-DD` of a civil day. */
export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, -"T00:00:00.000Z".length);
}

/** `YYYY-MM` of a civil day. */
export function isoMonth(day: number): string {
  return isoDate(day).slice(0, -"-01".length);
}

/** `YYYY` of a civil day. */
export function isoYear(day: number): string {
  return isoMonth(day).slice(0, -"-01".length);
}
