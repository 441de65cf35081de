import { checkCount } from "../check.ts";

/** The counts of rows, as they are read. */
export class RowCounts {
  /** `undefined` while every row stands for one observation. */
  column: Float64Array | undefined;
  /** The sum of the counts. */
  n = 0;

  /** Takes the count of a row of `list`, which has `size` rows; nothing at all is 1. */
  add(task: string, list: string, size: number, index: number, count: number | bigint | undefined): void {
    if (count === undefined || count === 1) {
      this.n += 1;
      return;
    }
    this.column ??= new Float64Array(size).fill(1);
    const checked = checkCount(task, `${list}[${index}].count`, count, 1);
    this.column[index] = checked;
    this.n += checked;
  }
}
