import type { Purchases } from "../history/purchases.ts";
import type { CohortPeriods } from "./cohortPeriods.ts";

/** How many customers each cohort has, and how many of them were active in each of its periods. */
export interface CohortActivity {
  /** By cohort, 0 being the one of the first bucket. */
  readonly sizes: Int32Array;
  /** Period p of cohort c is at c * stride + p. */
  readonly active: Int32Array;
  readonly stride: number;
}

/**
 * Counts distinct customers by cohort and period, in time and memory proportional to rows, customers and cells.
 *
 * Rows are put in order of their buckets by a counting sort [Seward1954]. Then a customer's first row tells the
 * cohort, their periods come in ascending order, and the last one counted is all that must be remembered of them.
 */
export function cohortActivity(
  purchases: Purchases,
  [first, span]: readonly [first: number, span: number],
  periods: CohortPeriods,
  orAfter: boolean,
): CohortActivity {
  const { customers } = purchases;
  const { sorted, ends } = customersByBucket(purchases, first, span);
  const stride = periods.begunWithin(span);
  const periodAt = Int32Array.from({ length: span }, (_, offset) => periods.periodAt(offset));
  const sizes = new Int32Array(span);
  const active = new Int32Array(span * stride);
  const cohortOf = new Int32Array(customers).fill(-1);
  const lastPeriod = new Int32Array(customers).fill(-1);
  let place = 0;
  for (let bucket = 0; bucket < span; bucket++) {
    for (const end = ends[bucket] as number; place < end; place++) {
      const customer = sorted[place] as number;
      let cohort = cohortOf[customer] as number;
      if (cohort < 0) {
        cohort = bucket;
        cohortOf[customer] = bucket;
        sizes[bucket] = (sizes[bucket] as number) + 1;
      }
      const period = periodAt[bucket - cohort] as number;
      const counted = lastPeriod[customer] as number;
      if (period < 0 || period === counted) continue;
      lastPeriod[customer] = period;
      const row = cohort * stride;
      active[row + period] = (active[row + period] as number) + 1;
      // Of those who are to count in every period up to their last one, only the last is marked here.
      if (orAfter && counted >= 0) active[row + counted] = (active[row + counted] as number) - 1;
    }
  }
  if (orAfter) sumFromTheEnd(active, stride);
  return { sizes, active, stride };
}

/** The customers of the rows in order of the rows' buckets, and where each bucket's end. */
function customersByBucket(
  { size, customer, bucket }: Purchases,
  first: number,
  span: number,
): { readonly sorted: Int32Array; readonly ends: Int32Array } {
  const next = new Int32Array(span + 1);
  for (let row = 0; row < size; row++) {
    const after = (bucket[row] as number) - first + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let index = 1; index <= span; index++)
    next[index] = (next[index] as number) + (next[index - 1] as number);
  const sorted = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const index = (bucket[row] as number) - first;
    const place = next[index] as number;
    sorted[place] = customer[row] as number;
    next[index] = place + 1;
  }
  return { sorted, ends: next };
}

/** Turns how many were last active in a period into how many were active in it or later. */
function sumFromTheEnd(active: Int32Array, stride: number): void {
  for (let cell = active.length - 2; cell >= 0; cell--) {
    if (cell % stride !== stride - 1) active[cell] = (active[cell] as number) + (active[cell + 1] as number);
  }
}
