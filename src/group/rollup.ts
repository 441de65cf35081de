import { checkFunction, checkIterable, checkNames, type KnownOptions } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Label } from "../rows.ts";
import { groupRows, type LabelReader } from "./groupRows.ts";
import type { LabelOf } from "./label.ts";
import { labelled } from "./labelled.ts";
import type { Flat, Metric } from "./metric.ts";
import { measure } from "./relocate.ts";
import { checkMinimum, type MinimumOption, type UnderMinimum } from "./suppress.ts";

const TASK = "roll up";

/** What a rollup can be asked. */
export interface RollupOptions extends MinimumOption {}

/**
 * The fields of a row that can name a group.
 * @internal
 */
export type LabelField<Row> = {
  [Field in keyof Row & string]-?: unknown extends Row[Field]
    ? Field
    : Row[Field] extends Label | undefined
      ? Field
      : never;
}[keyof Row & string];

/**
 * What to group by: names of fields, or a record of functions whose names become the labels' fields. An iterable
 * rather than an array, whose methods would stand in the way of labels named `at` or `values`.
 */
export type GroupBy<Row> =
  | Iterable<LabelField<Row>>
  | { readonly [name: string]: (row: Row) => Label | undefined };

/**
 * The labels of a group under some {@link GroupBy}.
 * @internal
 */
export type GroupLabels<Row, By> =
  By extends Iterable<infer Field>
    ? { readonly [Name in Field & keyof Row]-?: LabelOf<Row[Name]> }
    : { readonly [Name in keyof By]: By[Name] extends (row: Row) => infer Value ? LabelOf<Value> : never };

/** A row of a rollup: the labels of a group, then its result. */
export type RollupRow<Row, By, Result, Options> = Flat<GroupLabels<Row, By> & UnderMinimum<Result, Options>>;

/**
 * Groups rows and takes a metric of each group: one flat row per group, in order of first appearance. A metric
 * that returns an array contributes all its rows.
 *
 * @param rows - Any iterable; read once.
 * @param by - Names of fields, or functions from a row to a label. `undefined` becomes `null`.
 * @param metric - Called with the rows of a group, and nothing else.
 * @throws {InvalidInputError} When a label is not a string, a finite number, a boolean or `null`, or when it has
 *   the name of a field of the result; when `minimum` is not a positive integer or an option is unknown; and when the
 *   metric throws it, with the group before the path: `group["web"].answers[1].score`.
 * @example
 * const rows = [{ channel: "web", score: 10 }, { channel: "app", score: 3 }, { channel: "web", score: 9 }];
 * rollup(rows, ["channel"], (group) => ({ n: group.length }));
 * // => [{ channel: "web", n: 2 }, { channel: "app", n: 1 }]
 * @see docs/guide/grouping-and-time.md.
 */
export function rollup<
  Row,
  const By extends GroupBy<Row>,
  Result extends object,
  Options extends RollupOptions = Record<never, never>,
>(
  rows: Iterable<Row>,
  by: By,
  metric: Metric<NoInfer<Row>, Result>,
  options?: KnownOptions<Options, RollupOptions>,
): RollupRow<Row, By, Result, Options>[] {
  checkIterable(TASK, "rows", rows);
  checkFunction(TASK, "metric", metric);
  checkNames(TASK, "option", options ?? {}, ["minimum"]);
  const minimum = checkMinimum(TASK, options?.minimum);
  const readers: readonly LabelReader<Row>[] = readersOf(by);
  const groups = groupRows(TASK, rows, readers);
  const results = groups.flatMap((group) => {
    // fromEntries defines fields rather than assigning them: a label named __proto__ is a field like any other.
    const labels = Object.fromEntries(readers.map(({ name }, depth) => [name, group.labels[depth]]));
    const result = measure(TASK, "group", group.labels, metric, group.rows);
    return labelled(TASK, "by.", labels, result, minimum);
  });
  return results as RollupRow<Row, By, Result, Options>[];
}

function fieldReader<Row>(name: unknown): LabelReader<Row> {
  if (typeof name !== "string") throw new InvalidInputError(TASK, "by", "must list names of fields", name);
  return {
    name,
    read: (row) => {
      if (typeof row === "object" && row !== null)
        return (row as { readonly [field: string]: unknown })[name];
      throw new InvalidInputError(TASK, "row", "must be an object where by lists names of fields", row);
    },
  };
}

function readersOf<Row>(by: unknown): LabelReader<Row>[] {
  if (typeof by !== "object" || by === null) {
    throw new InvalidInputError(TASK, "by", "must be a list of field names or a record of functions", by);
  }
  if (Symbol.iterator in by) return Array.from(by as Iterable<unknown>, fieldReader<Row>);
  return Object.entries(by).map(([name, read]) => {
    checkFunction(TASK, `by.${name}`, read);
    return { name, read };
  });
}
