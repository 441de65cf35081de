import type { Io } from "../../../src/cli/io.ts";
import { run } from "../../../src/cli/run.ts";

/** What a run of the command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process; `-` and every file hold `input`. */
export async function runCommand(
  argv: readonly string[],
  input: string | Uint8Array = "",
  io: Partial<Io> = {},
): Promise<Outcome> {
  const written = { out: "", err: "" };
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  const code = await run(argv, {
    stdin: chunks(),
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    openFile: chunks,
    now: () => 0,
    version: () => "1.2.3",
    ...io,
  });
  return { code, ...written };
}

/** The records that `--json` prints. */
export async function jsonOf(argv: readonly string[], input: string): Promise<Record<string, unknown>[]> {
  const { code, out, err } = await runCommand([...argv, "--json"], input);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Record<string, unknown>[];
}
