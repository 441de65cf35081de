import { InvalidInputError } from "../errors.ts";

/** A row of whatever kind. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is shown: rows, or one record that stands alone. */
export interface Records {
  readonly rows: readonly Fields[];
  readonly isAlone: boolean;
}

/**
 * Rows as copies, so that whatever is shown of them, each field is read once and later changes do not matter. One record
 * is a list of one.
 */
export function readRecords(task: string, path: string, value: unknown): Records {
  if (!isObject(value) || typeof value.then === "function") {
    const remedy = isObject(value) ? "; await it first" : "";
    throw new InvalidInputError(task, path, `must be a record or an iterable of records${remedy}`, value);
  }
  if (!(Symbol.iterator in value)) {
    if (Object.keys(value).length > 0 && !(Symbol.for("Jupyter.display") in value))
      return { rows: [{ ...value }], isAlone: true };
    throw new InvalidInputError(task, path, "must have fields and be no display", value);
  }
  const rows = Array.from(value as unknown as Iterable<unknown>, (row, index) => {
    if (isObject(row)) return { ...row };
    throw new InvalidInputError(task, `${path}[${index}]`, "must be a record", row);
  });
  return { rows, isAlone: false };
}

export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Whether a value is a record with fields, and no list, date or other object of the language. */
export function isPlain(value: unknown): value is Fields {
  return (
    Object.prototype.toString.call(value) === "[object Object]" && Object.keys(value as object).length > 0
  );
}

/** The names of all fields that any of the rows has, in order of first appearance. */
export function namesOf(rows: readonly Fields[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** A field of a row. One that it does not have is nothing, also where every object has one, such as `constructor`. */
export function fieldOf(row: Fields, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}
