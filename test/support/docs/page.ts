import ts from "typescript";
import { walk } from "../rules/sourceText.ts";

/** A piece of code in a page or a doc comment, and the line its text starts on. */
export interface CodeBlock {
  readonly line: number;
  readonly text: string;
}

/** The code of one page or source file as one module, each statement on the line where it stands on the page. */
export interface CodePage {
  readonly path: string;
  readonly code: string;
}

/**
 * Joins the blocks of a page into one module. Imports move to the first line, each once, since the blocks of a
 * page may repeat them.
 *
 * @param imports - Import lines that the reader has to imagine.
 */
export function joinBlocks(
  path: string,
  blocks: readonly CodeBlock[],
  imports: readonly string[] = [],
): CodePage {
  const lines: string[] = [];
  const hoisted = new Set<string>(imports);
  for (const { line, text } of blocks) {
    withoutImports(text, hoisted)
      .split("\n")
      .forEach((part, index) => {
        lines[line - 1 + index] = part;
      });
  }
  lines[0] = [...hoisted].join(" ") + (lines[0] ?? "");
  return { path, code: Array.from(lines, (line) => line ?? "").join("\n") };
}

/** Every name that a text mentions as an identifier. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  walk(ts.createSourceFile("names.ts", text, ts.ScriptTarget.ES2022, true), (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
  });
  return names;
}

/** Takes the imports out of a text, its lines left as they are, and adds each imported name to `hoisted`. */
function withoutImports(text: string, hoisted: Set<string>): string {
  const tree = ts.createSourceFile("block.ts", text, ts.ScriptTarget.ES2022, true);
  let rest = text;
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    for (const line of singleImports(statement)) hoisted.add(line);
    const from = statement.getStart(tree);
    const blank = rest.slice(from, statement.end).replace(/[^\n]/g, " ");
    rest = rest.slice(0, from) + blank + rest.slice(statement.end);
  }
  return rest;
}

function singleImports(statement: ts.ImportDeclaration): string[] {
  const from = statement.moduleSpecifier.getText();
  const clause = statement.importClause;
  if (clause === undefined) return [`import ${from};`];
  const bindings = clause.namedBindings;
  const whole = clause.name === undefined ? [] : [clause.name.text];
  if (bindings !== undefined && ts.isNamespaceImport(bindings)) whole.push(bindings.getText());
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
  const isType = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const parts = named.map((element) => `{ ${isType ? "type " : ""}${element.getText()} }`);
  return [...whole, ...parts].map((part) => `import ${part} from ${from};`);
}
