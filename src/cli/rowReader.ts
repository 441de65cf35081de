import { isInvalidInput } from "../errors.ts";
import type { CellReader } from "./cellReaders.ts";
import type { Column } from "./columns.ts";
import type { CsvRecord } from "./csvRecord.ts";
import { cellOf, type Source } from "./source.ts";

/** A column of the rows, what its cells mean, and whether it has a meaning for cells in which nothing stands. */
export interface RowColumn<Value> {
  /** `undefined` when none was named: then every cell is an empty one. */
  readonly column: Column | undefined;
  readonly read: CellReader<Value>;
  /** What a cell of --missing means here; without it, rows with such a cell are left out. */
  readonly blank?: Value;
}

/** The values of some columns. */
export type ValuesOf<Columns> = {
  [Index in keyof Columns]: Columns[Index] extends RowColumn<infer Value> ? Value : never;
};

/**
 * Reads rows cell by cell. Everything that is wrong with a row is told; a row without a value that is needed is left
 * out and counted, where `missing` says how such cells are written.
 */
export class RowReader {
  readonly #source: Source;
  readonly #missing: ReadonlySet<string>;
  readonly #leftOut = new Map<string, number>();
  #emptyCell = false;

  constructor(source: Source, missing: readonly string[]) {
    this.#source = source;
    this.#missing = new Set(missing);
  }

  /** The values of a row, or `undefined` when it is wrong or left out. */
  values<const Columns extends readonly RowColumn<unknown>[]>(
    record: CsvRecord,
    columns: Columns,
  ): ValuesOf<Columns> | undefined {
    const values: unknown[] = [];
    let wrong = false;
    let lacking: Column | undefined;
    for (const { column, read, blank } of columns) {
      const text = column === undefined ? "" : cellOf(record, column);
      if (column !== undefined && this.#missing.has(text)) {
        if (blank === undefined) lacking ??= column;
        values.push(blank);
        continue;
      }
      const reading = read(text);
      if ("value" in reading) {
        values.push(reading.value);
        continue;
      }
      wrong = true;
      if (text === "") this.#emptyCell = true;
      if (column !== undefined) this.#source.problem(record, column, reading.problem);
    }
    if (wrong) return undefined;
    if (lacking === undefined) return values as ValuesOf<Columns>;
    this.#leftOut.set(lacking.name, (this.#leftOut.get(lacking.name) ?? 0) + 1);
    return undefined;
  }

  /** Asks the library whether a row is valid as a whole, and tells it by the columns of its fields otherwise. */
  isValid(
    record: CsvRecord,
    columns: Readonly<Record<string, Column | undefined>>,
    check: () => unknown,
  ): boolean {
    try {
      check();
      return true;
    } catch (error) {
      if (!isInvalidInput(error)) throw error;
      const column = columns[/[A-Za-z]+$/.exec(error.path)?.[0] ?? ""];
      if (column === undefined) throw error;
      const needed = error.requirement.replace(/(?:[a-z]+\.)?([A-Za-z]+)/g, (text, field: string) => {
        const named = Object.hasOwn(columns, field) ? columns[field] : undefined;
        return named === undefined ? text : JSON.stringify(named.name);
      });
      this.#source.problem(record, column, `${needed}, received ${JSON.stringify(cellOf(record, column))}`);
      return false;
    }
  }

  hint(): string | undefined {
    if (!this.#emptyCell) return undefined;
    return 'If nothing is known where a cell is empty, leave such rows out: --missing ""';
  }

  /** What was left out, for standard error. */
  notes(): string[] {
    return [...this.#leftOut].map(([name, rows]) => {
      const what = rows === 1 ? "1 row is" : `${rows} rows are`;
      return `${this.#source.file}: ${what} left out, without a value in column ${JSON.stringify(name)}`;
    });
  }
}
