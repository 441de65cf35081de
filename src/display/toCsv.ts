import { jsonText } from "./cellText.ts";
import { fieldOf, isObject, namesOf, readRecords } from "./readRecords.ts";

/**
 * Rows as CSV by RFC 4180: every row, every field, nothing rounded. `null` is an empty cell, a date is ISO 8601, a
 * list or a record is JSON. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers never.
 *
 * @param rows - Any records: results, rows of your own, or one record.
 * @throws {InvalidInputError} When there are no records.
 * @example
 * toCsv([{ plan: "free, old", churn: 0.125 }, { plan: "=1+1", churn: null }]);
 * // => "plan,churn\r\n\"free, old\",0.125\r\n'=1+1,\r\n"
 * @see docs/guide/display.md.
 */
export function toCsv(rows: object): string {
  const records = readRecords("make CSV", "rows", rows).rows;
  const names = namesOf(records);
  if (names.length === 0) return "";
  const lines = [names.map(cellOf), ...records.map((row) => names.map((name) => cellOf(fieldOf(row, name))))];
  // A line of nothing at all would be skipped by many readers.
  return lines.map((cells) => `${cells.join(",") || '""'}\r\n`).join("");
}

// Spreadsheets run text that begins like a formula. Numbers may begin with a minus; text may not.
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text = isObject(value) ? jsonText(value, false) : String(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
