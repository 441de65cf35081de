import { displayWidth } from "./displayWidth.ts";

/** Lines of cells as text: the first columns lean to the left, the others to the right. */
export function alignedLines(lines: readonly (readonly string[])[], leftColumns: number): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((width, cells) => Math.max(width, displayWidth(cells[column] ?? "")), 0),
  );
  return lines.map((cells) => {
    const padded = cells.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
      return column < leftColumns ? cell + padding : padding + cell;
    });
    return `${padded.join("  ")}\n`;
  });
}
