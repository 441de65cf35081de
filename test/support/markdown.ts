/** A fenced code block of a page. */
export interface Fence {
  /** The word after the opening fence: `ts`, `sh`, `console`, … or nothing. */
  readonly language: string;
  readonly text: string;
  /** The line of the page, from 1, on which the first line of the text stands. */
  readonly line: number;
  /** The name in a `<!-- file: name.csv -->` comment just before the block. */
  readonly file?: string;
}

/** A link and the line it stands on. */
export interface Link {
  readonly target: string;
  readonly line: number;
}

const FENCE = /^( *)(```+|~~~+) *([^\s`]*)/;

/** Every fenced code block of a page, in order. */
export function fencesOf(page: string): Fence[] {
  const lines = page.split("\n");
  const fences: Fence[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const [opening, indent = "", marks = "", language = ""] = FENCE.exec(lines[i] ?? "") ?? [];
    if (opening === undefined) continue;
    const file = fileComment(lines.slice(0, i));
    const first = i + 1;
    do i += 1;
    while (i < lines.length && (lines[i] ?? "").trim() !== marks);
    const text = lines.slice(first, i).map((line) => line.replace(new RegExp(`^ {0,${indent.length}}`), ""));
    const fence = { language, text: text.join("\n"), line: first + 1 };
    fences.push(file === undefined ? fence : { ...fence, file });
  }
  return fences;
}

/** Every link and image of a page, outside its code. */
export function linksOf(page: string): Link[] {
  return proseLines(page).flatMap((line, index) =>
    [...line.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|^ *\[[^\]]+\]: *(\S+)/g)].map(([, inline, defined]) => ({
      target: inline ?? defined ?? "",
      line: index + 1,
    })),
  );
}

/** The anchors that the headings of a page get, as GitHub makes them, and those written by hand. */
export function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const line of proseLines(page)) {
    for (const [, written = ""] of line.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(written);
    const [, heading] = /^#{1,6} +(.*?)#*$/.exec(line) ?? [];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    let anchor = slug;
    for (let copy = 1; anchors.has(anchor); copy += 1) anchor = `${slug}-${copy}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The lines of a page with those inside code blocks emptied, and code spans taken out. */
function proseLines(page: string): string[] {
  const lines = page.split("\n");
  for (const { line, text } of fencesOf(page)) {
    lines.fill("", line - 2, line + text.split("\n").length);
  }
  return lines.map((line) => (line.startsWith("#") ? line : line.replace(/`[^`]*`/g, "``")));
}

function slugOf(heading: string): string {
  const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<[^>]+>/g, "");
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\-_ ]/gu, "")
    .replaceAll(" ", "-");
}

function fileComment(before: readonly string[]): string | undefined {
  const last = before.filter((line) => line.trim() !== "").at(-1) ?? "";
  return /^ *<!-- file: (\S+) -->\s*$/.exec(last)?.[1];
}
