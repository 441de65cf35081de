import type { ResultRow } from "./command.ts";

/** The rows as CSV by RFC 4180, `null` as an empty cell, safe to open in a spreadsheet. */
export function printCsv(rows: readonly ResultRow[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const names = Object.keys(first);
  const lines = [names.map(cellOf), ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

// Spreadsheets run text that begins like a formula. Numbers may begin with a minus; text may not.
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
