import { readDecimal } from "../schemas/decimal.ts";
import { type CellReader, countCells, periodCells, scoreCells } from "./cellReaders.ts";
import { type Column, findColumn } from "./columns.ts";
import { type CsvRecord, isMalformedCsv } from "./csvRecord.ts";
import { Problems } from "./problems.ts";
import type { Settings } from "./settings.ts";
import { Tally } from "./tally.ts";

/** A column, and what its cells mean. */
interface Reader<Value> {
  readonly column: Column;
  readonly read: CellReader<Value>;
}

interface Readers {
  readonly width: number;
  readonly score: Reader<number | null>;
  readonly count: Reader<number> | undefined;
  readonly period: Reader<number> | undefined;
  readonly by: readonly Column[];
}

/** Reads a whole file into a tally, or throws with the first of its problems. */
export async function tallyFile(
  batches: AsyncIterable<readonly CsvRecord[]>,
  settings: Settings,
  file: string,
): Promise<Tally> {
  const tally = new Tally();
  const problems = new Problems(file);
  let readers: Readers | undefined;
  let rowsToSkip = settings.skipRows;
  let code: string | undefined;
  const add = (record: CsvRecord, { score, count, period, by }: Readers): void => {
    const cell = (column: Column): string => record.cells[column.index] ?? "";
    const read = <Value>(reader: Reader<Value>): Value | undefined => {
      const reading = reader.read(cell(reader.column));
      if ("value" in reading) return reading.value;
      problems.add(record.line, reader.column.name, reading.problem);
      return undefined;
    };
    const answer = read(score);
    const weight = count === undefined ? 1 : read(count);
    const index = period === undefined ? null : read(period);
    if (answer === undefined && isCode(cell(score.column))) code ??= cell(score.column);
    if (answer === undefined || weight === undefined || index === undefined) return;
    tally.add(by.map(cell), index ?? undefined, answer, weight);
  };
  try {
    for await (const batch of batches) {
      for (const record of batch) {
        if (readers === undefined) {
          if (!isBlank(record)) readers = readersOf(record.cells, settings, file);
        } else if (rowsToSkip > 0) {
          rowsToSkip -= 1;
        } else if (record.cells.length === readers.width) {
          add(record, readers);
        } else if (!isBlank(record)) {
          const cells = record.cells.length === 1 ? "1 cell" : `${record.cells.length} cells`;
          problems.add(
            record.line,
            undefined,
            `must have ${readers.width} cells like the header, received ${cells}`,
          );
        }
      }
    }
  } catch (error) {
    if (!isMalformedCsv(error)) throw error;
    problems.add(error.line, undefined, error.message);
  }
  if (readers === undefined)
    problems.add(settings.skipLines + 1, undefined, "must be a header that names the columns");
  problems.throwIfAny(code === undefined ? undefined : hintFor(code, settings));
  return tally;
}

/** A number off the scale may be a code for "no answer"; words and fractions are something else. */
function isCode(text: string): boolean {
  return Number.isInteger(readDecimal(text));
}

function hintFor(code: string, { command }: Settings): string {
  const missing = `If ${code} means unanswered, declare it: --missing ${code}`;
  return command.options.includes("scale")
    ? `${missing}. If it is an answer, give its scale: --scale 0,10, say`
    : missing;
}

/** A line without any text. In a file of one column it is an empty cell, elsewhere it is nothing. */
function isBlank({ cells }: CsvRecord): boolean {
  return cells.length === 1 && cells[0] === "";
}

function readersOf(header: readonly string[], settings: Settings, file: string): Readers {
  const column = (name: string): Column => findColumn(header, name, file);
  const { metric, count, over } = settings;
  return {
    width: header.length,
    score: { column: column(settings.score), read: scoreCells(metric, settings.missing) },
    count: count === undefined ? undefined : { column: column(count), read: countCells(metric) },
    period: over === undefined ? undefined : { column: column(over.at), read: periodCells(over) },
    by: settings.by.map(column),
  };
}
