import { InvalidInputError } from "./errors.ts";
import type { Label } from "./rows.ts";

/** A confidence level: strictly between 0 and 1. */
export function checkLevel(task: string, level: number): number {
  if (typeof level === "number" && level > 0 && level < 1) return level;
  throw new InvalidInputError(task, "level", "must be strictly between 0 and 1", level);
}

/** One of the names an option can take. */
export function checkChoice<Choice extends string>(
  task: string,
  path: string,
  value: Choice,
  choices: readonly Choice[],
): Choice {
  if (choices.includes(value)) return value;
  throw new InvalidInputError(task, path, `must be one of ${choices.join(", ")}`, value);
}

/** A number of observations. Database drivers deliver counts as BigInt, so a safe one is taken. */
export function checkCount(task: string, path: string, value: unknown, least = 0): number {
  const count = typeof value === "bigint" ? Number(value) : value;
  if (Number.isSafeInteger(count) && (count as number) >= least) return (count as number) + 0;
  throw new InvalidInputError(task, path, `must be an integer from ${least} to 2^53 - 1`, value);
}

/** A finite number above zero. */
export function checkPositive(task: string, path: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidInputError(task, path, "must be a finite number above 0", value);
}

/** Something that can be iterated over, and is not text (a string is iterable, but never a list of rows). */
export function checkIterable(task: string, path: string, value: unknown): void {
  if (Object(value) === value && Symbol.iterator in (value as object)) return;
  throw new InvalidInputError(task, path, "must be an iterable of rows", value);
}

/** A record that carries certain fields: the result of the metric that makes them, or plain counts. */
export function checkCarries(task: string, path: string, value: unknown, fields: readonly string[]): void {
  if (
    Object(value) === value &&
    fields.every((field) => (value as Record<string, unknown>)[field] !== undefined)
  )
    return;
  throw new InvalidInputError(task, path, `must carry ${fields.join(", ")}`, value);
}

/** A function that reads something from a row. */
export function checkFunction(task: string, path: string, value: unknown): void {
  if (typeof value === "function") return;
  throw new InvalidInputError(task, path, "must be a function", value);
}

/**
 * Makes every key that is no option a type error. A parameter whose type is inferred takes any key more, so that
 * `minimun: 5` would compile and be ignored.
 * @internal
 */
export type KnownOptions<Options, Known> = Options & {
  readonly [Name in Exclude<keyof Options, keyof Known>]: never;
};

/** Refuses names that a record of options does not have: what is misspelt would be ignored without a word. */
export function checkNames(task: string, path: string, record: object, names: readonly string[]): void {
  if (Object(record) !== record || Array.isArray(record)) {
    const place = path === "option" ? "options" : path;
    throw new InvalidInputError(task, place, `must be a record of ${names.join(", ")}`, record);
  }
  for (const name of Object.keys(record)) checkChoice(task, path, name, names);
}

/** What names a group: text, a finite number, a boolean or `null`, which nothing at all becomes. */
export function checkLabel(task: string, path: string, value: unknown): Label {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  // Adding 0 turns -0 into 0, which JSON would do later.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  const allowed = "must be a string, a finite number, a boolean or null";
  const isDate = Object.prototype.toString.call(value) === "[object Date]";
  const remedy = isDate ? "; name a date by its bucket: months.labelOf(months.indexOf(date))" : "";
  throw new InvalidInputError(task, path, `${allowed}${remedy}`, value);
}
