import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compare } from "./measure.ts";

/** What importing the built package adds to the start of a process. */
export function benchImport(rounds = 15): void {
  const importOf = (file: string): string =>
    `import ${JSON.stringify(pathToFileURL(resolve("dist", file)).href)};`;
  const [nothing = Number.NaN, main = Number.NaN] = compare(
    "starting node and importing the built package",
    [
      { name: "nothing", run: () => start("") },
      { name: "cx-metrics", run: () => start(importOf("index.js")) },
      { name: "cx-metrics/schemas", run: () => start(importOf("schemas.js")) },
    ],
    rounds,
  );
  console.log(`  importing cx-metrics adds ${(main - nothing).toFixed(1)} ms   target: at most 30 ms`);
}

function start(code: string): void {
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
