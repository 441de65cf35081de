import type { Purchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { groupOrder } from "../math/sortOrder.ts";

/** Who belongs to which cohort: the bucket of their first purchase. */
export interface SpendCohorts {
  /** By customer; Infinity for one who got money back but never bought anything. */
  readonly cohort: Float64Array;
  /** The earliest cohort; Infinity when nobody bought anything. */
  readonly first: number;
  /** Refunds that belong to no cohort: in a bucket before the customer's first purchase, or without any purchase. */
  readonly refundsBefore: number;
}

/** What the customers of a cohort spent in a bucket or up to its end, in units of the scale. */
export interface CohortSpend {
  readonly cohort: number;
  readonly offset: number;
  readonly size: number;
  readonly sum: CompensatedSum;
  readonly sumOfSquares: CompensatedSum;
  readonly sumOfCubes: CompensatedSum;
  /** The amount of every customer, 0 for those who spent nothing; to be called during the visit. */
  readonly values: () => Float64Array;
}

/** How {@link visitSpend} counts. */
export interface SpendOptions {
  /** Whether amounts pile up from bucket to bucket. */
  readonly cumulative: boolean;
  /** What amounts are divided by: a power of two, which costs no digits. */
  readonly scale: number;
  /** The last bucket. */
  readonly last: number;
}

/** The cohorts of transactions whose refunds are kept. */
export function spendCohorts(purchases: Purchases): SpendCohorts {
  const { size, customer, bucket, amount, customers } = purchases;
  const cohort = new Float64Array(customers).fill(Infinity);
  let first = Infinity;
  for (let row = 0; row < size; row++) {
    if ((amount?.[row] as number) < 0) continue;
    const who = customer[row] as number;
    cohort[who] = Math.min(cohort[who] as number, bucket[row] as number);
    first = Math.min(first, bucket[row] as number);
  }
  const inCohort = indexesWhere(size, (row) => isInCohort(purchases, cohort, row)).length;
  return { cohort, first, refundsBefore: size - inCohort };
}

/**
 * Visits every cell of the triangle, bucket by bucket, the cohorts of a bucket in order. Rows are put in order of
 * bucket and customer once, by counting; the rest costs O(rows + cells), because only customers with a row in a bucket
 * move the sums of their cohort, from their last amount x to the next.
 *
 * Sums have twice the digits of a double, so that the order of rows does not show in them, nor the way they came about.
 */
export function visitSpend(
  purchases: Purchases,
  { cohort, first }: SpendCohorts,
  { cumulative, scale, last }: SpendOptions,
  visit: (spend: CohortSpend) => void,
): void {
  const { customer, amount, customers } = purchases;
  const width = last - first + 1;
  const members = byCohort(cohort, first, width);
  const sums = Array.from({ length: width }, () => new CompensatedSum());
  const squares = Array.from({ length: width }, () => new CompensatedSum());
  const cubes = Array.from({ length: width }, () => new CompensatedSum());
  const totals = Array.from({ length: customers }, () => new CompensatedSum());
  const spent = new Float64Array(customers);
  const move = (who: number, x: number): void => {
    const before = spent[who] as number;
    const sum = sums[(cohort[who] as number) - first] as CompensatedSum;
    const square = squares[(cohort[who] as number) - first] as CompensatedSum;
    sum.add(x);
    sum.add(-before);
    square.addProduct(x, x);
    square.addProduct(-before, before);
    const cube = cubes[(cohort[who] as number) - first] as CompensatedSum;
    cube.addCube(x);
    cube.addCube(-before);
    spent[who] = x;
  };
  const rows = byBucketAndCustomer(purchases, cohort, first, width);
  for (let index = 0; index < width; index++) {
    const inBucket = rows.order.subarray(rows.starts[index], rows.starts[index + 1]);
    for (let i = 0; i < inBucket.length; i++) {
      const row = inBucket[i] as number;
      const who = customer[row] as number;
      const total = totals[who] as CompensatedSum;
      total.add((amount?.[row] as number) / scale);
      if (customer[inBucket[i + 1] ?? -1] !== who) move(who, total.value);
    }
    for (let place = 0; place <= index; place++) {
      const group = members.order.subarray(members.starts[place], members.starts[place + 1]);
      visit({
        cohort: first + place,
        offset: index - place,
        size: group.length,
        sum: sums[place] as CompensatedSum,
        sumOfSquares: squares[place] as CompensatedSum,
        sumOfCubes: cubes[place] as CompensatedSum,
        values: () => Float64Array.from(group, (who) => spent[who] as number),
      });
    }
    if (cumulative) continue;
    for (const row of inBucket) {
      totals[customer[row] as number] = new CompensatedSum();
      spent[customer[row] as number] = 0;
    }
    for (let place = 0; place <= index; place++) {
      sums[place] = new CompensatedSum();
      squares[place] = new CompensatedSum();
      cubes[place] = new CompensatedSum();
    }
  }
}

function isInCohort({ bucket, customer }: Purchases, cohort: Float64Array, row: number): boolean {
  return (bucket[row] as number) >= (cohort[customer[row] as number] as number);
}

type Ordered = ReturnType<typeof groupOrder>;

/** The customers by cohort, the earliest first. */
function byCohort(cohort: Float64Array, first: number, width: number): Ordered {
  const members = indexesWhere(cohort.length, (who) => (cohort[who] as number) < Infinity);
  const codes = Uint32Array.from(cohort, (index) => index - first);
  return groupOrder(members, codes, width);
}

/** The rows that belong to a cohort. Two stable passes, the later one by what counts first. */
function byBucketAndCustomer(
  purchases: Purchases,
  cohort: Float64Array,
  first: number,
  width: number,
): Ordered {
  const { size, bucket, customer, customers } = purchases;
  const rows = indexesWhere(size, (row) => isInCohort(purchases, cohort, row));
  const { order } = groupOrder(rows, new Uint32Array(customer), customers);
  return groupOrder(
    order,
    Uint32Array.from(bucket, (index) => index - first),
    width,
  );
}

function indexesWhere(size: number, holds: (index: number) => boolean): Uint32Array {
  const indexes = new Uint32Array(size);
  let found = 0;
  for (let index = 0; index < size; index++) if (holds(index)) indexes[found++] = index;
  return indexes.subarray(0, found);
}
