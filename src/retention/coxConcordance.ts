import { sortOrder } from "../math/sortOrder.ts";
import type { CoxSample } from "./coxSample.ts";

/** Weighted counts by rank, with sums over ranks below: Fenwick (1994) [Fenwick1994]. */
class RankCounts {
  readonly #sums: Float64Array;
  readonly #own: Float64Array;
  total = 0;

  constructor(ranks: number) {
    this.#sums = new Float64Array(ranks + 1);
    this.#own = new Float64Array(ranks);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    this.#own[rank] = (this.#own[rank] as number) + weight;
    for (let at = rank + 1; at < this.#sums.length; at += at & -at)
      this.#sums[at] = (this.#sums[at] as number) + weight;
  }

  /** How many have a lower rank. */
  below(rank: number): number {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += this.#sums[at] as number;
    return sum;
  }

  /** How many have this rank. */
  at(rank: number): number {
    return this.#own[rank] as number;
  }
}

/** What a row adds to the pairs: those ordered as predicted, a tie of predictions being half, and all of them. */
interface Pairs {
  readonly agreeing: Float64Array;
  readonly all: Float64Array;
}

/**
 * The concordance of Harrell et al. (1996) [HarrellLeeMark1996] and its infinitesimal jackknife standard error: among
 * the pairs of which it is known who left first, the share in which the higher risk was predicted for that one.
 *
 *     C  = sum of c_i / sum of p_i     c_i, p_i: agreeing and all pairs of row i
 *     se = sqrt(sum of (c_i - C p_i)^2) / number of pairs
 *
 * Row i left at t; a row is its partner when it was there at t and stayed longer (or was last seen at t). `null`
 * without pairs. O(n log n).
 */
export function coxConcordance(
  sample: CoxSample,
  predictor: Float64Array,
): { readonly estimate: number; readonly standardError: number } | null {
  const { size, count, starts } = sample;
  const pairs: Pairs = { agreeing: new Float64Array(size), all: new Float64Array(size) };
  const rank = new Uint32Array(size);
  for (let stratum = 0; stratum + 1 < starts.length; stratum++) {
    const from = starts[stratum] as number;
    const ranks = rankWithin(predictor, from, starts[stratum + 1] as number, rank);
    pairThoseWhoLeft(sample, stratum, rank, new RankCounts(ranks), pairs);
    pairThoseWhoStayed(sample, stratum, rank, new RankCounts(ranks), pairs);
  }
  // Every pair has been counted at both of its rows.
  let agreeing = 0;
  let all = 0;
  for (let i = 0; i < size; i++) {
    agreeing += ((count[i] as number) * (pairs.agreeing[i] as number)) / 2;
    all += ((count[i] as number) * (pairs.all[i] as number)) / 2;
  }
  if (all === 0) return null;
  const estimate = agreeing / all;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const influence = ((pairs.agreeing[i] as number) - estimate * (pairs.all[i] as number)) / all;
    squares += (count[i] as number) * influence * influence;
  }
  return { estimate, standardError: Math.sqrt(squares) };
}

/** Ranks the predictions of a stratum from 0, equal ones alike; returns how many ranks there are. */
function rankWithin(predictor: Float64Array, from: number, to: number, rank: Uint32Array): number {
  const own = predictor.subarray(from, to);
  let ranks = 0;
  let last = NaN;
  for (const place of sortOrder(own)) {
    const value = own[place] as number;
    if (value !== last) ranks++;
    last = value;
    rank[from + place] = ranks - 1;
  }
  return ranks;
}

/** For each who left: those who were there then and stayed longer. From the last time to the first. */
function pairThoseWhoLeft(
  sample: CoxSample,
  stratum: number,
  rank: Uint32Array,
  stayed: RankCounts,
  pairs: Pairs,
): void {
  const { duration, churned, entry, byEntry, count, starts } = sample;
  const start = starts[stratum] as number;
  const end = starts[stratum + 1] as number;
  let late = start;
  for (let from = start; from < end; ) {
    const at = duration[from] as number;
    let to = from;
    while (to < end && duration[to] === at) to++;
    for (; entry !== undefined && byEntry !== undefined && late < end; late++) {
      const row = byEntry[late] as number;
      if (!((entry[row] as number) >= at && (entry[row] as number) > 0)) break;
      stayed.add(rank[row] as number, -(count[row] as number));
    }
    for (let row = from; row < to; row++)
      if (churned[row] === 0) stayed.add(rank[row] as number, count[row] as number);
    for (let row = from; row < to; row++) {
      if (churned[row] === 0) continue;
      const own = rank[row] as number;
      addPairs(pairs, row, 1, stayed.below(own) + stayed.at(own) / 2, stayed.total);
    }
    for (let row = from; row < to; row++)
      if (churned[row] === 1) stayed.add(rank[row] as number, count[row] as number);
    from = to;
  }
}

/** For each row: those who left while it was there and stayed. From the first time to the last. */
function pairThoseWhoStayed(
  sample: CoxSample,
  stratum: number,
  rank: Uint32Array,
  left: RankCounts,
  pairs: Pairs,
): void {
  const { duration, churned, entry, byEntry, count, starts } = sample;
  const start = starts[stratum] as number;
  const end = starts[stratum + 1] as number;
  const pair = (row: number, sign: 1 | -1): void => {
    const own = rank[row] as number;
    addPairs(pairs, row, sign, left.total - left.below(own) - left.at(own) / 2, left.total);
  };
  let late = end - 1;
  for (let to = end; to > start; ) {
    const at = duration[to - 1] as number;
    let from = to;
    while (from > start && duration[from - 1] === at) from--;
    // Who left up to its entry is no partner of a row.
    for (; entry !== undefined && byEntry !== undefined && late >= start; late--) {
      const row = byEntry[late] as number;
      if ((entry[row] as number) >= at && (entry[row] as number) > 0) break;
      if ((entry[row] as number) > 0) pair(row, -1);
    }
    for (let row = from; row < to; row++) if (churned[row] === 1) pair(row, 1);
    for (let row = from; row < to; row++)
      if (churned[row] === 1) left.add(rank[row] as number, count[row] as number);
    for (let row = from; row < to; row++) if (churned[row] === 0) pair(row, 1);
    to = from;
  }
}

function addPairs(pairs: Pairs, row: number, sign: 1 | -1, agreeing: number, all: number): void {
  pairs.agreeing[row] = (pairs.agreeing[row] as number) + sign * agreeing;
  pairs.all[row] = (pairs.all[row] as number) + sign * all;
}
