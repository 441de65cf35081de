import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { anchorsOf, type Fence, fencesOf, linksOf } from "../markdown.ts";
import type { SourceText } from "../rules/sourceText.ts";
import { type CodePage, joinBlocks } from "./page.ts";

const CODE: readonly string[] = ["ts", "js"];
const SHELL: readonly string[] = ["sh", "console"];

/** The code blocks of a page as one module. */
export function codeOf(
  { path, text }: SourceText,
  languages: readonly string[] = CODE,
): CodePage | undefined {
  const blocks = fencesOf(text).filter(({ language }) => languages.includes(language));
  return blocks.length === 0 ? undefined : joinBlocks(path, blocks);
}

/** The components of a page, which only a browser could run: each block is a module of its own. */
export function componentsOf({ path, text }: SourceText): CodePage[] {
  return fencesOf(text)
    .filter(({ language }) => language === "tsx")
    .map((fence) => ({ path, code: "\n".repeat(fence.line - 1) + fence.text }));
}

/** The shell blocks of a page. */
export function shellOf({ text }: SourceText): Fence[] {
  return fencesOf(text).filter(({ language }) => SHELL.includes(language));
}

/** The blocks that a page declares to be files, for its code and commands to read. */
export function filesOf({ text }: SourceText): Map<string, string> {
  return new Map(
    fencesOf(text).flatMap((fence): [string, string][] =>
      fence.file === undefined ? [] : [[fence.file, `${fence.text}\n`]],
    ),
  );
}

/** Blocks that nothing would run or read, and JSON that does not parse. */
export function strayBlocks({ path, text }: SourceText): string[] {
  return fencesOf(text).flatMap((fence) => {
    const objection = objectionTo(fence);
    return objection === undefined ? [] : [`${path}:${fence.line} ${objection}`];
  });
}

function objectionTo({ language, text, file }: Fence): string | undefined {
  if (language === "json") {
    try {
      JSON.parse(text);
    } catch (error) {
      return `is not JSON: ${String(error)}`;
    }
    return undefined;
  }
  if (language === "csv" && file === undefined)
    return "needs <!-- file: name.csv --> before it, to be a file";
  const known = [...CODE, ...SHELL, "tsx", "csv", "text"];
  return known.includes(language) ? undefined : `is a block of "${language}", which cannot be run`;
}

/** Links to files or headings that are not there. Addresses on the web are not followed. */
export function brokenLinks(page: SourceText): string[] {
  return linksOf(page.text).flatMap(({ target, line }) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = "", anchor] = target.split("#");
    const path = file === "" ? page.path : posix.join(posix.dirname(page.path), decodeURI(file));
    if (file !== "" && !existsSync(path))
      return [`${page.path}:${line} links to ${target}, which is not there`];
    if (anchor === undefined || !path.endsWith(".md")) return [];
    const text = file === "" ? page.text : readFileSync(path, "utf8");
    return anchorsOf(text).has(anchor) ? [] : [`${page.path}:${line} links to ${target}: no such heading`];
  });
}

/** Pages named in code, as in `@see docs/metrics/nps.md`, that are not there. */
export function missingPages({ path, text }: SourceText): string[] {
  return [...text.matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
    .filter(([page]) => !existsSync(page))
    .map(([page]) => `${path} names ${page}, which is not there`);
}
