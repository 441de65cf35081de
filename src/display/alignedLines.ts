import { displayWidth } from "./displayWidth.ts";

/** Lines of cells as text, each column as wide as what it holds. The columns of `left` lean to the left. */
export function alignedLines(
  lines: readonly (readonly string[])[],
  left: (column: number) => boolean,
): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((width, cells) => Math.max(width, displayWidth(cells[column] ?? "")), 0),
  );
  return lines.map((cells) => {
    const padded = cells.map((cell, column) => {
      const padding = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
      return left(column) ? cell + padding : padding + cell;
    });
    return `${padded.join("  ")}\n`;
  });
}
