import { InvalidInputError } from "../errors.ts";
import type { Instant } from "../rows.ts";
import { startOfCivilDay } from "./boundary.ts";
import { DAY, FIRST_DAY, LAST_DAY } from "./civil.ts";
import { invalidInstant } from "./invalidInstant.ts";
import { instantOrNaN, isCivilDate } from "./parseInstant.ts";
import { remember } from "./remember.ts";
import { timeZoneNamed } from "./timeZone.ts";

/** Periods of time, numbered one after the other: what {@link timeline} and {@link rolling} count in. */
export interface Bucket {
  /** The number of the bucket that holds an instant. */
  indexOf(at: Instant): number;
  /** The ISO label of a bucket: `2024-01-15`, `2024-W03`, `2024-01`, `2024-Q1`, `2024`. */
  labelOf(index: number): string;
  /** The first instant of a bucket. */
  startOf(index: number): Date;
  /** The zone whose calendar it is; a date-only `asOf` is a day in it. Default `"UTC"`. */
  readonly timeZone?: string;
}

/** Buckets as the civil calendar has them, before any zone. */
export interface CivilBuckets {
  /** The civil day a bucket begins with. */
  firstDay(index: number): number;
  /** The label of the bucket that begins with this civil day. */
  label(firstDay: number): string;
  /** The mean length in days, from which an index is guessed. */
  readonly length: number;
}

/**
 * Places civil buckets in a zone. A bucket starts at the first instant whose civil date in the zone, by
 * `Intl.DateTimeFormat`, belongs to it; that is found once and kept, and a row costs comparisons of numbers.
 */
export function bucketIn(timeZone: string, buckets: CivilBuckets): Bucket {
  timeZoneNamed("make a bucket", timeZone);
  const firstDayOf = remember(buckets.firstDay);
  const firstInstantOf = remember((index) => startOfCivilDay(firstDayOf(index), timeZone));
  const labelOf = remember((index) => buckets.label(firstDayOf(checkIndex(index, buckets))));
  const origin = buckets.firstDay(0) * DAY;
  const length = buckets.length * DAY;
  return {
    indexOf: (at) => {
      const milliseconds = instantOrNaN(at);
      if (Number.isNaN(milliseconds)) throw invalidInstant("find the bucket", "at", at);
      const guess = Math.floor((milliseconds - origin) / length);
      if (isCivilDate(at)) return correct(guess, milliseconds / DAY, firstDayOf);
      return correct(guess, milliseconds, firstInstantOf);
    },
    labelOf,
    startOf: (index) => new Date(firstInstantOf(checkIndex(index, buckets))),
    timeZone,
  };
}

/** From a guess, which is off by one or two at most, to the index whose bucket holds the value. */
function correct(guess: number, value: number, startOf: (index: number) => number): number {
  let index = guess;
  while (value < startOf(index)) index--;
  while (value >= startOf(index + 1)) index++;
  return index;
}

/** A zone may show the day before 0001-01-01 or the day after 9999-12-31, so one day either way is let in. */
function checkIndex(index: number, buckets: CivilBuckets): number {
  const inRange =
    Number.isSafeInteger(index) &&
    buckets.firstDay(index) <= LAST_DAY + 1 &&
    buckets.firstDay(index + 1) >= FIRST_DAY;
  if (inRange) return index;
  throw new InvalidInputError(
    "name a bucket",
    "index",
    "must be the index of a bucket in the years 0001 to 9999",
    index,
  );
}
