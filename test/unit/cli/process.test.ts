import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { expect, it } from "vitest";

// The built command in a process of its own: `npm test` builds it first.

async function command(
  argv: readonly string[],
  input: Iterable<string>,
  nodeOptions: readonly string[] = [],
) {
  const child = spawn(process.execPath, [...nodeOptions, "dist/cli.js", ...argv]);
  let [out, err] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  child.stdin.on("error", () => undefined);
  Readable.from(input).pipe(child.stdin);
  const [code] = await once(child, "close");
  return { code, out, err };
}

function* rows(count: number, channel: string): Generator<string> {
  yield "id,at,channel,score\n";
  for (let chunk = 0; chunk < count; chunk += 1000) {
    let text = "";
    for (let id = chunk; id < chunk + 1000; id++)
      text += `${id},2024-0${1 + (id % 3)}-10T10:00:00Z,${channel}${id % 5},${id % 11}\n`;
    yield text;
  }
}

it.each([
  ["plain, 37 MB", "a channel with a long name ", 700_000],
  ["quoted, 5 MB", '"a channel, ""quoted""",', 100_000],
])("%s go through a heap of 24 MB", async (_, channel, count) => {
  const header = channel.startsWith('"') ? "id,at,channel,number,score\n" : "id,at,channel,score\n";
  const stream = function* (): Generator<string> {
    const lines = rows(count, channel);
    lines.next();
    yield header;
    yield* lines;
  };
  const argv = ["nps", "-", "--score", "score", "--by", "channel", "--over", "month", "--at", "at", "--json"];
  const { code, out, err } = await command(argv, stream(), ["--max-old-space-size=24"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const results = JSON.parse(out) as { n: number; period: string }[];
  expect(results.reduce((sum, { n }) => sum + n, 0)).toBe(count);
  expect(new Set(results.map(({ period }) => period))).toEqual(new Set(["2024-01", "2024-02", "2024-03"]));
});

it("a closed pipe ends it quietly", async () => {
  const labels = Array.from({ length: 5000 }, (_, index) => `group ${index},9\n`);
  const child = spawn(process.execPath, ["dist/cli.js", "nps", "-", "--score", "s", "--by", "g", "--json"]);
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  child.stdout.once("data", () => child.stdout.destroy());
  Readable.from(["g,s\n", ...labels]).pipe(child.stdin);
  const [code] = await once(child, "close");
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

it("the exit codes reach the shell", async () => {
  expect((await command(["nps", "no-such.csv", "--score", "s"], [])).code).toBe(1);
  expect((await command(["nps"], [])).code).toBe(2);
  expect((await command(["nps", "-", "--score", "s"], ["s\n11\n"])).code).toBe(3);
  expect(await command(["--version"], [])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});
