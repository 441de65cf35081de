import { InvalidInputError } from "../errors.ts";

/** What a group can be named by. */
export type Label = string | number | boolean | null;

/** The label that a value becomes: `undefined` turns to `null`, so that every row has every label. */
export type LabelOf<Value> = unknown extends Value ? Label : Value extends undefined ? null : Value;

/** Checks a value read from a row. The path is the caller's to add: see {@link relocate}. */
export function toLabel(task: string, value: unknown): Label {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  // Adding 0 turns -0 into 0, which JSON would do later.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  throw new InvalidInputError(task, "label", requirementFor(value), value);
}

function requirementFor(value: unknown): string {
  const allowed = "must be a string, a finite number, a boolean or null";
  if (Object.prototype.toString.call(value) !== "[object Date]") return allowed;
  return `${allowed}; name a date by its bucket: months.labelOf(months.indexOf(date))`;
}
