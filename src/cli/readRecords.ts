import type { Consumer, Plan, Result } from "./command.ts";
import { type CsvRecord, isMalformedCsv } from "./csvRecord.ts";
import type { FileSettings } from "./fileSettings.ts";
import { Problems } from "./problems.ts";
import { Source } from "./source.ts";

/** Gives a plan all records of a file, and returns its result, or throws with the first of the problems. */
export async function readRecords(
  batches: AsyncIterable<readonly CsvRecord[]>,
  plan: Plan,
  { skipLines, skipRows }: FileSettings,
  file: string,
): Promise<Result> {
  const problems = new Problems(file);
  let consumer: Consumer | undefined;
  let width = 0;
  let rowsToSkip = skipRows;
  try {
    for await (const batch of batches) {
      for (const record of batch) {
        if (consumer === undefined) {
          if (isBlank(record)) continue;
          consumer = plan(new Source(file, record.cells, problems));
          width = record.cells.length;
        } else if (rowsToSkip > 0) {
          rowsToSkip -= 1;
        } else if (record.cells.length === width) {
          consumer.add(record);
        } else if (!isBlank(record)) {
          const cells = record.cells.length === 1 ? "1 cell" : `${record.cells.length} cells`;
          problems.add(record.line, undefined, `must have ${width} cells like the header, received ${cells}`);
        }
      }
    }
  } catch (error) {
    if (!isMalformedCsv(error)) throw error;
    problems.add(error.line, undefined, error.message);
  }
  if (consumer === undefined)
    problems.add(skipLines + 1, undefined, "must be a header that names the columns");
  problems.throwIfAny(consumer?.hint());
  // Without a header there is a problem.
  return (consumer as Consumer).result();
}

/** A line without any text. In a file of one column it is an empty cell, elsewhere it is nothing. */
function isBlank({ cells }: CsvRecord): boolean {
  return cells.length === 1 && cells[0] === "";
}
