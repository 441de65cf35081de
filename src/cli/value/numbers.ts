import { alignedLines } from "../../display/alignedLines.ts";

/** A table for people: the first columns lean to the left, the others to the right. */
export function table(lines: readonly (readonly string[])[], leftColumns: number): string {
  return alignedLines(lines, (column) => column < leftColumns)
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

/** A number for people, with so many decimals; a dash where there is none. */
export function fixed(value: number | null, digits: number): string {
  if (value === null) return "–";
  const style = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  } as const;
  return new Intl.NumberFormat("en", style).format(value);
}

/** A number of any size, to five digits. */
export function significant(value: number | null): string {
  if (value === null) return "–";
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 5, useGrouping: false }).format(value);
}

/** A share as per cent. */
export function percent(share: number | null, digits = 1): string {
  return share === null ? "–" : `${fixed(100 * share, digits)}%`;
}
