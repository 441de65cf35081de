import { readArguments } from "./arguments.ts";
import { type ExitCode, isFailure } from "./failure.ts";
import { helpText } from "./helpText.ts";
import type { Io } from "./io.ts";
import { oneLine } from "./oneLine.ts";
import { printCsv } from "./printCsv.ts";
import { printTable } from "./printTable.ts";
import { Progress } from "./progress.ts";
import { readCsv } from "./readCsv.ts";
import { dropLines, readText } from "./readText.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type ResultRow, summarise } from "./summarise.ts";
import { tallyFile } from "./tallyFile.ts";

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
    if (error.exitCode === 2) lines.push("Try: cx-metrics --help");
    io.stderr.write(`${lines.join("\n")}\n`);
    return error.exitCode;
  }
}

async function answer(argv: readonly string[], io: Io): Promise<string> {
  const request = readArguments(argv);
  if (request.kind === "help") return helpText(request.command);
  if (request.kind === "version") return `${io.version()}\n`;
  const settings = readSettings(request.command, request.given);
  return print(await compute(request.file, settings, io), settings);
}

async function compute(file: string, settings: Settings, io: Io): Promise<ResultRow[]> {
  const [name, chunks] = file === "-" ? ["standard input", io.stdin] : [file, io.openFile(file)];
  const progress = new Progress(io);
  try {
    const texts = dropLines(
      readText(chunks, name, (bytes) => progress.read(bytes)),
      settings.skipLines,
    );
    const batches = readCsv(texts, settings.delimiter, settings.skipLines + 1);
    return summarise(await tallyFile(batches, settings, name), settings);
  } finally {
    progress.end();
  }
}

function print(rows: readonly ResultRow[], settings: Settings): string {
  if (settings.format === "json") return `${JSON.stringify(rows, null, 2)}\n`;
  return settings.format === "csv" ? printCsv(rows) : printTable(rows, settings);
}
