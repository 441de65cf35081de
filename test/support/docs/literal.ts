import ts from "typescript";
import type { Pattern } from "./pattern.ts";

const MORE = "__more__";

/** Reads the literal behind `// =>`. An ellipsis at the end of a list or record means: and more. */
export function readLiteral(text: string): Pattern | undefined {
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|…|\.\.\.(?=\s*[\]}])/g, (part) =>
    part.startsWith('"') ? part : MORE,
  );
  const code = `(${marked})`;
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  if (diagnostics.length > 0) return undefined;
  const [statement, ...rest] = ts.createSourceFile(
    "literal.ts",
    code,
    ts.ScriptTarget.ES2022,
    true,
  ).statements;
  if (statement === undefined || rest.length > 0 || !ts.isExpressionStatement(statement)) return undefined;
  return ts.isParenthesizedExpression(statement.expression)
    ? patternOf(statement.expression.expression)
    : undefined;
}

function patternOf(node: ts.Expression): Pattern | undefined {
  if (ts.isStringLiteralLike(node)) return { kind: "plain", value: node.text };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: "plain", value: true };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: "plain", value: false };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { kind: "plain", value: null };
  if (ts.isIdentifier(node) && node.text === "undefined") return { kind: "undefined" };
  if (ts.isArrayLiteralExpression(node)) return arrayOf(node);
  if (ts.isObjectLiteralExpression(node)) return objectOf(node);
  return numberOf(node);
}

function numberOf(node: ts.Expression): Pattern | undefined {
  const digits = ts.isPrefixUnaryExpression(node) ? node.operand : node;
  if (!ts.isNumericLiteral(digits)) return undefined;
  if (ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.MinusToken) return undefined;
  const text = digits.getText();
  const decimals = /^\d+\.(\d+)$/.exec(text)?.[1]?.length ?? null;
  return { kind: "number", value: digits === node ? Number(text) : -Number(text), decimals };
}

function arrayOf(node: ts.ArrayLiteralExpression): Pattern | undefined {
  const { known, open } = withoutEllipsis(node.elements, (element) => element.getText() === MORE);
  const items = known.map(patternOf);
  return items.every((item) => item !== undefined) ? { kind: "array", items, open } : undefined;
}

function objectOf(node: ts.ObjectLiteralExpression): Pattern | undefined {
  const { known, open } = withoutEllipsis(node.properties, (property) => property.getText() === MORE);
  const fields: (readonly [string, Pattern])[] = [];
  for (const property of known) {
    if (!ts.isPropertyAssignment(property)) return undefined;
    const { name, initializer } = property;
    const value = patternOf(initializer);
    if (value === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) return undefined;
    fields.push([name.text, value]);
  }
  return { kind: "object", fields, open };
}

function withoutEllipsis<Item>(items: readonly Item[], isEllipsis: (item: Item) => boolean) {
  const last = items.at(-1);
  const open = last !== undefined && isEllipsis(last);
  return { known: open ? items.slice(0, -1) : items, open };
}
