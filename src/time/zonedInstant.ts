import type { Instant } from "../rows.ts";
import { startOfCivilDay } from "./boundary.ts";
import { DAY, LAST_INSTANT } from "./civil.ts";
import { instantOrNaN, isCivilDate, parseInstant } from "./parseInstant.ts";
import { remember } from "./remember.ts";
import { timeZoneNamed } from "./timeZone.ts";

/**
 * Reads instants in milliseconds, where a civil date is the instant at which its day starts in the zone; `NaN` for
 * everything that is no instant. So civil dates and points in time can be put in one order.
 */
export function zonedInstants(task: string, timeZone: string): (value: unknown) => number {
  timeZoneNamed(task, timeZone);
  const startOfDay = remember((day) => startOfCivilDay(day, timeZone));
  return (value) => {
    const milliseconds = instantOrNaN(value);
    return isCivilDate(value) && !Number.isNaN(milliseconds) ? startOfDay(milliseconds / DAY) : milliseconds;
  };
}

/** Up to when something is known, or a period lasts. */
export interface End {
  /** The instant, in milliseconds: of a civil date the end of its day, which is the start of the next. */
  readonly end: number;
  /** The last millisecond that still belongs to it: the instant itself, or the last one before a civil date ends. */
  readonly last: number;
}

/** Reads an end such as `asOf`: a civil date includes the whole of its day in the zone, a point in time itself. */
export function endIn(task: string, path: string, value: Instant, timeZone: string): End {
  const milliseconds = parseInstant(task, path, value);
  if (!isCivilDate(value)) return { end: milliseconds, last: milliseconds };
  // The day after 9999-12-31 is no instant any more: that date, which often stands for "never", ends with its last one.
  const end = Math.min(startOfCivilDay(milliseconds / DAY + 1, timeZone), LAST_INSTANT);
  return { end, last: end - 1 };
}
