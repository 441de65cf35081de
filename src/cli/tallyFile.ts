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

const HINT = "If such a score means unanswered, declare it, for example: --missing 11";

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
  let badScores = false;
  const add = (record: CsvRecord, { score, count, period, by }: Readers): void => {
    const read = <Value>(reader: Reader<Value>): Value | undefined => {
      const reading = reader.read(record.cells[reader.column.index] ?? "");
      if ("value" in reading) return reading.value;
      problems.add(record.line, reader.column.name, reading.problem);
      return undefined;
    };
    const answer = read(score);
    const weight = count === undefined ? 1 : read(count);
    const index = period === undefined ? null : read(period);
    badScores ||= answer === undefined;
    if (answer === undefined || weight === undefined || index === undefined) return;
    tally.add(
      by.map((column) => record.cells[column.index] ?? ""),
      index ?? undefined,
      answer,
      weight,
    );
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
  problems.throwIfAny(badScores ? HINT : undefined);
  return tally;
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
