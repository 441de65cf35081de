import { alignedLines } from "../display/alignedLines.ts";
import { oneLine } from "../format/oneLine.ts";
import { type Estimate, formatEstimate, type Unit } from "../index.ts";
import type { ResultRow } from "./command.ts";

/** Which fields of a result people see, beside the estimate. */
export interface Shown {
  /** At the left. */
  readonly labels: readonly string[];
  /** Numbers that say what is estimated, such as the time of a curve; between the labels and the estimate. */
  readonly places?: readonly string[];
  /** What the estimate rests on; behind it. */
  readonly counts: readonly string[];
  /** Decimals of the estimate, where they are not the usual ones of its unit. */
  readonly digits?: Partial<Record<Unit, number>>;
  readonly minimum?: number | undefined;
}

/** The rows as a table for people: labels at the left, numbers at the right, as wide as what they hold. */
export function printTable(rows: readonly ResultRow[], shown: Shown): string {
  const [first] = rows;
  if (first === undefined) return "no rows\n";
  const { labels, places = [], counts, minimum } = shown;
  const { metric, level, method, unit } = first as unknown as Estimate;
  const digits = shown.digits?.[unit];
  const format = digits === undefined ? {} : { digits };
  const heading = `${inWords(metric)} (${percent(level)} ${method})`;
  const header = [...labels, ...places.map(inWords), heading, ...counts.map(inWords)];
  const body = rows.map((row) => [
    ...labels.map((name) => labelText(row[name])),
    ...places.map((name) => numberText(row[name])),
    row.suppressed === true ? `under ${minimum}` : formatEstimate(row as unknown as Estimate, format),
    ...counts.map((name) => countText(row[name])),
  ]);
  return alignedLines([header.map(oneLine), ...body], (column) => column < labels.length).join("");
}

/** An empty label is shown as two quotes, so that it is seen. */
export function labelText(label: unknown): string {
  return label === "" ? '""' : oneLine(String(label));
}

/** A count, or a number of which two decimals are enough. */
export function countText(value: unknown): string {
  if (typeof value !== "number") return "–";
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** A number by which something is looked up, as it is. */
function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "–";
}

function percent(level: number): string {
  return `${Number((100 * level).toPrecision(12))}%`;
}

/** `standardDeviation` as a heading. */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Shares that are often small, and whose changes are: a decimal more than usual. */
export const FINE_DIGITS: Partial<Record<Unit, number>> = { share: 1, ratio: 3 };
