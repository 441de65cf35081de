import { checkCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { LifetimeRow } from "../rows.ts";
import { RowCounts } from "./rowCounts.ts";
import { rowList } from "./rowList.ts";

/** Lifetimes, read once and checked: a column per field, so that what follows allocates nothing per row. */
export interface LifetimeColumns {
  /** How many rows there are; `count` lets one stand for many. */
  readonly size: number;
  readonly duration: Float64Array;
  /** 1 for those who left, 0 for those who were still there. */
  readonly churned: Uint8Array;
  /** `undefined` when everybody was observed from the start. */
  readonly entry: Float64Array | undefined;
  /** `undefined` when every row stands for one lifetime. */
  readonly count: Float64Array | undefined;
  /** The sum of the counts. */
  readonly n: number;
}

/**
 * Reads lifetime rows. `visit` sees each row after it has been checked, so that its other fields are read in
 * the same pass.
 */
export function readLifetimes<Row extends LifetimeRow>(
  task: string,
  lifetimes: Iterable<Row>,
  visit?: (row: Row, index: number) => void,
): LifetimeColumns {
  const rows = rowList(task, "lifetimes", lifetimes);
  const size = rows.length;
  const duration = new Float64Array(size);
  const churned = new Uint8Array(size);
  let entry: Float64Array | undefined;
  const counts = new RowCounts();
  for (let index = 0; index < size; index++) {
    const row = rows[index] as Row;
    if (typeof row !== "object" || row === null)
      throw new InvalidInputError(task, `lifetimes[${index}]`, "must be a lifetime row", row);
    const { duration: lasted, churned: left, entry: entered, count: weight } = row;
    if (!(typeof lasted === "number" && lasted >= 0 && lasted < Infinity))
      throw invalid(task, index, "duration", "must be a finite number from 0", lasted);
    if (typeof left !== "boolean")
      throw invalid(task, index, "churned", 'must be true or false (map a code: code === "Yes")', left);
    duration[index] = lasted + 0;
    churned[index] = left ? 1 : 0;
    if (entered !== undefined && entered !== 0) {
      // Nobody can be seen to leave before, or at, the age at which they came under observation.
      if (!(typeof entered === "number" && entered > 0 && entered < lasted))
        throw invalid(task, index, "entry", "must be 0 or a number between 0 and duration", entered);
      entry ??= new Float64Array(size);
      entry[index] = entered;
    }
    counts.add(task, "lifetimes", size, index, weight);
    visit?.(row, index);
  }
  checkCount(task, "the sum of count", counts.n);
  return { size, duration, churned, entry, count: counts.column, n: counts.n };
}

function invalid(
  task: string,
  index: number,
  field: string,
  requirement: string,
  value: unknown,
): InvalidInputError {
  return new InvalidInputError(task, `lifetimes[${index}].${field}`, requirement, value);
}
