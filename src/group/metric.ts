import { InvalidInputError } from "../errors.ts";

/** Anything that turns rows into a record, or into an array of records: a metric of this library or your own. */
export type Metric<Row, Result extends object> = (rows: readonly Row[]) => Result;

/** One row of what a metric returns. */
export type MetricRow<Result> = Result extends readonly (infer One)[] ? One : Result;

/**
 * An intersection written out as one record; each member of a union on its own.
 * @internal
 */
export type Flat<Type> = Type extends unknown ? { readonly [Field in keyof Type]: Type[Field] } : never;

/** A record whose fields are not known. */
export type Fields = Readonly<{ [field: string]: unknown }>;

/** The records that a metric returned. */
export function resultRows(task: string, result: object): readonly Fields[] {
  const rows: readonly unknown[] = Array.isArray(result) ? result : [result];
  for (const row of rows) {
    // A promise is an object, too, but one without any field.
    if (
      typeof row !== "object" ||
      row === null ||
      Array.isArray(row) ||
      typeof (row as Fields).then === "function"
    ) {
      const requirement = "must return a record or an array of records, not a promise";
      throw new InvalidInputError(task, "metric", requirement, row);
    }
  }
  return rows as readonly Fields[];
}
