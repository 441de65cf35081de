import { oneLine } from "../format/oneLine.ts";
import { isObject } from "./readRecords.ts";

/** Text as it is shown: on one line, an empty one as two quotes so that it is seen, half characters replaced. */
export function shownText(text: string): string {
  return text === "" ? '""' : oneLine(text).replace(/\p{Cs}/gu, "\ufffd");
}

/** A value that is no number as people read it; nothing is an en dash. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (!isObject(value)) return shownText(String(value));
  const text = jsonText(value, true).replace(/T00:00:00\.000Z$|\.000(?=Z$)/, "");
  return shownText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}

const LONGEST = 80;

/** A list, a record or a date as JSON; what JSON makes text of, such as a date, as that text. */
export function jsonText(value: object, isShort: boolean): string {
  try {
    const json = JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "bigint") return String(part);
      return isShort && typeof part === "number" ? Number(part.toPrecision(4)) : part;
    });
    if (json?.startsWith('"')) return JSON.parse(json) as string;
    return json === "null" ? String(value) : String(json);
  } catch {
    // It contains itself.
    return Object.prototype.toString.call(value);
  }
}
