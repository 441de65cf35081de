import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import ts from "typescript";
import { type PackedProject, runNode } from "../support/packed.ts";
import { type Cell, type Output, readOutputs } from "./notebook.ts";

/** What a notebook gives on Node: the outputs of its code cells, and the values of expressions at its end. */
export interface NodeRun {
  readonly outputs: readonly (readonly Output[])[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Runs a notebook's code on Node, with the package under its bare name and the one function of Deno that it uses. */
export function runInNode(
  project: PackedProject,
  cells: readonly Cell[],
  expressions: readonly string[],
): NodeRun {
  const steps = codeOf(cells).map((source) => `outputs.push([]);\n${withResult(source)};`);
  const code = transformSync([START, ...steps, endOf(expressions)].join("\n"), {
    loader: "ts",
    format: "esm",
    target: "es2022",
  }).code;
  const log = runNode(project, "notebook.mjs", code);
  if (log !== "done") throw new Error(`on Node the notebook fails: ${log}`);
  const run: NodeRun = JSON.parse(readFileSync(join(project.folder, "notebook.json"), "utf8"));
  return { ...run, outputs: run.outputs.map((raw) => readOutputs(raw)) };
}

/** The code of the cells, for Node to run and for a compiler to read. */
export function codeOf(cells: readonly Cell[]): string[] {
  return cells.filter(({ type }) => type === "code").map(({ source }) => source);
}

/** The last statement of a cell, if it is an expression, is what the cell shows. */
function withResult(source: string): string {
  const code = source.replaceAll('"npm:cx-metrics', '"cx-metrics');
  const last = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022, true).statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return code;
  return `${code.slice(0, last.getStart())}await show(${last.expression.getText()})`;
}

const START = `
import { readFile, writeFile } from "node:fs/promises";
const Deno = { readTextFile: (path) => readFile(path, "utf8") };
const outputs = [];
const console = {
  log(...texts) {
    outputs.at(-1).push({ output_type: "stream", name: "stdout", text: texts.join(" ") + "\\n" });
  },
};
async function show(value) {
  const given = await value;
  if (given === undefined) return;
  const display = given?.[Symbol.for("Jupyter.display")];
  if (typeof display !== "function") throw new Error("a cell shows a value that is not displayed");
  outputs.at(-1).push({ output_type: "execute_result", data: await display.call(given) });
}`;

function endOf(expressions: readonly string[]): string {
  const values = expressions.map((expression) => `${JSON.stringify(expression)}: ${expression}`);
  return `await writeFile("notebook.json", JSON.stringify({ outputs, values: { ${values.join(",\n")} } }));
process.stdout.write("done");`;
}
