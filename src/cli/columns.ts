import { usageError } from "./failure.ts";
import { oneLine } from "../format/oneLine.ts";

/** Where a column stands in each record. */
export interface Column {
  readonly name: string;
  readonly index: number;
}

/** Finds columns by their names in the header, exactly as they are written there. */
export function findColumn(header: readonly string[], name: string, file: string): Column {
  const index = header.indexOf(name);
  if (index < 0) {
    const known = header.map(quoted).join(", ");
    throw usageError(
      `${file} has no column ${quoted(name)}. Its columns are ${known}${otherDelimiter(header)}`,
    );
  }
  if (header.includes(name, index + 1)) throw usageError(`${file} has more than one column ${quoted(name)}`);
  return { name, index };
}

/** A header of one column with a semicolon or a tab in it hardly is one. */
function otherDelimiter([first = "", ...others]: readonly string[]): string {
  if (others.length > 0) return "";
  if (first.includes(";")) return ". If semicolons separate them: --delimiter ';'";
  return first.includes("\t") ? ". If tabs separate them: --delimiter '\\t'" : "";
}

function quoted(name: string): string {
  return `"${oneLine(name)}"`;
}
