import { InvalidInputError } from "../errors.ts";
import type { Fields, MetricRow } from "./metric.ts";

/** What `rollup`, `timeline` and `rolling` share. */
export interface MinimumOption {
  /**
   * Hides the numbers of every result that rests on fewer observations than this (its `n`), and marks every row
   * with `suppressed`. A positive integer.
   */
  readonly minimum?: number;
}

/**
 * What a hidden result still shows.
 * @internal
 */
type Shown = "metric" | "unit" | "level" | "method";
const SHOWN: ReadonlySet<string> = new Set<Shown>(["metric", "unit", "level", "method"]);

type Text = string | boolean | null | undefined;

/**
 * Text and booleans stay; a number, or whatever might hold one, is `null`.
 * @internal
 */
type Hidden<Value> = Value extends Text ? Value : null;

/** A result with fewer than `minimum` observations: what it is, and no number. */
export type Suppressed<Row> = {
  readonly [Field in keyof Row | "suppressed"]: Field extends "suppressed"
    ? true
    : Field extends Shown & keyof Row
      ? Row[Field]
      : Hidden<Row[Field & keyof Row]>;
};

/** A metric's row where `minimum` is given: once `suppressed` is false, the metric's own row. */
export type Guarded<Row> = Row extends { readonly suppressed: true }
  ? Row
  : Suppressed<Row> | (Row & { readonly suppressed: false });

/**
 * The rows of a metric: as they are, or {@link Guarded} under options that hold a `minimum`.
 * @internal
 */
export type UnderMinimum<Result, Options> = Options extends { readonly minimum: number }
  ? Guarded<MetricRow<Result>>
  : "minimum" extends keyof Options
    ? MetricRow<Result> | Guarded<MetricRow<Result>>
    : MetricRow<Result>;

/** The `minimum` of some options. */
export function checkMinimum(task: string, minimum: number | undefined): number | undefined {
  if (minimum === undefined || (Number.isSafeInteger(minimum) && minimum > 0)) return minimum;
  throw new InvalidInputError(task, "minimum", "must be a positive integer", minimum);
}

/** A result as it may be shown. One whose size is not known is an error: it could be anybody's answer. */
export function suppress(task: string, row: Fields, minimum: number): Fields {
  const { n } = row;
  if (row.suppressed === true) return row;
  if (typeof n !== "number" || !Number.isFinite(n)) {
    throw new InvalidInputError(
      task,
      "metric",
      "must return rows with a number n where minimum is given",
      row,
    );
  }
  if (n >= minimum) return { ...row, suppressed: false };
  const shown = Object.entries(row).map(([field, value]) => [
    field,
    SHOWN.has(field) ? value : hidden(value),
  ]);
  return { ...Object.fromEntries(shown), suppressed: true };
}

function hidden(value: unknown): unknown {
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
