import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A folder outside the repository that looks to code and commands like a user's project. */
export interface Workspace {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/**
 * A workspace in which the built package is installed under its name, its command is on the path, and the paths
 * of the repository that pages name can be read.
 */
export function makeWorkspace(files: ReadonlyMap<string, string> = new Map()): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-docs-"));
  installPackage(folder, resolve("."));
  // What draws charts is no dependency; pages that show how to use it have installed it.
  for (const name of ["vega", "vega-lite"])
    symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  for (const name of ["test", "docs"]) symlinkSync(resolve(name), join(folder, name));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const commands = join(folder, "node_modules", ".bin");
  mkdirSync(commands);
  writeCommand(commands, "cx-metrics", `exec "${process.execPath}" "${resolve("dist/cli.js")}" "$@"`);
  writeCommand(commands, "npx", '[ "$1" = cx-metrics ] || exit 127\nshift\nexec cx-metrics "$@"');
  return {
    folder,
    environment: { ...process.env, PATH: `${commands}:${process.env.PATH ?? ""}`, NO_COLOR: "1" },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes `packageFolder` importable as cx-metrics from `folder`, and its dependencies with it. */
export function installPackage(folder: string, packageFolder: string): void {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve("node_modules", name), join(modules, name));
  }
  if (packageFolder !== join(modules, manifest.name))
    symlinkSync(packageFolder, join(modules, manifest.name));
}

function writeCommand(folder: string, name: string, script: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
