import { InvalidInputError } from "../errors.ts";
import { nNote } from "./estimates.ts";
import { count, type Fields } from "./groups.ts";

/** Refuses what is not the whole result of `metric`. */
export function checkResult(task: string, result: unknown, metric: string): void {
  if (Object(result) === result && (result as Fields).metric === metric) return;
  throw new InvalidInputError(task, "result", `must be what ${metric} returned`, result);
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

/** A number as it is read at a glance: four digits. */
export function brief(value: number): string {
  return count(Number(value.toPrecision(4)));
}

/** "1 week", "26 weeks", "4.5 months". */
export function duration(value: number, unit: string): string {
  return `${brief(value)} ${unit}${value === 1 ? "" : "s"}`;
}

/** A share as "12.5%". */
export function percent(share: number): string {
  return `${brief(100 * share)}%`;
}
