/** The cells of one record, and the line of the file where it starts, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is not CSV, and the line where the record starts that is not. */
export class MalformedCsv extends Error {
  override readonly name: string = "MalformedCsv";
  readonly line: number;

  constructor(line: number, requirement: string) {
    super(requirement);
    this.line = line;
  }
}

export function isMalformedCsv(error: unknown): error is MalformedCsv {
  return typeof error === "object" && error !== null && "name" in error && error.name === "MalformedCsv";
}

/** A record that goes on for longer than this is the work of a quote that nobody closed. */
export const LONGEST_RECORD: number = 2 ** 24;
