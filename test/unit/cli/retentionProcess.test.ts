import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { expect, it } from "vitest";

// The built command in a process of its own: `npm test` builds it first.

function* orders(rows: number): Generator<string> {
  yield "note,customer,at\n";
  const note = "a remark that makes the file long ".repeat(2);
  for (let chunk = 0; chunk < rows; chunk += 1000) {
    let text = "";
    for (let id = chunk; id < chunk + 1000; id++)
      text += `${note},customer-${id % 1009},2024-0${1 + (id % 3)}-10T10:00:00Z\n`;
    yield text;
  }
}

it("rows that are kept do not keep the file: 30 MB go through a heap of 32 MB", async () => {
  const argv = ["cohorts", "-", "--customer", "customer", "--at", "at", "--json"];
  const child = spawn(process.execPath, ["--max-old-space-size=32", "dist/cli.js", ...argv]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  child.stdin.on("error", () => undefined);
  Readable.from(orders(300_000)).pipe(child.stdin);
  const [code] = await once(child, "close");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const cells = JSON.parse(out) as { cohort: string; offset: number; size: number; active: number }[];
  // 1009 is no multiple of 3, so every customer ordered in each of the three months.
  expect(cells.slice(0, 3).map(({ size, active }) => [size, active])).toEqual([
    [1009, 1009],
    [1009, 1009],
    [1009, 1009],
  ]);
});
