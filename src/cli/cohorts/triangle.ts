import { alignedLines } from "../../display/alignedLines.ts";
import type { ResultRow } from "../command.ts";
import { oneLine } from "../../format/oneLine.ts";
import { countText, labelText } from "../printTable.ts";

const percent = new Intl.NumberFormat("en", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** The cells of cohorts as people know them: a line for each cohort, a column for each period since. */
export function triangle(cells: readonly ResultRow[], by: readonly string[]): string {
  if (cells.length === 0) return "no rows\n";
  const lines = linesOf(cells);
  const longest = lines.reduce((most, line) => (line.length > most.length ? line : most), []);
  const header = [...by.map(oneLine), "cohort", "size", ...longest.map(periodText)];
  const body = lines.map((line) => {
    const [first] = line;
    const labels = [...by, "cohort"].map((name) => labelText(first?.[name]));
    const blanks = longest.slice(line.length).map(() => "");
    return [...labels, countText(first?.size), ...line.map(cellText), ...blanks];
  });
  const table = alignedLines([header, ...body], (column) => column <= by.length).map(
    (line) => `${line.trimEnd()}\n`,
  );
  const isOpen = cells.some((cell) => cellText(cell).endsWith("*"));
  return table.join("") + (isOpen ? "* the period is not over: the share can still grow\n" : "");
}

/** Periods ascend along a cohort, and begin anew with the next. */
function linesOf(cells: readonly ResultRow[]): ResultRow[][] {
  const lines: ResultRow[][] = [];
  let previous = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const offset = Number(cell.offset);
    if (offset <= previous) lines.push([]);
    lines.at(-1)?.push(cell);
    previous = offset;
  }
  return lines;
}

/** `2`, or `3-6` for a bracket. */
function periodText({ offset, until }: ResultRow): string {
  const last = Number(until) - 1;
  return last === offset ? String(offset) : `${offset}-${last}`;
}

/** Nobody active is 0%, and of a cohort of nobody there is no share. */
function cellText({ estimate, complete }: ResultRow): string {
  if (typeof estimate !== "number") return "–";
  return percent.format(estimate) + (complete === true ? "" : "*");
}
