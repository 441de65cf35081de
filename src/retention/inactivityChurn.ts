import { checkCarries, checkCount, checkNames } from "../check.ts";
import { civilDays } from "../history/civilDays.ts";
import { type Purchases, readPurchases } from "../history/purchases.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";

/** What {@link inactivityChurn} returns: the share of active customers who fell silent, from 0 to 1. */
export interface InactivityChurnEstimate extends ProportionEstimate<"inactivityChurn"> {
  /** At risk, and without a purchase in the last window. */
  readonly churned: number;
  /** Active one window before `asOf`; equals `n`. */
  readonly atRisk: number;
  /** Bought in the last window without having been at risk: for the first time, or after a longer silence. */
  readonly newOrReturned: number;
  /** Everybody with a purchase up to `asOf`. */
  readonly customers: number;
  /** Of all `customers`, those without a purchase in the last window, whenever they fell silent. */
  readonly lapsed: number;
  /** The length of the window, in civil days. */
  readonly window: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero, left out. */
  readonly refunds: number;
}

/** The options of {@link inactivityChurn}. */
export interface InactivityChurnOptions extends ProportionOptions {
  /** The end of the last window: its civil day is the last one of the window. */
  readonly asOf: Instant;
  /** How many civil days without a purchase make a customer inactive: a positive integer. */
  readonly window: number;
  /** The zone whose civil days are counted. Default `"UTC"`. */
  readonly timeZone?: string;
}

/**
 * Churn of customers without a contract, from 0 to 1: of those who were active one window ago, the share who have
 * bought nothing since. Active on a day is who bought in the `window` civil days up to and including it.
 *
 *     inactivity churn = churned / atRisk
 *     atRisk:  a purchase on a day in (D - 2 window, D - window], where D is the day of asOf
 *     churned: of these, without a purchase on a day in (D - window, D]
 *
 * @param transactions - An amount below zero is a refund and no activity; zero and a missing amount are purchases.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10" },
 *   { customerId: "bob", at: "2024-01-20" },
 *   { customerId: "bob", at: "2024-02-15" },
 * ];
 * inactivityChurn(orders, { asOf: "2024-03-01", window: 30 }).estimate; // => 0.5
 * @see docs/metrics/inactivity-churn.md. Interval: Wilson's, [Wilson1927].
 */
export function inactivityChurn(
  transactions: Iterable<TransactionRow>,
  options: InactivityChurnOptions,
): InactivityChurnEstimate {
  const task = "compute inactivityChurn";
  checkCarries(task, "options", options, ["asOf", "window"]);
  checkNames(task, "option", options, ["asOf", "window", "timeZone", "level", "method"]);
  const { asOf, timeZone } = options;
  const window = checkCount(task, "window", options.window, 1);
  const purchases = readPurchases(task, transactions, { bucket: civilDays(task, timeZone), asOf });
  const counts = countByActivity(purchases, window);
  const { afterAsOf, refunds } = purchases;
  return {
    ...proportionEstimate("inactivityChurn", counts.churned, counts.atRisk, options),
    ...counts,
    window,
    afterAsOf,
    refunds,
  };
}

const BOUGHT_LATELY = 1;
const BOUGHT_BEFORE = 2;

interface ActivityCounts {
  readonly churned: number;
  readonly atRisk: number;
  readonly newOrReturned: number;
  readonly customers: number;
  readonly lapsed: number;
}

/** Who bought in the last window, in the one before it, in both or in neither. */
function countByActivity(
  { size, customer, bucket, customers, last = 0 }: Purchases,
  window: number,
): ActivityCounts {
  const activity = new Uint8Array(customers);
  for (let i = 0; i < size; i++) {
    const age = last - (bucket[i] as number);
    const who = customer[i] as number;
    if (age < window) activity[who] = (activity[who] as number) | BOUGHT_LATELY;
    else if (age < 2 * window) activity[who] = (activity[who] as number) | BOUGHT_BEFORE;
  }
  let [churned, atRisk, newOrReturned, lapsed] = [0, 0, 0, 0];
  for (const bought of activity) {
    if ((bought & BOUGHT_BEFORE) > 0) atRisk++;
    if ((bought & BOUGHT_LATELY) === 0) lapsed++;
    if (bought === BOUGHT_BEFORE) churned++;
    if (bought === BOUGHT_LATELY) newOrReturned++;
  }
  return { churned, atRisk, newOrReturned, customers, lapsed };
}
