import { type InvalidInputError, isInvalidInput } from "../errors.ts";
import { Failure, usageError } from "./failure.ts";

/** What only shows once the data are there: a label with the name of a result's field, or numbers that are too large. */
export function explained(error: unknown): unknown {
  if (!isInvalidInput(error)) return error;
  return labelClash(error) ?? new Failure(3, error.message);
}

function labelClash({ path }: InvalidInputError): unknown {
  const [, column] = /^by\.(.*)$/s.exec(path) ?? [];
  if (column === undefined) return undefined;
  return usageError(
    `--by ${JSON.stringify(column)} has the name of a field of the result: rename the column`,
  );
}
