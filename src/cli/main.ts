#!/usr/bin/env node
import { createReadStream, readFileSync } from "node:fs";
import process from "node:process";
import { run } from "./run.ts";

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`cx-metrics: cannot write the result: ${error.message}\n`);
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  openFile: (path) => createReadStream(path),
  now: () => performance.now(),
  version: () => {
    const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    return (manifest as { readonly version: string }).version;
  },
});
