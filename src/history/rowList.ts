import { checkIterable } from "../check.ts";

/** Rows that can be counted before they are read: a list as it is, anything else read once. */
export function rowList<Row>(task: string, path: string, rows: Iterable<Row>): readonly Row[] {
  checkIterable(task, path, rows);
  return Array.isArray(rows) ? rows : Array.from(rows);
}
