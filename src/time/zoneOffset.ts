import { InvalidInputError } from "../errors.ts";

/**
 * A zone's local time minus UTC, in milliseconds, as a function of the instant; by `Intl.DateTimeFormat`, to the
 * second, because older offsets have seconds.
 */
export function offsetsOf(task: string, name: string): (milliseconds: number) => number {
  const format = formatterOf(task, name);
  return (milliseconds) => {
    const shown = format.format(milliseconds).match(/\d+/g) ?? [];
    const [day = 0, hour = 0, minute = 0, second = 0] = shown.map(Number);
    const utc = new Date(milliseconds);
    // The local date is UTC's, or its neighbour: a difference of more than a day is a turn of the month.
    const ahead = day - utc.getUTCDate();
    const hours = hour - utc.getUTCHours() + 24 * (Math.abs(ahead) > 1 ? -Math.sign(ahead) : ahead);
    return ((hours * 60 + minute - utc.getUTCMinutes()) * 60 + second - utc.getUTCSeconds()) * 1000;
  };
}

function formatterOf(task: string, timeZone: string): Intl.DateTimeFormat {
  const digits = "2-digit";
  const clock = { hourCycle: "h23", day: digits, hour: digits, minute: digits, second: digits } as const;
  try {
    // Without a zone, Intl falls back to the host's: only text may pass.
    if (typeof timeZone === "string")
      return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { ...clock, timeZone });
  } catch {
    // Intl says of a name that it does not know what we say of everything else.
  }
  throw new InvalidInputError(task, "timeZone", 'must be an IANA zone such as "America/Toronto"', timeZone);
}
