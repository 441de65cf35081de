import type { CellReader } from "./cellReaders.ts";
import { type Column, findColumn } from "./columns.ts";
import type { CsvRecord } from "./csvRecord.ts";
import type { Problems } from "./problems.ts";

/** A column, and what its cells mean. */
export interface Reader<Value> {
  readonly column: Column;
  readonly read: CellReader<Value>;
}

/** A file whose header has been read: finds columns, reads cells, and keeps what is wrong with them. */
export class Source {
  readonly file: string;
  readonly #header: readonly string[];
  readonly #problems: Problems;

  constructor(file: string, header: readonly string[], problems: Problems) {
    this.file = file;
    this.#header = header;
    this.#problems = problems;
  }

  column(name: string): Column {
    return findColumn(this.#header, name, this.file);
  }

  reader<Value>(name: string, read: CellReader<Value>): Reader<Value> {
    return { column: this.column(name), read };
  }

  /** The value of a cell; `undefined` when something is wrong with it, which is kept. */
  read<Value>(record: CsvRecord, { column, read }: Reader<Value>): Value | undefined {
    const reading = read(cellOf(record, column));
    if ("value" in reading) return reading.value;
    this.problem(record, column, reading.problem);
    return undefined;
  }

  problem(record: CsvRecord, column: Column, message: string): void {
    this.#problems.add(record.line, column.name, message);
  }
}

export function cellOf(record: CsvRecord, column: Column): string {
  return record.cells[column.index] ?? "";
}
