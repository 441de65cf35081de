import { usageError } from "./failure.ts";
import { type Given, single, wholeNumber } from "./given.ts";

/** How every command reads its file and prints its result. */
export interface FileSettings {
  readonly delimiter: string;
  readonly skipLines: number;
  readonly skipRows: number;
  readonly format: "table" | "json" | "csv";
}

/** The options behind {@link FileSettings}: those with a value, and those without. */
export const FILE_OPTIONS: readonly string[] = ["delimiter", "skip-lines", "skip-rows"];
export const FILE_FLAGS: readonly string[] = ["json", "csv"];

export function readFileSettings(given: Given): FileSettings {
  const { flags } = given;
  if (flags.has("json") && flags.has("csv")) throw usageError("--json and --csv exclude each other");
  return {
    delimiter: readDelimiter(single(given, "delimiter") ?? ","),
    skipLines: wholeNumber(given, "skip-lines"),
    skipRows: wholeNumber(given, "skip-rows"),
    format: flags.has("json") ? "json" : flags.has("csv") ? "csv" : "table",
  };
}

function readDelimiter(text: string): string {
  const delimiter = text === "\\t" ? "\t" : text;
  if ([...delimiter].length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw usageError('--delimiter must be one character, such as ";" or "\\t" for a tab, and no quote');
}
