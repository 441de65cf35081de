import type { LifetimeColumns } from "../history/lifetimes.ts";
import { gather, groupOrder, sortOrder } from "../math/sortOrder.ts";
import type { CovariateColumn, CoxTerm } from "./coxDesign.ts";
import type { Coded } from "./logRankSums.ts";

/** The rows of a Cox regression: by stratum, then from the longest duration to the shortest, equal ones merged. */
export interface CoxSample {
  readonly size: number;
  /** How many coefficients. */
  readonly width: number;
  /** Where each stratum begins, and, last, where all end. */
  readonly starts: Uint32Array;
  readonly duration: Float64Array;
  readonly churned: Uint8Array;
  /** 0 where somebody was observed from the start; `undefined` when everybody was. */
  readonly entry: Float64Array | undefined;
  /** The rows of each stratum from the latest entry to the earliest. */
  readonly byEntry: Uint32Array | undefined;
  readonly count: Float64Array;
  /** `width` numbers per row, centered within the stratum and divided by `scale`. */
  readonly x: Float64Array;
  /** The standard deviation of each within its strata; 1 where it is 0. */
  readonly scale: Float64Array;
  readonly events: number;
  /** Of those events, the ones with another value than 0, for each coefficient. */
  readonly eventsWith: Float64Array;
}

/**
 * Sorts, merges and scales. The order is complete, so that neither the order of the rows nor whether equal ones come
 * as a count shows in any sum. A shift within a stratum does not change the partial likelihood; without it, a
 * covariate far from 0 would cancel.
 */
export function coxSample(
  lifetimes: LifetimeColumns,
  covariates: readonly CovariateColumn[],
  terms: readonly CoxTerm[],
  strata: Coded | undefined,
): CoxSample {
  const { kept, count } = mergedRows(lifetimes, covariates, strata);
  const size = kept.length;
  const stratum = new Uint32Array(size);
  const churned = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    stratum[i] = stratumOf(strata, kept[i] as number);
    churned[i] = lifetimes.churned[kept[i] as number] as number;
  }
  const { starts } = groupOrder(
    kept.map((_, place) => place),
    stratum,
    strata?.ranks.length ?? 1,
  );
  const entry = lifetimes.entry && gather(lifetimes.entry, kept);
  const width = terms.length;
  const x = new Float64Array(size * width);
  const scale = new Float64Array(width);
  const eventsWith = new Float64Array(width);
  terms.forEach(({ column, level }, place) => {
    const { values } = covariates[column] as CovariateColumn;
    let raw = gather(values, kept);
    if (level >= 0) raw = raw.map((value) => (value === level ? 1 : 0));
    eventsWith[place] = raw.reduce(
      (sum, value, i) => (value === 0 ? sum : sum + (count[i] as number) * (churned[i] as number)),
      0,
    );
    scale[place] = standardise(raw, count, starts);
    for (let i = 0; i < size; i++) x[i * width + place] = raw[i] as number;
  });
  return {
    size,
    width,
    starts,
    duration: gather(lifetimes.duration, kept),
    churned,
    entry,
    byEntry: entry && groupOrder(sortOrder(entry.map((value) => -value)), stratum, starts.length - 1).order,
    count,
    x,
    scale,
    events: count.reduce((sum, weight, i) => sum + weight * (churned[i] as number), 0),
    eventsWith,
  };
}

/** The rows in order, the first of equal ones, and how many each stands for. */
function mergedRows(
  lifetimes: LifetimeColumns,
  covariates: readonly CovariateColumn[],
  strata: Coded | undefined,
): { readonly kept: Uint32Array; readonly count: Float64Array } {
  const kept = sortedRows(lifetimes, covariates, strata);
  const count = new Float64Array(kept.length);
  const compare = comparator(lifetimes, covariates, strata);
  let size = 0;
  for (const row of kept) {
    if (size === 0 || compare(kept[size - 1] as number, row) !== 0) kept[size++] = row;
    count[size - 1] = (count[size - 1] as number) + (lifetimes.count?.[row] ?? 1);
  }
  return { kept: kept.slice(0, size), count: count.slice(0, size) };
}

function stratumOf(strata: Coded | undefined, row: number): number {
  return strata === undefined ? 0 : (strata.ranks[strata.codes[row] as number] as number);
}

/** By stratum, then duration from the longest on, then everything else. Only ties need comparing. */
function sortedRows(
  lifetimes: LifetimeColumns,
  covariates: readonly CovariateColumn[],
  strata: Coded | undefined,
): Uint32Array {
  const { duration, size } = lifetimes;
  const codes = new Uint32Array(size);
  if (strata !== undefined) for (let row = 0; row < size; row++) codes[row] = stratumOf(strata, row);
  const { order } = groupOrder(sortOrder(duration.map((value) => -value)), codes, strata?.ranks.length ?? 1);
  const compare = comparator(lifetimes, covariates, undefined);
  for (let from = 0; from < size; ) {
    const first = order[from] as number;
    let to = from + 1;
    while (
      to < size &&
      duration[order[to] as number] === duration[first] &&
      codes[order[to] as number] === codes[first]
    )
      to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

function comparator(
  { duration, churned, entry }: LifetimeColumns,
  covariates: readonly CovariateColumn[],
  strata: Coded | undefined,
): (a: number, b: number) => number {
  const keys: ArrayLike<number>[] = [churned, ...covariates.map(({ values }) => values), duration];
  if (entry !== undefined) keys.push(entry);
  return (a, b) => {
    for (const key of keys) {
      const difference = (key[a] as number) - (key[b] as number);
      if (difference !== 0) return difference;
    }
    return stratumOf(strata, a) - stratumOf(strata, b);
  };
}

/** Centers within each stratum and divides by the standard deviation about those centers, which it returns. */
function standardise(values: Float64Array, count: Float64Array, starts: Uint32Array): number {
  let largest = 0;
  for (let s = 0; s + 1 < starts.length; s++) {
    const [from, to] = [starts[s] as number, starts[s + 1] as number];
    const own = values.subarray(from, to);
    if (own.every((value) => value === own[0])) {
      own.fill(0);
      continue;
    }
    const weights = count.subarray(from, to);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    // Twice: the first mean of values far from 0 is rounded to their size, the second to that of their spread.
    for (let pass = 0; pass < 2; pass++) {
      const mean = own.reduce((sum, value, i) => sum + value * ((weights[i] as number) / total), 0);
      for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) - mean;
    }
    for (const value of own) largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) return 1;
  let squares = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    squares += (count[i] as number) * ((values[i] as number) / largest) ** 2;
    total += count[i] as number;
  }
  const deviation = largest * Math.sqrt(squares / total);
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / deviation;
  return deviation;
}
