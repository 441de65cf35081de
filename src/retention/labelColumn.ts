import { checkLabel } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Label } from "../rows.ts";

/** The fields of a row whose values fit. A field of unknown type is checked when it is read. */
export type FieldOf<Row, Value> = {
  [Field in keyof Row & string]-?: unknown extends Row[Field]
    ? Field
    : Row[Field] extends Value
      ? Field
      : never;
}[keyof Row & string];

/** What names a group: text, a finite number, a boolean or `null`; `undefined` becomes `null`. */
export type LabelSource<Row> = FieldOf<Row, Label | undefined> | ((row: Row) => Label | undefined);

/** A label of every row, as a number. */
export interface LabelColumn<Row> {
  /** Reads the label of one row. */
  readonly read: (row: Row, index: number) => void;
  /** The labels in order of first appearance. */
  readonly labels: readonly Label[];
  /** The place in `labels` of each row's label. */
  readonly codes: Uint32Array;
}

/** A column of labels to be filled while rows are read. `option` is the name of the option that asks for it. */
export function labelColumn<Row>(
  task: string,
  option: string,
  source: LabelSource<Row>,
  size: number,
): LabelColumn<Row> {
  const readValue = fieldReader<Row>(task, option, source);
  const known = new Map<Label, number>();
  const labels: Label[] = [];
  const codes = new Uint32Array(size);
  return {
    labels,
    codes,
    read: (row, index) => {
      const value = readValue(row);
      const label = isLabel(value) ? value : checkLabel(task, pathOf(option, source, index), value);
      let code = known.get(label);
      if (code === undefined) {
        code = labels.push(label) - 1;
        known.set(label, code);
      }
      codes[index] = code;
    },
  };
}

/** How a value is read from a row: by the name of a field, or by a function. */
export function fieldReader<Row>(task: string, option: string, source: unknown): (row: Row) => unknown {
  if (typeof source === "function") return source as (row: Row) => unknown;
  if (typeof source === "string")
    return (row) => (row as { readonly [field: string]: unknown })[source as string];
  throw new InvalidInputError(task, option, "must be the name of a field or a function", source);
}

/** Where a value was read, as it would be written in code. */
export function pathOf(option: string, source: unknown, index: number): string {
  return typeof source === "string" ? `lifetimes[${index}].${source}` : `${option}(lifetimes[${index}])`;
}

/** Most labels need no path to be checked, and no text to be made of it. */
function isLabel(value: unknown): value is Label {
  if (typeof value === "number") return Number.isFinite(value) && value !== 0;
  return typeof value === "string" || typeof value === "boolean" || value === null;
}

/**
 * The place of each label in an order that is the labels' own (`null`, booleans, numbers, text by code unit), so that
 * sums over groups do not depend on which came first.
 */
export function labelRanks(labels: readonly Label[]): Uint32Array {
  const places = labels.map((_, place) => place);
  const kinds = labels.map((label) => ["object", "boolean", "number", "string"].indexOf(typeof label));
  places.sort((a, b) => {
    const kind = (kinds[a] ?? 0) - (kinds[b] ?? 0);
    return kind !== 0 ? kind : (labels[a] ?? 0) < (labels[b] ?? 0) ? -1 : 1;
  });
  const ranks = new Uint32Array(labels.length);
  places.forEach((place, rank) => {
    ranks[place] = rank;
  });
  return ranks;
}
