/**
 * Thrown for input that is not valid: a score off its scale, a date that does not exist, an unknown option.
 *
 * The message says what was being computed, where the trouble is, what was needed and what came:
 * `Cannot compute nps: answers[17].score must be an integer from 0 to 10, received 11`.
 *
 * One class for every error of the library. Code that may meet two copies of the package (ESM and CommonJS)
 * tests `error.name === "InvalidInputError"`.
 *
 * @example
 * try {
 *   nps([10, 11]);
 * } catch (error) {
 *   (error as InvalidInputError).path; // => "answers[1]"
 * }
 */
export class InvalidInputError extends RangeError {
  /** The same in every copy of the package: what to test for. */
  override readonly name: string = "InvalidInputError";
  /** Where the trouble is, as it would be written in code: `answers[17].score`. */
  readonly path: string;
  /** What was needed: `must be an integer from 0 to 10`. */
  readonly requirement: string;
  /** The offending value itself. */
  readonly received: unknown;

  /** `task` is what was being computed, such as `compute nps`; the rest becomes the fields of the same names. */
  constructor(task: string, path: string, requirement: string, received: unknown) {
    super(`Cannot ${task}: ${path} ${requirement}, received ${describe(received)}`);
    this.path = path;
    this.requirement = requirement;
    this.received = received;
  }
}

// Control, zero-width, bidirectional and line-separator characters could forge a log line or turn text around.
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu;
const LONGEST = 60;

/** Tells an {@link InvalidInputError} by its name, because the caller may hold another copy of the package. */
export function isInvalidInput(error: unknown): error is InvalidInputError {
  return typeof error === "object" && error !== null && "name" in error && error.name === "InvalidInputError";
}

/** A short, one-line, printable picture of any value, which calls none of its methods. */
export function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (typeof value !== "object" || value === null)
    return shorten(typeof value === "bigint" ? `${value}n` : String(value));
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  return shorten(tag === "Object" ? `{ ${Object.keys(value).join(", ")} }` : tag);
}

function shorten(text: string): string {
  return text.slice(0, LONGEST).replace(UNSAFE, "") + (text.length > LONGEST ? "…" : "");
}
