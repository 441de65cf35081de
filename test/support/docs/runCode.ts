import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { instrument } from "./assertions.ts";
import type { CodePage } from "./page.ts";
import type { Workspace } from "./workspace.ts";

/** Runs the code of a page in a process of its own; gives one line for each promise that was not kept. */
export async function runCode({ path, code }: CodePage, workspace: Workspace): Promise<string[]> {
  const { code: reporting, assertions, unreadable } = instrument(path, code);
  if (unreadable.length > 0) return [...unreadable];
  const inside = (name: string): string => join(workspace.folder, name);
  try {
    await bundle(reporting, `${path}.ts`, inside("page.mjs"));
  } catch (error) {
    return [`${path} cannot be compiled: ${error instanceof Error ? error.message : String(error)}`];
  }
  await bundle('import "./test/support/docs/reporter.ts";', "start.ts", inside("reporter.mjs"));
  writeFileSync(inside("plan.json"), JSON.stringify(assertions));
  const run = spawnSync(
    process.execPath,
    ["--enable-source-maps", "--import", "./reporter.mjs", "./page.mjs"],
    {
      cwd: workspace.folder,
      env: { ...workspace.environment, DOC_REPORT: `${inside("plan.json")}\n${inside("outcomes.json")}` },
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  if (run.status !== 0) return [`${path} fails: ${run.stderr}`];
  const outcomes: (string | null)[] = JSON.parse(readFileSync(inside("outcomes.json"), "utf8"));
  return assertions.flatMap(({ line, promise }, id) => {
    const outcome = outcomes[id];
    return outcome === null ? [] : [`${path}:${line} ${promise}: ${outcome}`];
  });
}

/** Packages stay imports, so that a page runs against what is installed; the sources of the repository are bundled. */
async function bundle(contents: string, sourcefile: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents, sourcefile, loader: "ts", resolveDir: resolve(".") },
    outfile,
    bundle: true,
    packages: "external",
    // "sideEffects": false is meant for src; the reporter is nothing but side effects.
    ignoreAnnotations: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "silent",
    tsconfigRaw: {},
  });
}
