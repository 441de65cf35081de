import ts from "typescript";
import { commentsOf, type FileRule, nodeRule } from "./sourceText.ts";

const inCommand = (path: string): boolean => path.startsWith("src/cli/");

/** `Math.max` of `Math.max(…)`: what a property access or a call names, when both parts are plain names. */
function dottedName(node: ts.Node): string {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return "";
  return `${node.expression.text}.${node.name.text}`;
}

/** A metric computes from its rows alone: no clock, and randomness only from a seed. */
export const noClockAndNoChance: FileRule = nodeRule((node, path) => {
  const name = dottedName(node);
  if (name === "Date.now" || name === "Math.random") return `reads ${name}()`;
  if (name === "performance.now" && !inCommand(path)) return `reads ${name}()`;
  if (!isDateCall(node)) return undefined;
  if (ts.isCallExpression(node)) return "calls Date(), which is the present time as text";
  return (node.arguments?.length ?? 0) === 0 ? "makes new Date(), the present time" : undefined;
});

const LOCAL =
  /^(?:[gs]et(?:Year|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(?:Locale)?(?:Date|Time)String)$/;

/** The host's time zone must not matter. */
export const noLocalTime: FileRule = nodeRule((node) => {
  if (ts.isPropertyAccessExpression(node) && LOCAL.test(node.name.text)) {
    return `uses ${node.name.text}, which depends on the host's time zone`;
  }
  const parts = isDateCall(node) ? (node.arguments?.length ?? 0) : 0;
  return parts > 1 ? "makes a Date of parts, which is local time: use Date.UTC" : undefined;
});

/** Spreading rows into arguments overflows the stack at some hundred thousand of them. */
export const noSpreadMaximum: FileRule = nodeRule((node) => {
  if (!ts.isCallExpression(node)) return undefined;
  const name = dottedName(node.expression);
  const extreme = name === "Math.max" || name === "Math.min";
  if (extreme && node.arguments.some(ts.isSpreadElement)) return `spreads into ${name}(...)`;
  return /\bMath\.(?:max|min)\.apply$/.test(node.expression.getText())
    ? "applies Math.max or Math.min"
    : undefined;
});

/** The default order is that of text: [10, 9] sorts to [10, 9]. A typed array sorts as numbers by itself. */
export const noSortWithoutComparator: FileRule = nodeRule((node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const sorts = /^(?:sort|toSorted)$/.test(node.expression.name.text);
  if (!sorts || node.arguments.length > 0 || isTypedArray(node.expression.expression)) return undefined;
  return "sorts without a comparator";
});

/** Whether a name is visibly made by `new Float64Array(…)` or one of its kin in the same file. */
function isTypedArray(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false;
  const made = new RegExp(`\\b(?:const|let) ${node.text} = new (?:Float|Int|Uint)\\d+(?:Clamped)?Array\\(`);
  return made.test(node.getSourceFile().text);
}

/** Rows may come from another realm, errors from another copy of the package. */
export const noInstanceof: FileRule = nodeRule((node) =>
  node.kind === ts.SyntaxKind.InstanceOfKeyword ? "uses instanceof" : undefined,
);

/** Code made of text is refused by strict content policies, and is never needed. */
export const noEval: FileRule = nodeRule((node) => {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const callee = ts.isIdentifier(node.expression) ? node.expression.text : "";
  return callee === "eval" || callee === "Function" ? `runs text as code with ${callee}` : undefined;
});

/** The library says nothing and runs in every runtime; only the command talks, and only to Node. */
export const noConsoleAndNoNode: FileRule = nodeRule((node, path) => {
  if (inCommand(path) || !ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression))
    return undefined;
  const name = node.expression.text;
  return /^(?:console|process|Buffer|window|document)$/.test(name)
    ? `uses ${name} outside the command`
    : undefined;
});

/** One flat list of names: no default exports, no `export *`, no namespaces. */
export const onlyNamedExports: FileRule = nodeRule((node) => {
  if (ts.isExportAssignment(node)) return "has a default export";
  if (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent))
    return "has a default export";
  if (!ts.isExportDeclaration(node)) return undefined;
  if (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)) return "exports *";
  return node.exportClause.elements.some((element) => element.name.text === "default")
    ? "has a default export"
    : undefined;
});

/** `import { z }` bundles three times what `import * as z` does. */
export const zodAsNamespace: FileRule = nodeRule((node) => {
  if (!ts.isImportDeclaration(node) || !/^["']zod/.test(node.moduleSpecifier.getText())) return undefined;
  const bindings = node.importClause?.namedBindings;
  const typesOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return typesOnly || (bindings !== undefined && ts.isNamespaceImport(bindings))
    ? undefined
    : 'imports zod other than as import * as z from "zod"';
});

/** The compiler is not told to look away. */
export const noSuppression: FileRule = (file) =>
  commentsOf(file).flatMap(({ line, text }) => {
    const [found] = /@ts-(?:ignore|nocheck|expect-error)/.exec(text) ?? [];
    return found === undefined ? [] : [{ path: file.path, line, message: `has ${found}` }];
  });

function isDateCall(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false;
  return ts.isIdentifier(node.expression) && node.expression.text === "Date";
}
