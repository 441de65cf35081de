import { DAY } from "./civil.ts";
import { offsetsOf } from "./zoneOffset.ts";

/** The offsets from UTC, in milliseconds, around a civil day, and the instant at which they change. */
export interface OffsetChange {
  readonly before: number;
  readonly after: number;
  /** Infinity when nothing changes. */
  readonly at: number;
}

/** The offsets around a civil day in one zone. */
export type TimeZone = (day: number) => OffsetChange;

/** More than the names there are; a bound, because callers may pass on names that came from outside. */
const MOST_ZONES = 1000;
const zones: Map<string, TimeZone> = new Map();

/** Looks a zone up by its IANA name, and throws for a name the runtime does not know. `"UTC"` needs no Intl. */
export function timeZoneNamed(task: string, name: string): TimeZone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = name === "UTC" ? utc : fromOffsets(offsetsOf(task, name));
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(name, zone);
  return zone;
}

const UNCHANGED: OffsetChange = { before: 0, after: 0, at: Infinity };
const utc: TimeZone = () => UNCHANGED;

/**
 * Compares the offsets at the UTC midnights a day before and two days after the start of the day: whatever the
 * offset (they reach from -16 to +16 hours), the whole local day lies between. The tz database holds no two
 * changes of offset that close together, so equal ends mean no change, and unequal ones exactly one.
 */
function fromOffsets(offsetAt: (milliseconds: number) => number): TimeZone {
  const known = new Map<number, OffsetChange>();
  return (day) => {
    const remembered = known.get(day);
    if (remembered !== undefined) return remembered;
    const [start, end] = [(day - 1) * DAY, (day + 2) * DAY];
    const [before, after] = [offsetAt(start), offsetAt(end)];
    const change = {
      before,
      after,
      at: before === after ? UNCHANGED.at : changeBetween(start, end, offsetAt),
    };
    known.set(day, change);
    return change;
  };
}

/** The first instant with the offset of the end, by halving; clocks change on whole seconds. */
function changeBetween(start: number, end: number, offsetAt: (milliseconds: number) => number): number {
  const before = offsetAt(start);
  let [low, high] = [start / 1000, end / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}
