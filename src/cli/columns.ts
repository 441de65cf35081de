import { usageError } from "./failure.ts";
import { oneLine } from "./oneLine.ts";

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
    throw usageError(`${file} has no column ${quoted(name)}. Its columns are ${known}`);
  }
  if (header.includes(name, index + 1)) throw usageError(`${file} has more than one column ${quoted(name)}`);
  return { name, index };
}

function quoted(name: string): string {
  return `"${oneLine(name)}"`;
}
