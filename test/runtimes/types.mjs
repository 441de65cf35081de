// Compiles what a project might write against the installed package, with one compiler, in both module kinds and for
// bundlers, without the types of Node or a browser: node types.mjs <project> <tsc.js or tsc> <name>
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [project, compiler, name] = process.argv.slice(2);
const consumers = new URL("consumers/", import.meta.url);

const strict = {
  target: "es2022",
  lib: ["es2022"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  types: [],
  noEmit: true,
};
const settings = {
  node16: { module: "node16", moduleResolution: "node16" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};

const folder = join(project, `types-${name}`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
for (const file of readdirSync(consumers)) {
  const text = readFileSync(new URL(file, consumers), "utf8");
  const path = file.replace(/\.txt$/, "");
  const kinds = path.endsWith(".d.ts") ? [path] : [".mts", ".cts"].map((kind) => path.replace(/\.ts$/, kind));
  for (const kind of kinds) writeFileSync(join(folder, kind), text);
}
let failed = false;
for (const [resolution, options] of Object.entries(settings)) {
  const config = join(folder, `${resolution}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...strict, ...options }, include: ["*.*ts"] }));
  const run = spawnSync(process.execPath, [compiler, "-p", config], { cwd: folder, encoding: "utf8" });
  if (run.status === 0) continue;
  failed = true;
  console.error(`${resolution}:\n${run.stdout}${run.stderr}`);
}
if (!failed) console.log(`TypeScript ${name}: ${Object.keys(settings).join(", ")}`);
process.exit(failed ? 1 : 0);
