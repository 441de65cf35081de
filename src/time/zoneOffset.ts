import { InvalidInputError } from "../errors.ts";

/**
 * A zone's local time minus UTC, in milliseconds, as a function of the instant; by `Intl.DateTimeFormat`, to the
 * second, because older offsets have seconds.
 */
export function offsetsOf(task: string, name: string): (milliseconds: number) => number {
  const format = formatterOf(task, name);
  return (milliseconds) => {
    const utc = new Date(milliseconds);
    const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
      format.format(utc).match(/\d+/g) ?? []
    ).map(Number);
    // The formatter is not asked for the year: it would print 1 BC as 1. Local and UTC years differ at a turn only.
    const turn = month - 1 - utc.getUTCMonth();
    const local = new Date(0);
    local.setUTCFullYear(utc.getUTCFullYear() + (turn === 11 ? -1 : turn === -11 ? 1 : 0), month - 1, day);
    local.setUTCHours(hour, minute, second);
    return local.getTime() - Math.floor(milliseconds / 1000) * 1000;
  };
}

function formatterOf(task: string, name: string): Intl.DateTimeFormat {
  const digits = "2-digit";
  try {
    // Without a zone, Intl falls back to the host's: only text may pass.
    if (typeof name !== "string") throw new RangeError("not a name");
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    });
  } catch {
    throw new InvalidInputError(
      task,
      "timeZone",
      'must be an IANA zone such as "America/Toronto" or "UTC"',
      name,
    );
  }
}
