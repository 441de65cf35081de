import { checkCarries, checkChoice, checkNames } from "../check.ts";
import { civilDays } from "../history/civilDays.ts";
import { type Purchases, readPurchases } from "../history/purchases.ts";
import type { CustomerId, Instant, TransactionRow } from "../rows.ts";
import type { LifetimeUnit } from "./lifetimesFromSubscriptions.ts";

/** How gaps between purchases are read from transactions. */
export interface PurchaseGapOptions {
  /** Up to when purchases are known: its civil day ends every customer's last, open gap. */
  readonly asOf: Instant;
  /** The zone whose civil days are counted. Default `"UTC"`. */
  readonly timeZone?: string;
  /** The unit of the gaps. Default `"day"`. */
  readonly unit?: LifetimeUnit;
}

/** The gaps between purchases, customer by customer in order of time; a column per field. */
export interface PurchaseGaps {
  /** How many gaps there are, the open ones included. */
  readonly size: number;
  /** The number of each gap's customer, from 0 in order of first appearance. */
  readonly customer: Int32Array;
  /** In the unit asked for. */
  readonly duration: Float64Array;
  /** 1 when a purchase ended the gap, 0 for the last gap of a customer, which is still open. */
  readonly again: Uint8Array;
  /** How many customers there are; each has one open gap. */
  readonly customers: number;
  /** Their ids, by number. */
  readonly ids: readonly CustomerId[];
  readonly afterAsOf: number;
  readonly refunds: number;
}

const OPTIONS: readonly string[] = ["asOf", "timeZone", "unit"];

/** Reads the gaps; `more` are the names of the caller's own options. */
export function readPurchaseGaps(
  task: string,
  transactions: Iterable<TransactionRow>,
  options: PurchaseGapOptions,
  more: readonly string[] = [],
): PurchaseGaps {
  checkCarries(task, "options", options, ["asOf"]);
  checkNames(task, "option", options, [...OPTIONS, ...more]);
  const { asOf, timeZone, unit = "day" } = options;
  const days = daysIn(checkChoice(task, "unit", unit, ["day", "week", "month"]));
  return gapsOf(readPurchases(task, transactions, { bucket: civilDays(task, timeZone), asOf }), days);
}

/** A month is a twelfth of 365.25 days. */
function daysIn(unit: LifetimeUnit): number {
  return unit === "day" ? 1 : unit === "week" ? 7 : 30.4375;
}

function gapsOf(purchases: Purchases, days: number): PurchaseGaps {
  const { customers, ids, last = 0, afterAsOf, refunds } = purchases;
  const { keys, first, span } = sortedKeys(purchases);
  const columns = {
    customer: new Int32Array(keys.length),
    duration: new Float64Array(keys.length),
    again: new Uint8Array(keys.length),
  };
  let size = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const next = keys[i + 1];
    // Orders on one day are one purchase.
    if (next === key) continue;
    const customer = Math.floor(key / span);
    const again = next !== undefined && Math.floor(next / span) === customer;
    const gap = again ? next - key : last - first - (key - customer * span);
    columns.customer[size] = customer;
    columns.duration[size] = gap / days;
    columns.again[size++] = again ? 1 : 0;
  }
  return {
    size,
    customer: columns.customer.subarray(0, size),
    duration: columns.duration.subarray(0, size),
    again: columns.again.subarray(0, size),
    customers,
    ids,
    afterAsOf,
    refunds,
  };
}

interface SortedKeys {
  readonly keys: Float64Array;
  readonly first: number;
  readonly span: number;
}

/** Customer and day in one number, sorted: key = customer span + day - first day; below 2^53, with room to spare. */
function sortedKeys({ size, customer, bucket, last = 0 }: Purchases): SortedKeys {
  let first = last;
  for (let i = 0; i < size; i++) first = Math.min(first, bucket[i] as number);
  const span = last - first + 1;
  const keys = new Float64Array(size);
  for (let i = 0; i < size; i++) keys[i] = (customer[i] as number) * span + (bucket[i] as number) - first;
  return { keys: keys.sort(), first, span };
}
