import { InvalidInputError } from "../errors.ts";
import { type LifetimeColumns, readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";
import { type GroupedColumns, groupColumns } from "./groupedColumns.ts";

/** Contracts that are alike as one row, and what a fit asks of them first. */
export interface Contracts {
  /** Columns: duration, 1 for those who left, entry. */
  readonly data: GroupedColumns;
  /** Renewal decisions that were seen: those at which somebody left, and those at which somebody stayed. */
  readonly left: number;
  readonly stayed: number;
  /** Of them, those at the first renewal. */
  readonly leftFirst: number;
  readonly stayedFirst: number;
  /** The first three different renewals, counted from 1, at which decisions were seen. */
  readonly renewals: readonly number[];
}

/** Reads lifetimes in whole renewal periods. */
export function readContracts(task: string, lifetimes: Iterable<LifetimeRow>): Contracts {
  const columns = readLifetimes(task, lifetimes);
  const { size, duration, churned, entry, count } = columns;
  checkWhole(task, columns);
  const data = groupColumns([duration, Float64Array.from(churned), entry ?? new Float64Array(size)], count);
  let [left, stayed, leftFirst, stayedFirst] = [0, 0, 0, 0];
  for (let row = 0; row < data.size; row++) {
    const { last, gone, first, weight } = contractAt(data, row);
    left += weight * gone;
    stayed += weight * (last - gone - first);
    if (first > 0 || last === 0) continue;
    if (gone === 1 && last === 1) leftFirst += weight;
    else stayedFirst += weight;
  }
  return { data, left, stayed, leftFirst, stayedFirst, renewals: firstRenewals(data) };
}

/** One group: seen after `first` renewals, and until renewal `last`, at which it left when `gone` is 1. */
export function contractAt(
  { columns, count }: GroupedColumns,
  row: number,
): { readonly last: number; readonly gone: number; readonly first: number; readonly weight: number } {
  const [duration, churned, entry] = columns as readonly [Float64Array, Float64Array, Float64Array];
  return {
    last: duration[row] as number,
    gone: churned[row] as number,
    first: entry[row] as number,
    weight: count[row] as number,
  };
}

function checkWhole(task: string, { size, duration, churned, entry }: LifetimeColumns): void {
  for (let row = 0; row < size; row++) {
    const lasted = duration[row] as number;
    const least = churned[row] as number;
    const path = `lifetimes[${row}]`;
    if (!(Number.isSafeInteger(lasted) && lasted >= least)) {
      const whole =
        least === 1
          ? "must be an integer from 1, the renewal at which they left"
          : "must be an integer from 0";
      throw new InvalidInputError(task, `${path}.duration`, `${whole}: whole renewal periods`, lasted);
    }
    const entered = entry?.[row] ?? 0;
    if (!Number.isSafeInteger(entered))
      throw new InvalidInputError(
        task,
        `${path}.entry`,
        "must be an integer: whole renewal periods",
        entered,
      );
  }
}

function firstRenewals(data: GroupedColumns): number[] {
  const renewals: number[] = [];
  let after = 0;
  while (renewals.length < 3) {
    let next = Infinity;
    for (let row = 0; row < data.size; row++) {
      const { last, first } = contractAt(data, row);
      if (last > after) next = Math.min(next, Math.max(first, after) + 1);
    }
    if (next === Infinity) break;
    renewals.push(next);
    after = next;
  }
  return renewals;
}
