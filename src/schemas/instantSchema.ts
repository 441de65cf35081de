import * as z from "zod";
import { checkNames } from "../check.ts";
import { readInstant } from "./readInstant.ts";
import type { Schema } from "./schema.ts";
import { checkWallClock } from "./wallClockZone.ts";

const TASK = "make an instant schema";

/** How times are read. */
export interface InstantOptions {
  /**
   * The IANA zone of times that carry no offset. Without it such a time is an error. A time that the zone's clocks
   * skipped is an error too; of one that they showed twice it is the earlier.
   */
  readonly wallClock?: string;
}

/**
 * A zod schema for one instant: a `Date`, milliseconds since 1970, strict ISO 8601 text, or a `Temporal` value. What
 * comes out is JSON-safe: text and numbers as they came, times without an offset and everything else as ISO text in
 * UTC. A date without a time stays a civil date.
 *
 * @throws {InvalidInputError} When `wallClock` is not a zone, or an option is unknown.
 * @example
 * instantSchema({ wallClock: "America/Toronto" }).parse("2024-01-15 10:30"); // => "2024-01-15T15:30:00.000Z"
 * @see docs/guide/data-scripts.md.
 */
export function instantSchema(options: InstantOptions = {}): Schema<string | number> {
  checkNames(TASK, "option", options, ["wallClock"]);
  const { wallClock } = options;
  if (wallClock !== undefined) checkWallClock(TASK, wallClock);
  return z.unknown().transform((value, context) => {
    const reading = readInstant(value, wallClock);
    if ("value" in reading) return reading.value;
    context.addIssue({ code: "custom", message: reading.problem, input: value });
    return z.NEVER;
  });
}
