import { readWallClock } from "../time/isoText.ts";
import { instantOrNaN, isCivilDate, parseInstant } from "../time/parseInstant.ts";
import { wallClockInstant } from "../time/wallClock.ts";
import { type Reading, reading } from "./reading.ts";

const TASK = "read a time";
const LOCAL_TIME = /^.{10}[ Tt][0-9:.,]+$/;

/**
 * An instant in a JSON-safe form; text without an offset is read by the clocks of `wallClock`.
 *
 * @param remedy - How to name that zone, for the message where it is missing.
 */
export function readInstant(
  value: unknown,
  wallClock: string | undefined,
  remedy = "as wallClock",
): Reading<string | number> {
  if (wallClock !== undefined && typeof value === "string" && LOCAL_TIME.test(value))
    return reading(() => new Date(wallClockInstant(TASK, "at", value, wallClock)).toISOString());
  const milliseconds = instantOrNaN(value);
  if (Number.isNaN(milliseconds)) {
    const failed = reading(() => parseInstant(TASK, "at", value));
    const lacksOffset = typeof value === "string" && !Number.isNaN(readWallClock(value));
    if (!lacksOffset || !("problem" in failed)) return failed;
    return { problem: `${failed.problem}, or name its zone ${remedy}` };
  }
  if (typeof value === "string") return { value };
  if (typeof value === "number") return { value: value + 0 };
  const iso = new Date(milliseconds).toISOString();
  return { value: isCivilDate(value) ? iso.slice(0, 10) : iso };
}
