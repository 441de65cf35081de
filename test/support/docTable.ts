import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/**
 * A generated part of a documentation page stands between `<!-- name:start -->` and `<!-- name:end -->`. This compares
 * it with what was generated just now, so that the page cannot drift; with UPDATE_DOCS=1 it writes the page instead.
 */
export function expectGenerated(page: string, name: string, generated: string): void {
  const url = new URL(`../../${page}`, import.meta.url);
  const text = readFileSync(url, "utf8");
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  expect(from >= start.length && to > from, `${page} has the markers of ${name}`).toBe(true);
  if (process.env.UPDATE_DOCS === "1")
    writeFileSync(url, `${text.slice(0, from)}\n${generated}\n${text.slice(to)}`);
  else expect(text.slice(from, to).trim()).toBe(generated.trim());
}

/** A Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
