import type { LifetimeColumns } from "../history/lifetimes.ts";
import { BucketReader, type SortedBuckets, sortedBuckets } from "./sortedBuckets.ts";

/** The labels of all rows as codes, and the place of each code in the order of the sums. */
export interface Coded {
  readonly codes: Uint32Array;
  readonly ranks: Uint32Array;
}

/** The sums behind a log-rank test, by group. */
export interface LogRankSums {
  readonly n: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Observed less expected, summed time by time so that nothing cancels. */
  readonly difference: Float64Array;
  /** The covariance of `difference`, groups by groups; the lower triangle alone is filled. */
  readonly variance: Float64Array;
}

/**
 * Adds up, over the times t at which somebody left, with d of n leaving and d_j of n_j in group j:
 *
 *     observed_j   w d_j
 *     expected_j   w d n_j / n
 *     V_jk         w^2 d (n - d) / (n - 1) (n_j / n) ([j = k] - n_k / n)    hypergeometric
 *     w = S(t-)^rho                                                        Kaplan-Meier of the stratum
 *
 * The times of each stratum, group and fate are sorted on their own and merged, so that no row is looked up again.
 */
export function logRankSums(
  columns: LifetimeColumns,
  group: Coded,
  strata: Coded | undefined,
  rho: number,
): LogRankSums {
  const { duration, churned, entry, count } = columns;
  const groups = group.ranks.length;
  const strataSize = strata?.ranks.length ?? 1;
  const cells = strataSize * groups;
  const cell = new Uint32Array(columns.size);
  const fate = new Uint32Array(columns.size);
  for (let i = 0; i < columns.size; i++) {
    const stratum = strata === undefined ? 0 : (strata.ranks[strata.codes[i] as number] as number);
    const own = stratum * groups + (group.ranks[group.codes[i] as number] as number);
    cell[i] = own;
    fate[i] = 2 * own + (churned[i] as number);
  }
  const ends = sortedBuckets(duration, count, fate, 2 * cells);
  // An entry of 0 is no late entry: who left at 0 was at risk at 0.
  const entries =
    entry &&
    sortedBuckets(
      entry.map((value) => (value === 0 ? -1 : value)),
      count,
      cell,
      cells,
    );
  const sums: LogRankSums = {
    n: new Float64Array(groups),
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    difference: new Float64Array(groups),
    variance: new Float64Array(groups * groups),
  };
  for (let stratum = 0; stratum < strataSize; stratum++) addStratum(sums, ends, entries, stratum, rho);
  return sums;
}

function addStratum(
  sums: LogRankSums,
  ends: SortedBuckets,
  entries: SortedBuckets | undefined,
  stratum: number,
  rho: number,
): void {
  const groups = sums.n.length;
  const atRisk = new Float64Array(groups);
  const events = new Float64Array(groups);
  const readers = Array.from(atRisk, (_, j) => {
    const cell = stratum * groups + j;
    const reader = {
      censored: new BucketReader(ends, 2 * cell),
      events: new BucketReader(ends, 2 * cell + 1),
      entries: entries && new BucketReader(entries, cell),
    };
    const n = reader.censored.total + reader.events.total;
    sums.n[j] = (sums.n[j] as number) + n;
    if (entries === undefined) atRisk[j] = n;
    return reader;
  });
  let survival = 1;
  for (;;) {
    let time = Infinity;
    for (const reader of readers) if (reader.events.next < time) time = reader.events.next;
    if (time === Infinity) return;
    let n = 0;
    let d = 0;
    for (let j = 0; j < groups; j++) {
      const reader = readers[j] as (typeof readers)[number];
      const entered = reader.entries?.takeBefore(time) ?? 0;
      const nj = (atRisk[j] as number) + entered - reader.censored.takeBefore(time);
      const dj = reader.events.takeUpTo(time);
      atRisk[j] = nj;
      events[j] = dj;
      n += nj;
      d += dj;
    }
    addTime(sums, atRisk, events, n, d, rho === 0 ? 1 : survival ** rho);
    survival *= (n - d) / n;
    for (let j = 0; j < groups; j++) atRisk[j] = (atRisk[j] as number) - (events[j] as number);
  }
}

function addTime(
  { observed, expected, difference, variance }: LogRankSums,
  atRisk: Float64Array,
  events: Float64Array,
  n: number,
  d: number,
  w: number,
): void {
  const groups = atRisk.length;
  const spread = n > 1 ? ((w * w * d) / n) * ((n - d) / (n - 1)) : 0;
  for (let j = 0; j < groups; j++) {
    const nj = atRisk[j] as number;
    if (nj === 0) continue;
    const dj = events[j] as number;
    observed[j] = (observed[j] as number) + w * dj;
    expected[j] = (expected[j] as number) + (w * d * nj) / n;
    difference[j] = (difference[j] as number) + (w * (dj * n - d * nj)) / n;
    if (spread === 0) continue;
    for (let k = 0; k < j; k++) {
      const place = j * groups + k;
      variance[place] = (variance[place] as number) - (spread * nj * (atRisk[k] as number)) / n;
    }
    const place = j * groups + j;
    variance[place] = (variance[place] as number) + (spread * nj * (n - nj)) / n;
  }
}
