import ts from "typescript";
import { commentsOf, lineAt, walk } from "../rules/sourceText.ts";
import { readLiteral } from "./literal.ts";
import type { Pattern } from "./pattern.ts";

/** What a page promises about one statement: the value it gives, or how the message of its error begins. */
export interface Assertion {
  readonly line: number;
  /** As written on the page, for the report. */
  readonly promise: string;
  readonly pattern?: Pattern;
  readonly message?: string;
}

/** A module whose promising statements report what they gave. */
export interface Instrumented {
  readonly code: string;
  readonly assertions: readonly Assertion[];
  /** Promises that cannot be checked, which is an error of the page. */
  readonly unreadable: readonly string[];
}

/** Wraps each statement that is followed by `// => literal` or `// throws: message` so that a run reports on it. */
export function instrument(path: string, code: string): Instrumented {
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
  const assertions: Assertion[] = [];
  const edits: Edit[] = [];
  walk(tree, (node) => {
    const target = targetOf(node);
    const assertion = target === undefined ? undefined : promiseAfter(code, node.end);
    if (target === undefined || assertion === undefined) return;
    const [before, behind] = wrapper(assertions.length, assertion, target.getText(tree));
    edits.push({ at: target.getStart(tree), text: before }, { at: target.end, text: behind });
    assertions.push(assertion);
  });
  const read = new Set(assertions.map(({ line }) => line));
  const unreadable = commentsOf({ path, text: code })
    .filter(({ line, text }) => PROMISE.test(text) && !read.has(line))
    .map(({ line, text }) => `${path}:${line} cannot be checked: ${text}`);
  return { code: applied(code, edits), assertions, unreadable };
}

const PROMISE = /^\/\/ (=>|throws\b)/;

/** The promise in the comment that begins on the line of a statement's end, or on the next. */
function promiseAfter(code: string, end: number): Assertion | undefined {
  const [gap] = /^;?[ \t]*(?:\n[ \t]*)?(?=\/\/)/.exec(code.slice(end)) ?? [];
  if (gap === undefined) return undefined;
  const line = lineAt(code, end + gap.length);
  const [comment = "", ...below] = code.slice(end + gap.length).split("\n");
  if (!PROMISE.test(comment)) return undefined;
  const [, message] = /^\/\/ throws(?: \w+)?: (.+?)…?$/.exec(comment) ?? [];
  if (message !== undefined) return { line, promise: comment, message };
  let literal = comment.replace(/^\/\/ => */, "");
  let pattern = readLiteral(literal);
  // A long literal goes on in the comment lines below.
  for (const next of below) {
    const [, more] = /^\s*\/\/ ?(.*)$/.exec(next) ?? [];
    if (pattern !== undefined || more === undefined) break;
    literal += `\n${more}`;
    pattern = readLiteral(literal);
  }
  return pattern === undefined ? undefined : { line, promise: `// => ${literal}`, pattern };
}

/** The expression that a promise is about; of `console.log(x)`, it is `x`. */
function targetOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.at(-1)?.initializer;
  if (!ts.isExpressionStatement(node)) return undefined;
  const { expression } = node;
  const logs = ts.isCallExpression(expression) && expression.expression.getText() === "console.log";
  return logs ? expression.arguments[0] : expression;
}

function wrapper(id: number, { message }: Assertion, expression: string): readonly [string, string] {
  if (message === undefined) return [`__gives(${id}, (`, "))"];
  return /\bawait\b/.test(expression)
    ? [`await __throwsLater(${id}, async () => (`, "))"]
    : [`__throws(${id}, () => (`, "))"];
}

interface Edit {
  readonly at: number;
  readonly text: string;
}

function applied(code: string, edits: readonly Edit[]): string {
  // From the end, so that the offsets before stay right.
  const backwards = [...edits].sort((a, b) => b.at - a.at);
  return backwards.reduce((text, { at, text: part }) => text.slice(0, at) + part + text.slice(at), code);
}
