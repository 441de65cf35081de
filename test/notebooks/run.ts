// Runs the notebooks on Deno and checks what they show; run.sh says in which surroundings.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type PackedProject, packProject, write } from "../support/packed.ts";
import { differences } from "./differences.ts";
import { type Cell, type Output, readNotebook, readOutputs, writeNotebook } from "./notebook.ts";
import { type Expectation, expressionsOf, unmet } from "./oracle.ts";
import { withPictures } from "./picture.ts";
import { unfoundNumbers } from "./quoted.ts";
import { codeOf, runInNode } from "./runInNode.ts";
import { wrongOutputs } from "./shown.ts";

const FOLDER = "docs/notebooks";
const PYTHON: string = process.env.PYTHON ?? "python3";
const DENO: string = process.env.DENO ?? "deno";
const update: boolean = process.env.UPDATE_NOTEBOOKS === "1";

/** A notebook, and what it has just given. */
interface Run {
  readonly name: string;
  readonly cells: readonly Cell[];
  readonly outputs: readonly (readonly Output[])[];
  readonly values: Readonly<Record<string, unknown>>;
}

const names: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ipynb"))
  .map((file) => basename(file, ".ipynb"))
  .sort((a, b) => (a < b ? -1 : 1));
const expected: Readonly<Record<string, readonly Expectation[]>> = JSON.parse(
  execFileSync(PYTHON, ["-B", "test/notebooks/oracle", join(FOLDER, "data")], { encoding: "utf8" }),
);
const project = packProject();
let failed = names.length === 0;
try {
  write(project, "package.json", '{ "private": true, "dependencies": { "cx-metrics": "*" } }');
  write(project, "deno.json", '{ "nodeModulesDir": "manual" }');
  cpSync(join(FOLDER, "data"), join(project.folder, "data"), { recursive: true });
  for (const run of runInDeno(project)) {
    const problems = await check(run);
    failed ||= problems.length > 0;
    console.log(problems.length === 0 ? `${run.name}: as it should be` : `${run.name}:`);
    for (const problem of problems) console.log(`  ${problem}`);
  }
} catch (error) {
  failed = true;
  console.log(error instanceof Error ? error.message : error);
} finally {
  project.remove();
}
if (failed) console.log("the notebooks are not as they should be; UPDATE_NOTEBOOKS=1 writes new outputs");
process.exit(failed ? 1 : 0);

/** Every notebook in a kernel of its own, its types checked before. */
function runInDeno({ folder }: PackedProject): Run[] {
  const notebooks = names.map((name) => {
    const cells = readNotebook(readFileSync(join(FOLDER, `${name}.ipynb`), "utf8"));
    const values = expressionsOf(expected[name]).map((text) => `${JSON.stringify(text)}: ${text}`);
    const last = `console.log(JSON.stringify({ ${values.join(", ")} }))`;
    write(project, `${name}.ts`, codeOf(cells).join(";\n"));
    const code = cells.filter(({ type }) => type === "code");
    const jobs = code.map(({ source, tags }): readonly [string, boolean] => [source, tags.length > 0]);
    return { name, cells, jobs: [...jobs, [last, true] as const] };
  });
  const files = names.map((name) => `${name}.ts`);
  const types = spawnSync(DENO, ["check", "--quiet", ...files], { cwd: folder, stdio: "inherit" });
  if (types.status !== 0) throw new Error("the code of the notebooks does not type-check");
  const kernel = execFileSync(PYTHON, ["test/notebooks/execute.py", "cx-metrics", folder], {
    input: JSON.stringify(notebooks.map(({ jobs }) => jobs)),
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["pipe", "pipe", process.env.DEBUG === undefined ? "ignore" : "inherit"],
  });
  const results: readonly (readonly Parameters<typeof readOutputs>[0][])[] = JSON.parse(kernel);
  return notebooks.map(({ name, cells }, index) => {
    const outputs = (results[index] ?? []).map(readOutputs);
    const [last] = outputs.pop() ?? [];
    const values = last?.output_type === "stream" ? JSON.parse(last.text) : {};
    return { name, cells, outputs, values };
  });
}

/** Everything that is wrong with a run; if nothing is, and new outputs are wanted, they are written. */
async function check({ name, cells, outputs, values }: Run): Promise<string[]> {
  const rest = [...outputs];
  const ran = cells.map((cell) => (cell.type === "code" ? { ...cell, outputs: rest.shift() ?? [] } : cell));
  const { cells: executed, problems } = await withPictures(ran);
  const expectations = expected[name] ?? [];
  const onNode = runInNode(project, cells, expressionsOf(expectations));
  const found = [
    ...problems,
    ...wrongOutputs(executed),
    ...unmet(expectations, values, executed),
    ...unmet(expectations, onNode.values, executed).map((problem) => `on Node, ${problem}`),
    ...differences(onNode.outputs, outputs, "other than on Node: output"),
    ...unfoundNumbers(executed),
  ];
  if (expectations.length === 0) found.push("nothing in it is compared with numbers from elsewhere");
  const path = join(FOLDER, `${name}.ipynb`);
  if (!update) found.push(...differences(cells, executed, "the committed notebook is stale: cell"));
  else if (found.length === 0) writeFileSync(path, writeNotebook(executed));
  // A file that is not as the writer leaves it would change by itself at the next update.
  if (found.length === 0 && !update && writeNotebook(cells) !== readFileSync(path, "utf8"))
    found.push("the file is not written as UPDATE_NOTEBOOKS=1 writes it");
  return found;
}
