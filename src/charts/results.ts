import { checkCarries } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { nNote, readRows } from "./estimates.ts";
import type { Fields } from "./groups.ts";

/** Refuses what is not the whole result of `metric`: with its name, and the fields that are drawn. */
export function checkResult(task: string, result: unknown, metric: string, fields: readonly string[]): void {
  checkCarries(task, "result", result, ["metric", ...fields]);
  const { metric: own } = result as Fields;
  if (own !== metric) throw new InvalidInputError(task, "result.metric", `must be "${metric}"`, own);
}

/** A table of a result, whose rows carry `fields`; an empty one where `minimum` hides it. */
export function readTable<Row>(
  task: string,
  name: string,
  rows: Iterable<Row> | null,
  fields: readonly (keyof Row & string)[],
): readonly Row[] {
  return readRows(task, `result.${name}`, rows ?? [], fields) as unknown as readonly Row[];
}

/** "n = 400 customers"; or that `minimum` hides the numbers. */
export function customersNote(n: number | null): string {
  return n === null ? "Too few to show" : `${nNote(n)} customers`;
}

/** How models of purchases are written: `bgNbd` as "BG/NBD". */
export function modelTitle(model: string): string {
  return model
    .split(/(?=[A-Z])/)
    .map((part) => (part === "pareto" ? "Pareto" : part.toUpperCase()))
    .join("/");
}

/** "1 week", "26 weeks", "4.5 months". */
export function duration(value: number, unit: string): string {
  return `${tidyText(value)} ${unit}${value === 1 ? "" : "s"}`;
}

/** A share as "12.5%". */
export function percent(share: number): string {
  return `${tidyText(100 * share)}%`;
}

function tidyText(value: number): string {
  return String(Number(value.toPrecision(4)));
}
