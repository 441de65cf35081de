import { posix } from "node:path";
import ts from "typescript";
import { lineAt, type Problem, parse, type SourceText } from "./sourceText.ts";

/** A name the index exports: where it is declared, and what its doc comment holds. */
export interface PublicName {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly isFunction: boolean;
  readonly documented: boolean;
  readonly hasExample: boolean;
}

/** Everything that an index file exports, found in the file that declares it. */
export function publicNames(index: SourceText, files: readonly SourceText[]): PublicName[] {
  return exportsOf(index).map(({ name, from, local }) => {
    const path = posix.join(posix.dirname(index.path), from);
    const file = files.find((candidate) => candidate.path === path);
    const found = file === undefined ? undefined : declarationOf(file, local);
    return found === undefined
      ? { name, path, line: 1, isFunction: false, documented: false, hasExample: false }
      : { name, path, ...found };
  });
}

/** Every public name has a doc comment; a public function has an example in it. */
export function undocumentedNames(names: readonly PublicName[]): Problem[] {
  return names.flatMap(({ name, path, line, isFunction, documented, hasExample }): Problem[] => {
    if (!documented) return [{ path, line, message: `${name} is public and has no doc comment` }];
    if (isFunction && !hasExample) return [{ path, line, message: `${name} is public and has no @example` }];
    return [];
  });
}

/** Every file that holds a public function has its unit tests at the same place under `test/unit`. */
export function untestedFiles(names: readonly PublicName[], testPaths: readonly string[]): Problem[] {
  const paths = new Set(names.filter((name) => name.isFunction).map((name) => name.path));
  return [...paths].flatMap((path): Problem[] => {
    const mirror = path.replace(/^src\//, "test/unit/").replace(/\.ts$/, ".");
    const tested = testPaths.some((test) => test.startsWith(mirror) && test.endsWith(".test.ts"));
    return tested ? [] : [{ path, line: 1, message: `has no ${mirror}test.ts` }];
  });
}

/** What an index file exports: from which module, under which name there. */
export function exportsOf(index: SourceText): { name: string; from: string; local: string }[] {
  return parse(index).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) return [];
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    return clause.elements.map(({ name, propertyName }) => ({
      name: name.text,
      from,
      local: (propertyName ?? name).text,
    }));
  });
}

type Declared = Pick<PublicName, "line" | "isFunction" | "documented" | "hasExample">;

function declarationOf(file: SourceText, name: string): Declared | undefined {
  const tree = parse(file);
  // Of an overloaded function, the first signature carries the comment.
  const statement = tree.statements.find((candidate) => declares(candidate, name));
  if (statement === undefined) return undefined;
  const tags = ts.getJSDocTags(statement);
  return {
    line: lineAt(file.text, statement.getStart(tree)),
    isFunction: isFunction(statement, name),
    documented: ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc),
    hasExample: tags.some((tag) => tag.tagName.text === "example"),
  };
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) return variableOf(statement, name) !== undefined;
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return named && statement.name?.text === name;
}

function isFunction(statement: ts.Statement, name: string): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  const value = variableOf(statement, name)?.initializer;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function variableOf(statement: ts.VariableStatement, name: string): ts.VariableDeclaration | undefined {
  return statement.declarationList.declarations.find(
    (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
  );
}
