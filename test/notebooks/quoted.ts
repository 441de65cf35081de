import type { Cell } from "./notebook.ts";

/** A number as people write it, with its sign and unit, and an interval behind it where there is one. */
const QUOTED =
  /(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?%?(?: \([-−]?\d[\d,]*(?:\.\d+)?%? to (?:[-−]?\d[\d,]*(?:\.\d+)?%?|–)\))?/g;

/**
 * Numbers in the prose of a notebook that none of its cells shows and that do not stand in its code either, which
 * does not count for an estimate with its interval, nor in a cell with the tag `conclusion`. Code spans, links and
 * headings are not read.
 */
export function unfoundNumbers(cells: readonly Cell[]): string[] {
  const shown = cells.flatMap(({ outputs }) => outputs.flatMap(textsOf)).map(plain);
  const code = cells.filter(({ type }) => type === "code").map(({ source }) => source);
  return cells.flatMap(({ id, type, tags, source }) => {
    if (type !== "markdown") return [];
    const prose = source.replace(/`[^`]*`|\]\([^)]*\)|^#.*$|^\d+\. /gm, " ");
    return [...plain(prose).matchAll(QUOTED)]
      .map(([number]) => number.replace(/,$/, ""))
      .filter((number) => !shown.some((text) => holds(text, number)))
      .filter(
        (number) =>
          number.includes("(") || tags.includes("conclusion") || !code.some((text) => holds(text, number)),
      )
      .map((number) => `${id}: ${number} is quoted, and no cell shows it`);
  });
}

function textsOf(output: Cell["outputs"][number]): string[] {
  if (output.output_type === "stream") return [output.text];
  if (output.output_type === "error") return [];
  return ["text/plain", "text/markdown"].flatMap((type) => {
    const text = output.data[type];
    return typeof text === "string" ? [text] : [];
  });
}

/** One kind of minus sign and of space, whoever wrote the text. */
function plain(text: string): string {
  return text.replaceAll("−", "-").replace(/[\u00a0\u202f]/g, " ");
}

/** The number by itself, not as a part of a longer one. */
function holds(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const behind = text.slice(at + number.length, at + number.length + 2);
    if (!/(?:[\w.-]|\d,)$/.test(before) && !/^(?:\w|%|[.,]\d)/.test(behind)) return true;
  }
  return false;
}
