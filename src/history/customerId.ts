import { InvalidInputError } from "../errors.ts";
import type { CustomerId } from "../rows.ts";

/** Whether a value can name a customer: text, or a finite number. */
export function isCustomerId(value: unknown): value is CustomerId {
  return typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

/** The error for a value that cannot. Off the per-row path. */
export function invalidCustomerId(task: string, path: string, value: unknown): InvalidInputError {
  return new InvalidInputError(task, path, "must be a string or a finite number", value);
}
