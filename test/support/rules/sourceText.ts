import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A file of the repository: its path from the root, with forward slashes, and what it holds. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Something a rule objects to, and where. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A file's own view of a rule: what is wrong in this one text. */
export type FileRule = (file: SourceText) => Problem[];

/** One line per problem, as an editor or a terminal makes clickable. */
export function listOf(problems: readonly Problem[]): string {
  return problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join("\n");
}

/** Every file under a folder of the repository whose name ends in one of `endings`. */
export function readTree(folder: string, endings: readonly string[]): SourceText[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** The syntax tree of a file. */
export function parse(file: SourceText): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
}

/** The line, from 1, on which an offset of a text stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** A rule about single nodes: `judge` gives the objection, or nothing. */
export function nodeRule(judge: (node: ts.Node, path: string) => string | undefined): FileRule {
  return (file) => {
    const problems: Problem[] = [];
    const tree = parse(file);
    walk(tree, (node) => {
      const message = judge(node, file.path);
      if (message === undefined) return;
      problems.push({ path: file.path, line: lineAt(file.text, node.getStart(tree)), message });
    });
    return problems;
  };
}

/** Every comment of a TypeScript text, wherever it stands. */
export function commentsOf(file: SourceText): { readonly line: number; readonly text: string }[] {
  const tree = parse(file);
  const ranges = new Map<number, number>();
  // Every comment is trivia in front of some token, the end of the file included.
  const visit = (node: ts.Node): void => {
    const start = node.getFullStart();
    const before = ts.getLeadingCommentRanges(file.text, start) ?? [];
    const behind = ts.getTrailingCommentRanges(file.text, start) ?? [];
    for (const range of [...before, ...behind]) ranges.set(range.pos, range.end);
    for (const child of node.getChildren(tree)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(tree);
  return [...ranges].map(([from, to]) => ({
    line: lineAt(file.text, from),
    text: file.text.slice(from, to),
  }));
}
