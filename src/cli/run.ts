import { readArguments } from "./arguments.ts";
import type { Plan, Result } from "./command.ts";
import { commandNamed } from "./commands.ts";
import { type ExitCode, isFailure } from "./failure.ts";
import { type FileSettings, readFileSettings } from "./fileSettings.ts";
import { helpText } from "./helpText.ts";
import type { Io } from "./io.ts";
import { toCsv } from "../display/toCsv.ts";
import { oneLine } from "../format/oneLine.ts";
import { Progress } from "./progress.ts";
import { readCsv } from "./readCsv.ts";
import { readRecords } from "./readRecords.ts";
import { dropLines, readText } from "./readText.ts";

/** Does what the command line asks: results on standard output, everything else on standard error. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    io.stdout.write(await answer(argv, io));
    return 0;
  } catch (error) {
    if (!isFailure(error)) throw error;
    const lines = error.message.split("\n").map(oneLine);
    // Invalid data are told by file and line, as compilers do; everything else is told by the command.
    if (error.exitCode !== 3) lines[0] = `cx-metrics: ${lines[0] ?? ""}`;
    if (error.exitCode === 2) lines.push(`Try: ${helpFor(argv[0])}`);
    io.stderr.write(`${lines.join("\n")}\n`);
    return error.exitCode;
  }
}

/** Where the options are listed: the command's own help, once there is a command. */
function helpFor(name = ""): string {
  return commandNamed(name) === undefined ? "cx-metrics --help" : `cx-metrics ${name} --help`;
}

async function answer(argv: readonly string[], io: Io): Promise<string> {
  const request = readArguments(argv);
  if (request.kind === "help") return helpText(request.command);
  if (request.kind === "version") return `${io.version()}\n`;
  const plan = request.command.plan(request.given);
  const settings = readFileSettings(request.given);
  const result = await compute(request.file, plan, settings, io);
  for (const note of result.notes) io.stderr.write(`${oneLine(note)}\n`);
  return print(result, settings);
}

async function compute(file: string, plan: Plan, settings: FileSettings, io: Io): Promise<Result> {
  const [name, chunks] = file === "-" ? ["standard input", io.stdin] : [file, io.openFile(file)];
  const progress = new Progress(io);
  try {
    const texts = dropLines(
      readText(chunks, name, (bytes) => progress.read(bytes)),
      settings.skipLines,
    );
    const batches = readCsv(texts, settings.delimiter, settings.skipLines + 1);
    return await readRecords(batches, plan, settings, name);
  } finally {
    progress.end();
  }
}

function print(result: Result, { format }: FileSettings): string {
  const { rows, record } = result;
  if (format === "json") return `${JSON.stringify(record === undefined ? rows : [record], null, 2)}\n`;
  return format === "csv" ? toCsv(rows) : result.table();
}
