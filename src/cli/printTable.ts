import { type Estimate, formatEstimate } from "../index.ts";
import { displayWidth } from "./displayWidth.ts";
import { oneLine } from "./oneLine.ts";
import type { Settings } from "./settings.ts";
import type { ResultRow } from "./summarise.ts";

/** The rows as a table for people: labels at the left, numbers at the right, as wide as what they hold. */
export function printTable(rows: readonly ResultRow[], { by, over, command, minimum }: Settings): string {
  const [first] = rows;
  if (first === undefined) return "no rows\n";
  const labels = over === undefined ? by : [...by, "period"];
  const { metric, level, method } = first as unknown as Estimate;
  const counts = ["n", "missing", ...command.counts];
  const header = [...labels, `${metric} (${percent(level)} ${method})`, ...counts.map(inWords)];
  const body = rows.map((row) => [
    ...labels.map((name) => labelText(row[name])),
    row.suppressed === true ? `under ${minimum}` : formatEstimate(row as unknown as Estimate),
    ...counts.map((name) => countText(row[name])),
  ]);
  return alignedLines([header.map(oneLine), ...body], labels.length).join("");
}

function alignedLines(lines: readonly (readonly string[])[], labelCount: number): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((width, cells) => Math.max(width, displayWidth(cells[column] ?? "")), 0),
  );
  return lines.map((cells) => {
    const padded = cells.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
      return column < labelCount ? cell + padding : padding + cell;
    });
    return `${padded.join("  ")}\n`;
  });
}

/** An empty label is shown as two quotes, so that it is seen. */
function labelText(label: unknown): string {
  return label === "" ? '""' : oneLine(String(label));
}

function countText(value: unknown): string {
  if (typeof value !== "number") return "–";
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function percent(level: number): string {
  return `${Number((100 * level).toPrecision(12))}%`;
}

/** `standardDeviation` as a heading. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
