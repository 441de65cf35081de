import { InvalidInputError } from "../errors.ts";
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

/** Reads a period, which cannot be empty. */
export function readPeriod(task: string, { from, to, timeZone = "UTC" }: PeriodOptions): Period {
  const start = zonedInstants(task, timeZone)(from);
  if (Number.isNaN(start)) throw invalidInstant(task, "from", from);
  const { end } = endIn(task, "to", to, timeZone);
  if (start < end) return { start, end };
  throw new InvalidInputError(task, "to", "must be later than from", to);
}
