import { checkNames } from "../check.ts";
import { civilDays } from "../history/civilDays.ts";
import { type Purchases, readPurchases } from "../history/purchases.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";

/** What {@link repeatPurchaseRate} returns: the share of customers who came back, from 0 to 1. */
export interface RepeatPurchaseRateEstimate extends ProportionEstimate<"repeatPurchaseRate"> {
  /** Customers with purchases on at least two civil days. */
  readonly repeated: number;
  /** Everybody with a purchase; equals `n`. */
  readonly customers: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero, left out. */
  readonly refunds: number;
}

/** The options of {@link repeatPurchaseRate}. */
export interface RepeatPurchaseRateOptions extends ProportionOptions {
  /** Up to when purchases count. Default: all of them. */
  readonly asOf?: Instant;
  /** The zone whose civil days are counted. Default `"UTC"`. */
  readonly timeZone?: string;
}

/**
 * Repeat purchase rate: the share of customers with purchases on at least two civil days, from 0 to 1.
 *
 *     repeat purchase rate = repeated / customers
 *
 * @param transactions - An amount below zero is a refund and no purchase; zero and a missing amount are purchases.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10" },
 *   { customerId: "bob", at: "2024-01-20" },
 *   { customerId: "bob", at: "2024-02-15" },
 * ];
 * repeatPurchaseRate(orders).estimate; // => 0.5
 * @see docs/metrics/repeat-purchase.md. Interval: Wilson's, [Wilson1927].
 */
export function repeatPurchaseRate(
  transactions: Iterable<TransactionRow>,
  options: RepeatPurchaseRateOptions = {},
): RepeatPurchaseRateEstimate {
  const task = "compute repeatPurchaseRate";
  checkNames(task, "option", options, ["asOf", "timeZone", "level", "method"]);
  const { asOf, timeZone } = options;
  const purchases = readPurchases(task, transactions, { bucket: civilDays(task, timeZone), asOf });
  const { customers, afterAsOf, refunds } = purchases;
  const repeated = countRepeated(purchases);
  const estimate = proportionEstimate("repeatPurchaseRate", repeated, customers, options);
  return { ...estimate, repeated, customers, afterAsOf, refunds };
}

/** Customers with a purchase on another day than that of their first row. */
function countRepeated({ size, customer, bucket, customers }: Purchases): number {
  const seen = new Uint8Array(customers);
  const repeats = new Uint8Array(customers);
  const day = new Int32Array(customers);
  let repeated = 0;
  for (let i = 0; i < size; i++) {
    const who = customer[i] as number;
    if (seen[who] === 0) {
      seen[who] = 1;
      day[who] = bucket[i] as number;
    } else if (bucket[i] !== day[who] && repeats[who] === 0) {
      repeats[who] = 1;
      repeated++;
    }
  }
  return repeated;
}
