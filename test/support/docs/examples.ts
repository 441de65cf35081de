import ts from "typescript";
import { exportsOf } from "../rules/publicSurface.ts";
import { commentsOf, type SourceText } from "../rules/sourceText.ts";
import { type CodeBlock, type CodePage, joinBlocks, namesIn } from "./page.ts";

/** A package entry and the names that code imports from it. */
export interface Entry {
  readonly specifier: string;
  readonly names: ReadonlySet<string>;
}

/** The names an index file exports, as what code imports from the package. */
export function entryOf(specifier: string, index: SourceText): Entry {
  return { specifier, names: new Set(exportsOf(index).map(({ name }) => name)) };
}

/** The `@example`s of a source file as one module; each sees what the entries and its own file export. */
export function examplePage(file: SourceText, entries: readonly Entry[]): CodePage | undefined {
  const blocks = examplesOf(file);
  if (blocks.length === 0) return undefined;
  const own: Entry = { specifier: `./${file.path}`, names: ownExports(file) };
  const imports = [...namesIn(blocks.map(({ text }) => text).join("\n"))].flatMap((name) => {
    const entry = [...entries, own].find(({ names }) => names.has(name));
    return entry === undefined ? [] : [`import { ${name} } from "${entry.specifier}";`];
  });
  return joinBlocks(file.path, blocks, imports);
}

/** The code below each `@example` tag, in braces, so that two examples may use the same names. */
export function examplesOf(file: SourceText): CodeBlock[] {
  return commentsOf(file)
    .filter(({ text }) => text.startsWith("/**"))
    .flatMap((comment) => {
      const lines = comment.text
        .replace(/\*\/$/, "")
        .split("\n")
        .map((line) => line.replace(/^\s*\*? ?/, ""));
      return lines.flatMap((line, index) => {
        if (!line.startsWith("@example")) return [];
        const end = lines.findIndex((next, later) => later > index && /^@\w/.test(next));
        const body = lines.slice(index + 1, end === -1 ? lines.length : end);
        return [{ line: comment.line + index, text: ["{", ...body.map(withoutFence), "}"].join("\n") }];
      });
    });
}

function withoutFence(line: string): string {
  return line.startsWith("```") ? "" : line;
}

function ownExports(file: SourceText): Set<string> {
  const names = new Set<string>();
  for (const statement of ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true)
    .statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    const exported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (exported !== true) continue;
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) names.add(name.getText());
    } else if ("name" in statement && statement.name !== undefined) {
      names.add((statement.name as ts.Identifier).text);
    }
  }
  return names;
}
