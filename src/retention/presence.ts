import type { Period } from "../history/period.ts";
import type { Stretch } from "../history/stretches.ts";

/** The stretches of one customer, in order of time. */
export type Presence = readonly Stretch<unknown>[];

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
