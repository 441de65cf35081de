import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { commandNamed, commands } from "./commands.ts";
import { usageError } from "./failure.ts";
import { FILE_FLAGS, FILE_OPTIONS } from "./fileSettings.ts";
import type { Given } from "./given.ts";

/** What was asked: a metric of a file, or only to be told something. */
export type Request =
  | { readonly kind: "help"; readonly command: Command | undefined }
  | { readonly kind: "version" }
  | { readonly kind: "metric"; readonly command: Command; readonly file: string; readonly given: Given };

const REPEATED: ReadonlySet<string> = new Set(["missing", "by", "kept-value"]);

/** Reads a command line, without the program's name. */
export function readArguments(argv: readonly string[]): Request {
  const [first, ...rest] = argv;
  if (first === undefined) throw usageError(`what should be computed? Give one of ${names()}`);
  if (first === "--version" || first === "-v") return { kind: "version" };
  if (first === "--help" || first === "-h" || first === "help")
    return { kind: "help", command: commandNamed(rest[0] ?? "") };
  const command = commandNamed(first);
  if (command === undefined)
    throw usageError(`there is no command ${JSON.stringify(first)}; there are ${names()}`);
  const { positionals, given } = readOptions(command, rest);
  if (given.flags.has("help")) return { kind: "help", command };
  const [file, ...others] = positionals;
  if (file === undefined)
    throw usageError("which file should be read? Give its name, or - for standard input");
  if (others.length > 0) throw usageError(`one file at a time, please: ${others.join(", ")} is too much`);
  return { kind: "metric", command, file, given };
}

function readOptions(command: Command, argv: readonly string[]): { positionals: string[]; given: Given } {
  const texts = [...FILE_OPTIONS, ...command.options];
  const { values, positionals } = parse(texts, [...FILE_FLAGS, ...command.flags], argv);
  const given = new Map<string, readonly string[]>();
  const flags = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) {
      flags.add(name);
      continue;
    }
    // Node keeps the last of several, which would drop the others without a word.
    if (value.length > 1 && !REPEATED.has(name)) throw usageError(`--${name} is given more than once`);
    given.set(name, value.map(String));
  }
  return { positionals, given: { texts: given, flags } };
}

function parse(
  texts: readonly string[],
  flags: readonly string[],
  argv: readonly string[],
): ReturnType<typeof parseArgs> {
  const options: ParseArgsConfig["options"] = { help: { type: "boolean", short: "h" } };
  for (const name of flags) options[name] ??= { type: "boolean" };
  for (const name of texts) options[name] = { type: "string", multiple: true };
  try {
    return parseArgs({ args: withNegatives(texts, argv), options, allowPositionals: true });
  } catch (error) {
    const [sentence] = String((error as Error).message).split(/\. To specify|\n/);
    throw usageError(sentence ?? "the options cannot be read");
  }
}

/** Node takes `--missing -99` for two options; a number behind a minus is a value. */
function withNegatives(texts: readonly string[], argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (const argument of argv) {
    const before = joined.at(-1) ?? "";
    const isValue = /^-[0-9]/.test(argument) && texts.some((name) => before === `--${name}`);
    if (isValue) joined[joined.length - 1] = `${before}=${argument}`;
    else joined.push(argument);
  }
  return joined;
}

function names(): string {
  return commands.map(({ name }) => name).join(", ");
}
