import { InvalidInputError } from "../errors.ts";
import type { Stretch } from "../history/stretches.ts";
import type { Instant } from "../rows.ts";
import { invalidInstant } from "../time/invalidInstant.ts";
import { endIn, zonedInstants } from "../time/zonedInstant.ts";

/** A period of time, half-open, as it is asked for. */
export interface PeriodOptions {
  /** When the period begins; a civil date is the start of its day. */
  readonly from: Instant;
  /** When the period ends: an instant is where it stops, a civil date includes the whole of its day. */
  readonly to: Instant;
  /** The zone whose days civil dates are. Default `"UTC"`. */
  readonly timeZone?: string;
}

/** A period in milliseconds: from `start` up to, and not at, `end`. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/** The stretches of one customer, in order of time. */
export type Presence = readonly Stretch<unknown>[];

/** Reads a period, which cannot be empty. */
export function readPeriod(task: string, { from, to }: PeriodOptions, timeZone: string): Period {
  const start = zonedInstants(task, timeZone)(from);
  if (Number.isNaN(start)) throw invalidInstant(task, "from", from);
  const { end } = endIn(task, "to", to, timeZone);
  if (start < end) return { start, end };
  throw new InvalidInputError(task, "to", "must be later than from", to);
}

/**
 * Whether a customer was there just before an instant, and so at the start of the period that it begins. Who leaves at
 * that instant was there, and is a loss of that period; who joins at it was not, and is new in it.
 */
export function wasThere(presence: Presence, at: number): boolean {
  return presence.some(({ startedAt, endedAt }) => startedAt < at && at <= endedAt);
}

/** How many times a customer left in a period. A subscription that ends as it starts is none. */
export function timesLeft(presence: Presence, { start, end }: Period): number {
  let times = 0;
  for (const { startedAt, endedAt } of presence)
    if (endedAt > startedAt && endedAt >= start && endedAt < end) times += 1;
  return times;
}
