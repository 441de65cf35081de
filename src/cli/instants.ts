import type { Instant } from "../index.ts";
import { readInstant } from "../schemas/readInstant.ts";
import { checkWallClock } from "../schemas/wallClockZone.ts";
import { timeZoneNamed } from "../time/timeZone.ts";
import { usageError } from "./failure.ts";
import { type Given, single } from "./given.ts";
import { asUsage } from "./optionText.ts";

/** Whose calendar counts, and whose clocks show the times without an offset. */
export interface Zones {
  readonly timeZone: string;
  readonly wallClock: string | undefined;
}

export function readZones(given: Given): Zones {
  const [timeZone = "UTC", wallClock] = [single(given, "time-zone"), single(given, "wall-clock")];
  asUsage(() => timeZoneNamed("read --time-zone", timeZone));
  if (wallClock !== undefined) asUsage(() => checkWallClock("read --wall-clock", wallClock));
  return { timeZone, wallClock };
}

/** A date or time that is given as an option. */
export function instantOption(given: Given, name: string, { wallClock }: Zones): Instant | undefined {
  const text = single(given, name);
  if (text === undefined) return undefined;
  const instant = readInstant(text, wallClock, "with --wall-clock");
  if ("value" in instant) return instant.value;
  throw usageError(`--${name} ${instant.problem}, received ${JSON.stringify(text)}`);
}

/** Milliseconds as the library takes them: numbers that it would take for seconds, those of 1970 to 1973, as a date. */
export function toInstant(milliseconds: number): Instant {
  return Math.abs(milliseconds) < 1e11 ? new Date(milliseconds) : milliseconds;
}
