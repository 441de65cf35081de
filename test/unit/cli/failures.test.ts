import { createReadStream } from "node:fs";
import { expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

const nps = (file: string): string[] => ["nps", file, "--score", "score"];
const fromDisk = { openFile: (path: string) => createReadStream(path) };

it("a file that is not there exits 1", async () => {
  const { code, out, err } = await runCommand(nps("no-such.csv"), "", fromDisk);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe("cx-metrics: cannot read no-such.csv: there is no such file\n");
});

it("a folder exits 1", async () => {
  expect(await runCommand(nps("test"), "", fromDisk)).toMatchObject({
    code: 1,
    err: "cx-metrics: cannot read test: it is a folder\n",
  });
});

it.each([
  ["Latin-1", Uint8Array.from([0x73, 0x0a, 0xe9, 0x0a])],
  ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x73, 0x00])],
  ["a character cut off at the end", new TextEncoder().encode("score\n€").subarray(0, -1)],
])("%s exits 1", async (_, bytes) => {
  const { code, out, err } = await runCommand(nps("a.csv"), bytes);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("a.csv is not UTF-8 text");
});

it("names in messages cannot steer a terminal", async () => {
  const { err } = await runCommand(nps("\u001b[31m\u202Ea.csv"), "na\u0007me,\u200Bscore\n");
  expect(err).toContain(
    '\\u{1b}[31m\\u{202e}a.csv has no column "score". Its columns are "na\\u{7}me", "\\u{200b}score"',
  );
  expect(err.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it("a byte order mark is no part of the first name", async () => {
  expect(await runCommand(nps("a.csv"), "\uFEFFscore\n9\n")).toMatchObject({ code: 0 });
  expect(await runCommand(nps("a.csv"), '\uFEFF"score"\n9\n')).toMatchObject({ code: 0 });
});

it("an error of our own is not hidden", async () => {
  const broken = {
    now: () => {
      throw new Error("no clock");
    },
  };
  await expect(runCommand(nps("a.csv"), "score\n", broken)).rejects.toThrow("no clock");
});
