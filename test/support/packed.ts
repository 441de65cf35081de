import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { installPackage } from "./docs/workspace.ts";

/** The package as npm would publish it, unpacked into an otherwise empty project. */
export interface PackedProject {
  readonly folder: string;
  /** The paths in the tarball. */
  readonly files: readonly string[];
  readonly remove: () => void;
}

/** Packs the built package and installs the tarball in a new project, its dependencies beside it. */
export function packProject(): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-packed-"));
  const output = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed]: readonly { filename: string; files: readonly { path: string }[] }[] = JSON.parse(output);
  if (packed === undefined) throw new Error(`npm pack printed ${output}`);
  const installed = join(folder, "node_modules", "cx-metrics");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed.filename), "-C", installed, "--strip-components=1"]);
  installPackage(folder, installed);
  return {
    folder,
    files: packed.files.map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes a file into the project. */
export function write({ folder }: PackedProject, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Runs code in a new process of the project; its standard output, or its error. */
export function runNode(project: PackedProject, name: string, code: string): string {
  write(project, name, code);
  const run = spawnSync(process.execPath, [name], { cwd: project.folder, encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : run.stderr;
}

/** What the compiler says about the files of the project, in the words of `tsc`; nothing when it is content. */
export function runCompiler(
  project: PackedProject,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): string {
  write(project, "tsconfig.json", JSON.stringify({ compilerOptions: options, files }));
  const compiler = resolve("node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [compiler, "-p", "."], { cwd: project.folder, encoding: "utf8" });
  return run.stdout;
}
