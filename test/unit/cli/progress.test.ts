import { expect, it } from "vitest";
import { runCommand } from "./runCommand.ts";

async function errorsAt(isTTY: boolean, milliseconds: number): Promise<{ err: string; written: string }> {
  let time = 0;
  let written = "";
  const stdin = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode("score\n");
    for (let chunk = 0; chunk < 20; chunk++) {
      time += milliseconds / 20;
      yield new TextEncoder().encode("9\n".repeat(100_000));
    }
  };
  const stderr = { isTTY, write: (text: string) => (written += text) };
  const { err, code } = await runCommand(["nps", "-", "--score", "score"], "", {
    stdin: stdin(),
    stderr,
    now: () => time,
  });
  expect(code).toBe(0);
  return { err, written };
}

it("a terminal is told how far a long reading is, and the line is erased", async () => {
  const { written } = await errorsAt(true, 4000);
  const lines = written.split("\r");
  expect(lines.slice(1, -1).every((line) => /^\d MB read\p{Cc}\[K$/u.test(line))).toBe(true);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.at(-1)).toBe("\u001b[K");
});

it.each([
  [true, 900],
  [false, 9000],
])(
  "nothing is said when standard error is a terminal: %s and it takes %i ms",
  async (isTTY, milliseconds) => {
    expect(await errorsAt(isTTY, milliseconds)).toEqual({ err: "", written: "" });
  },
);
