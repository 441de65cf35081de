import { InvalidInputError } from "../errors.ts";

/**
 * Gives an error from a caller's function (a bucket does not know the row it reads) the place it belongs to.
 * Errors of other kinds stay as they are.
 */
export function relocate(error: unknown, task: string, path: string): unknown {
  if (!isInvalidInput(error)) return error;
  return new InvalidInputError(task, path, error.requirement, error.received);
}

/** By name, because the caller may hold another copy of the package. */
function isInvalidInput(error: unknown): error is InvalidInputError {
  return typeof error === "object" && error !== null && "name" in error && error.name === "InvalidInputError";
}
