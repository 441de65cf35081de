import { posix } from "node:path";
import ts from "typescript";
import { type FileRule, lineAt, type Problem, parse, type SourceText, walk } from "./sourceText.ts";

/** What the files of a folder may import: other folders of `src`, and packages. */
interface Allowed {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const ROOT_FILES: readonly string[] = ["rows", "estimate", "errors", "check"];
const METRIC = { folders: ["stats", "math", "time", "history", "root"], packages: [] } as const;
const COMPUTING = [
  "root",
  "math",
  "time",
  "stats",
  "history",
  "survey",
  "retention",
  "value",
  "group",
  "format",
];

/** The layers of the library. What two siblings need moves down; nothing ever imports upwards or sideways. */
export const importTable: ReadonlyMap<string, Allowed> = new Map<string, Allowed>([
  ["root", { folders: [], packages: [] }],
  ["math", { folders: [], packages: [] }],
  ["time", { folders: ["root"], packages: ["date-fns/", "@date-fns/utc"] }],
  ["stats", { folders: ["math", "root"], packages: ["simple-statistics", "pure-rand"] }],
  ["history", { folders: ["time", "root"], packages: [] }],
  ["survey", METRIC],
  ["retention", METRIC],
  ["value", METRIC],
  ["group", { folders: ["time", "root"], packages: [] }],
  ["format", { folders: ["root"], packages: [] }],
  ["index", { folders: COMPUTING, packages: [] }],
  ["schemas", { folders: ["index", "time", "root"], packages: ["zod"] }],
  ["charts", { folders: ["index", "format", "root"], packages: [] }],
  ["display", { folders: ["index", "format", "root", "charts"], packages: [] }],
  ["sql", { folders: ["index", "root"], packages: [] }],
  [
    "cli",
    {
      folders: [...COMPUTING, "index", "schemas", "charts", "display", "sql"],
      packages: ["csv-parse", "node:"],
    },
  ],
]);

/** Everything a file imports, re-exports or names with `import()`, types included. */
export function importsOf(file: SourceText): { readonly specifier: string; readonly line: number }[] {
  const found: { specifier: string; line: number }[] = [];
  walk(parse(file), (node) => {
    const literal = moduleOf(node);
    if (literal !== undefined)
      found.push({ specifier: literal.text, line: lineAt(file.text, literal.pos + 1) });
  });
  return found;
}

/** Each import stays inside the table, and relative ones name their file with `.ts`. */
export const importsFollowTheTable: FileRule = (file) => {
  const folder = folderOf(file.path);
  const allowed = importTable.get(folder);
  if (allowed === undefined) return [{ path: file.path, line: 1, message: `src has no place for ${folder}` }];
  return importsOf(file).flatMap(({ specifier, line }): Problem[] => {
    const message = specifier.startsWith(".")
      ? objectionToFile(file.path, specifier, folder, allowed)
      : objectionToPackage(specifier, folder, allowed);
    return message === undefined ? [] : [{ path: file.path, line, message }];
  });
};

/** The row of the table a file of `src` belongs to. */
export function folderOf(path: string): string {
  const [first = "", ...rest] = posix.relative("src", path).split("/");
  if (rest.length > 0) return first;
  const name = first.replace(/\.ts$/, "");
  return ROOT_FILES.includes(name) ? "root" : name;
}

function objectionToFile(
  path: string,
  specifier: string,
  folder: string,
  allowed: Allowed,
): string | undefined {
  if (!specifier.endsWith(".ts")) return `imports "${specifier}": a relative import ends in .ts`;
  const target = folderOf(posix.join(posix.dirname(path), specifier));
  if (target === folder || allowed.folders.includes(target)) return undefined;
  return `imports "${specifier}": ${folder} may import ${allowed.folders.join(", ") || "no other folder"}`;
}

function objectionToPackage(specifier: string, folder: string, allowed: Allowed): string | undefined {
  const fits = (name: string): boolean =>
    /[/:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);
  if (allowed.packages.some(fits)) return undefined;
  return `imports "${specifier}": ${folder} may import ${allowed.packages.join(", ") || "no package"}`;
}

function moduleOf(node: ts.Node): ts.StringLiteralLike | undefined {
  let literal: ts.Node | undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) literal = node.moduleSpecifier;
  else if (ts.isExternalModuleReference(node)) literal = node.expression;
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) literal = node.argument.literal;
  else if (ts.isCallExpression(node) && isLoader(node.expression)) literal = node.arguments[0];
  return literal !== undefined && ts.isStringLiteralLike(literal) ? literal : undefined;
}

function isLoader(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}
