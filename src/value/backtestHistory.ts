import type { Purchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import type { CustomerRow } from "../rows.ts";
import type { CustomerColumns } from "./customers.ts";
import { rowsByCustomer } from "./rowsByCustomer.ts";

/** Who bought when, before and after the end of calibration: the customers of the calibration, a column per field. */
export interface BacktestHistory extends CustomerColumns {
  /** Purchases after the end of calibration, of each customer. */
  readonly holdout: Float64Array;
  /** Where each customer's purchases begin in the columns below; one more at the end. */
  readonly starts: Uint32Array;
  /** The civil day of each purchase; a customer's in order, the first one first. */
  readonly day: Int32Array;
  /** 1 for each purchase after the end of calibration. */
  readonly late: Uint8Array;
  /** What was paid at each purchase of the calibration; `undefined` without amounts. */
  readonly spend: Float64Array | undefined;
  /** The first civil day with a purchase, the last of the calibration and the last of the holdout. */
  readonly first: number;
  readonly calibrated: number;
  readonly last: number;
  /** Customers who bought for the first time after the end of calibration: nothing is expected of them. */
  readonly newCustomers: number;
}

/** The customers as a fit takes them. */
export function* customerRows({ size, frequency, recency, age }: BacktestHistory): Generator<CustomerRow> {
  for (let who = 0; who < size; who++)
    yield {
      frequency: frequency[who] as number,
      recency: recency[who] as number,
      age: age[who] as number,
    };
}

/** Makes purchases of rows by the rules of `summarizeCustomers`; refunds are among the rows, and no purchases. */
export function backtestHistory(purchases: Purchases, scale: number): BacktestHistory {
  const { bucket, merged = bucket, late: isLate, amount, customers } = purchases;
  const calibrated = purchases.calibrated ?? 0;
  const { order, starts: rowStarts } = rowsByCustomer(purchases, merged);
  const starts = new Uint32Array(customers + 1);
  const day = new Int32Array(purchases.size);
  const late = new Uint8Array(purchases.size);
  const spend = amount === undefined ? undefined : new Float64Array(purchases.size);
  const [frequency, recency, age, holdout] = [0, 1, 2, 3].map(() => new Float64Array(customers)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [size, next, newCustomers, first] = [0, 0, 0, Infinity];
  for (let who = 0; who < customers; who++) {
    const begin = next;
    let [bought, after] = [0, 0];
    const stop = rowStarts[who + 1] as number;
    for (let i = rowStarts[who] as number; i < stop; ) {
      const key = merged[order[i] as number];
      let [early, afterwards] = [Infinity, Infinity];
      const money = new CompensatedSum();
      for (; i < stop && merged[order[i] as number] === key; i++) {
        const row = order[i] as number;
        const paid = amount === undefined ? 0 : (amount[row] as number);
        if (paid < 0) continue;
        const date = bucket[row] as number;
        if (isLate?.[row] === 1) afterwards = Math.min(afterwards, date);
        else {
          early = Math.min(early, date);
          money.add(paid);
        }
      }
      // A purchase that began before the end of calibration belongs to it as a whole.
      if (early < Infinity) bought++;
      else if (afterwards < Infinity) after++;
      else continue;
      day[next] = Math.min(early, afterwards);
      late[next] = early < Infinity ? 0 : 1;
      if (spend) spend[next] = money.value;
      next++;
    }
    if (bought === 0) {
      next = begin;
      if (after > 0) newCustomers++;
      continue;
    }
    const birth = day[begin] as number;
    starts[size] = begin;
    frequency[size] = bought - 1;
    recency[size] = ((day[begin + bought - 1] as number) - birth) / scale;
    age[size] = (calibrated - birth) / scale;
    holdout[size] = after;
    first = Math.min(first, birth);
    size++;
  }
  starts[size] = next;
  const cut = (column: Float64Array): Float64Array => column.subarray(0, size);
  return {
    size,
    n: size,
    count: undefined,
    frequency: cut(frequency),
    recency: cut(recency),
    age: cut(age),
    holdout: cut(holdout),
    starts: starts.subarray(0, size + 1),
    day,
    late,
    spend,
    first: size === 0 ? calibrated : first,
    calibrated,
    last: purchases.last ?? calibrated,
    newCustomers,
  };
}
