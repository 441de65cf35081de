import { checkCarries, checkNames } from "../check.ts";
import { civilDays } from "../history/civilDays.ts";
import { type Purchases, readPurchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import type { CustomerId, CustomerRow, Instant, TransactionRow } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import type { TimeUnit } from "./modelFit.ts";
import { checkDayZone, checkSum, KEEPING_REFUNDS } from "./purchaseOptions.ts";
import { rowsByCustomer } from "./rowsByCustomer.ts";
import { daysIn } from "./timeUnit.ts";

/** What {@link summarizeCustomers} returns of a customer: a row for the models of repeat purchases and of spend. */
export interface CustomerSummary extends CustomerRow {
  /** The id as it came: `1` and `"1"` have a row each. */
  readonly customerId: CustomerId;
  /** Purchases after the first one. */
  readonly frequency: number;
  /** From the first purchase to the last: the age at the last purchase, not the time since. Long is good. */
  readonly recency: number;
  /** From the first purchase to `asOf`, or to `calibrationEnd`. */
  readonly age: number;
  /** The mean spend of the repeat purchases; `null` for somebody who bought once, and without amounts. */
  readonly monetaryValue: number | null;
  /** Purchases after `calibrationEnd`, up to `asOf`; only with a `calibrationEnd`. */
  readonly holdoutFrequency?: number;
  /** Rows with an amount below zero, left out; only for those who have any. */
  readonly refunds?: number;
}

/** The options of {@link summarizeCustomers}. */
export interface SummarizeCustomersOptions {
  /** The end of observation. Rows after it are left out. A date includes the whole of its day. */
  readonly asOf: Instant;
  /** What durations are measured in: 1, 7 or 30.4375 civil days. Default `"day"`. */
  readonly unit?: TimeUnit;
  /** The zone whose civil days are counted. Default that of `mergeWithin`, or `"UTC"`. */
  readonly timeZone?: string;
  /** All orders of a customer in one of these buckets are one purchase, such as `isoWeeks()`. Default: civil days. */
  readonly mergeWithin?: Bucket;
  /** Summarizes up to here, and counts the purchases after it, up to `asOf`, as `holdoutFrequency`. */
  readonly calibrationEnd?: Instant;
}

/**
 * One row per customer: what models of repeat purchases and of spend read. All orders of a civil day are one purchase,
 * and durations are differences of civil days, so that the first day's orders are no repeats.
 *
 *     frequency = purchases - 1,  recency = last purchase - first,  age = end - first   (here recency is an age)
 *     monetaryValue = sum of the repeat purchases / frequency
 *
 * @param transactions - An amount below zero is a refund and no purchase; who has nothing else gets no row. Either all
 *   rows have an amount or none.
 * @returns Rows in order of the customers' first appearance.
 * @throws {InvalidInputError} When a row or an option is not valid, when only some rows have an amount, or when
 *   `calibrationEnd` is after `asOf`.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-01", amount: 20 },
 *   { customerId: "ann", at: "2024-01-15", amount: 30 },
 * ];
 * summarizeCustomers(orders, { asOf: "2024-01-29", unit: "week" });
 * // => [{ customerId: "ann", frequency: 1, recency: 2, age: 4, monetaryValue: 30 }]
 * @see docs/metrics/customers.md. Definitions: [FaderHardieLee2005].
 */
export function summarizeCustomers(
  transactions: Iterable<TransactionRow>,
  options: SummarizeCustomersOptions,
): CustomerSummary[] {
  const task = "summarize customers";
  checkCarries(task, "options", options, ["asOf"]);
  checkNames(task, "option", options, ["asOf", "unit", "timeZone", "mergeWithin", "calibrationEnd"]);
  const { asOf, unit = "day", mergeWithin, calibrationEnd } = options;
  const scale = daysIn(task, unit);
  const timeZone = checkDayZone(task, options);
  const purchases = readPurchases(task, transactions, {
    bucket: civilDays(task, timeZone),
    ...{ asOf, mergeWithin, calibrationEnd },
    ...KEEPING_REFUNDS,
  });
  return summaries(task, purchases, scale);
}

/** A row before the fields that only some have; a spread of them would take as long as all the rest. */
type Growing = { -readonly [Field in keyof CustomerSummary]: CustomerSummary[Field] };

/** What the purchases of each customer come to, with durations in multiples of `scale` days. */
export function summaries(task: string, purchases: Purchases, scale: number): CustomerSummary[] {
  const { bucket: day, merged = day, late, amount, customers, ids } = purchases;
  const end = purchases.calibrated ?? purchases.last ?? 0;
  const { order, starts } = rowsByCustomer(purchases, merged);
  const rows: CustomerSummary[] = [];
  const sum = new CompensatedSum();
  for (let who = 0; who < customers; who++) {
    let [bought, holdout, refunds] = [0, 0, 0];
    let [first, last] = [Infinity, -Infinity];
    sum.high = 0;
    sum.low = 0;
    const stop = starts[who + 1] as number;
    for (let i = starts[who] as number; i < stop; ) {
      const key = merged[order[i] as number];
      // The first day of this purchase, and whether all of it is after the end of calibration.
      let [date, after] = [Infinity, false];
      for (; i < stop && merged[order[i] as number] === key; i++) {
        const row = order[i] as number;
        const money = amount === undefined ? 0 : (amount[row] as number);
        if (late?.[row] === 1) after ||= money >= 0;
        else if (money < 0) refunds++;
        else {
          date = Math.min(date, day[row] as number);
          if (bought > 0) sum.add(money);
        }
      }
      if (date < Infinity) {
        bought++;
        first = Math.min(first, date);
        last = Math.max(last, date);
      } else if (after) holdout++;
    }
    if (bought === 0) continue;
    const frequency = bought - 1;
    const known = amount !== undefined && frequency > 0;
    const summary: Growing = {
      customerId: ids[who] as CustomerId,
      frequency,
      recency: (last - first) / scale,
      age: (end - first) / scale,
      monetaryValue: known ? checkSum(task, sum.value / frequency) : null,
    };
    if (late !== undefined) summary.holdoutFrequency = holdout;
    if (refunds > 0) summary.refunds = refunds;
    rows.push(summary);
  }
  return rows;
}
