import { finished } from "node:stream/promises";
import { parse } from "csv-parse";
import { type CsvRecord, LONGEST_RECORD, MalformedCsv } from "./csvRecord.ts";

/** The records that became complete, and what stops the reading, if anything does. */
export interface Parsed {
  readonly records: readonly CsvRecord[];
  readonly failure: MalformedCsv | undefined;
}

/** Takes text in pieces of any size. */
export interface QuotedReader {
  push(text: string): Promise<Parsed>;
  end(): Promise<Parsed>;
}

const REQUIREMENTS: ReadonlyMap<string, string> = new Map([
  ["CSV_QUOTE_NOT_CLOSED", "must close its quote before the end of the file"],
  [
    "CSV_INVALID_CLOSING_QUOTE",
    'must have nothing behind a closing quote; a quote in a quoted cell is written ""',
  ],
  [
    "INVALID_OPENING_QUOTE",
    'must have no quote inside a cell that does not begin with one; quote the cell, and write ""',
  ],
  ["CSV_MAX_RECORD_SIZE", "must be shorter than 16 MiB: look for a quote that is not closed"],
]);

/** csv-parse, strict about quotes, with our own count of lines: its own counts a CRLF inside quotes twice. */
export function quotedReader(delimiter: string, firstLine: number): QuotedReader {
  let line = firstLine;
  let records: CsvRecord[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[]) => {
      records.push({ line, cells });
      for (const cell of cells) line += newlinesIn(cell);
      line += 1;
      return null;
    },
  });
  const whole = finished(parser.resume());
  // The error of a write is reported by the write.
  whole.catch(() => undefined);
  const take = (error?: unknown): Parsed => {
    const taken = records;
    records = [];
    return { records: taken, failure: error ? malformed(error, line) : undefined };
  };
  return {
    push: (text) => new Promise((resolve) => parser.write(text, (error) => resolve(take(error)))),
    end: () => {
      parser.end();
      return whole.then(() => take(), take);
    },
  };
}

function malformed(error: unknown, line: number): MalformedCsv {
  const { code = "", message } = error as { readonly code?: string; readonly message: string };
  return new MalformedCsv(line, REQUIREMENTS.get(code) ?? message);
}

function newlinesIn(cell: string): number {
  let newlines = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) newlines += 1;
  return newlines;
}
