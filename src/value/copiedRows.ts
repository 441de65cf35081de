import { checkIterable } from "../check.ts";
import { invalidCustomer } from "./customers.ts";

/**
 * Copies of the rows, so that each field of theirs is read once and an answer can be written into them. What is no row
 * stays as it is, for the reader to refuse.
 *
 * @param inherited - Fields that may be getters of a class, which are not among a row's own.
 */
export function copiedRows<Row extends object>(
  task: string,
  customers: Iterable<Row>,
  inherited: readonly (keyof Row)[],
): Row[] {
  checkIterable(task, "customers", customers);
  return Array.from(customers, (row, index) => {
    if (typeof row !== "object" || row === null) return row;
    checkFields(task, row, index);
    // Object.assign would take a field of this name for the prototype of the copy.
    const copy = Object.hasOwn(row, "__proto__") ? { ...row } : Object.assign({}, row);
    if (Object.getPrototypeOf(row) !== Object.prototype)
      for (const field of inherited)
        if (!Object.hasOwn(copy, field) && field in row) Object.assign(copy, { [field]: row[field] });
    return copy;
  });
}

/** Refuses a row whose field the answer would hide. Names written out are looked up twenty times as fast as a list. */
function checkFields(task: string, row: object, index: number): void {
  const hides =
    "metric" in row ||
    "unit" in row ||
    "estimate" in row ||
    "low" in row ||
    "high" in row ||
    "standardError" in row ||
    "level" in row ||
    "method" in row ||
    "n" in row;
  if (!hides) return;
  const names = ["metric", "unit", "estimate", "low", "high", "standardError", "level", "method", "n"];
  const name = names.find((hidden) => hidden in row) as string;
  const needed =
    "must not be there: the result has a field of that name. Ask about your rows, not about answers";
  throw invalidCustomer(task, index, name, needed, name);
}
