import { isInvalidInput } from "../errors.ts";
import { Failure, usageError } from "./failure.ts";

/**
 * What only shows once the data are there: a label with the name of a result's field, or numbers that are too large.
 *
 * @param group - The column of --group; all other labels are of --by.
 */
export function explained(error: unknown, group?: string): unknown {
  if (!isInvalidInput(error)) return error;
  const [, column] = /(?:^|\]\.)by\.(.*)$/s.exec(error.path) ?? [];
  if (column === undefined) return new Failure(3, error.message);
  const option = column === group ? "--group" : "--by";
  return usageError(
    `${option} ${JSON.stringify(column)} has the name of a field of the result: rename the column`,
  );
}
