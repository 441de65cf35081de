import type { CsvRecord } from "./csvRecord.ts";
import type { Given } from "./given.ts";
import type { Source } from "./source.ts";

/** A row of the result: the library's own record, behind its labels. */
export type ResultRow = Readonly<Record<string, unknown>>;

/** What the records of a file come to. */
export interface Result {
  /** For programs: what `--json` and `--csv` print. */
  readonly rows: readonly ResultRow[];
  /** What `--json` prints instead, where the rows are a part of it. */
  readonly record?: object;
  /** What is said on standard error beside the result. */
  readonly notes: readonly string[];
  /** For people. */
  table(): string;
}

/** Takes the records of a file, one after the other. */
export interface Consumer {
  /** Takes a record with as many cells as the header has. What is wrong with it goes to the source. */
  add(record: CsvRecord): void;
  /** A remedy for what was wrong, where one is known. */
  hint(): string | undefined;
  /** Called behind the last record, when nothing was wrong. */
  result(): Result;
}

/** What a command does with a file, once its options are checked: finds its columns, and takes the records. */
export type Plan = (source: Source) => Consumer;

/** One of the things that the command computes. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The options with a value, beside those of every command. */
  readonly options: readonly string[];
  /** The options without one. */
  readonly flags: readonly string[];
  readonly help: Help;
  /** Checks the options before anything is read. */
  plan(given: Given): Plan;
}

/** What the help of a command says. */
export interface Help {
  /** What must be given behind the name of the file. */
  readonly usage: string;
  /** The sentence below. */
  readonly description: string;
  /** The options of this command, as lines; a heading with its lines each. */
  readonly options: string;
  readonly examples: string;
}
