import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { CustomerId, Instant, TransactionRow } from "../rows.ts";
import type { Bucket } from "../time/bucket.ts";
import { bucketOf, checkBucket } from "../time/checkBucket.ts";
import { endIn, zonedInstants } from "../time/zonedInstant.ts";
import { invalidCustomerId, isCustomerId } from "./customerId.ts";

/** Who bought when: a column per field, so that what follows allocates nothing per row. */
export interface Purchases {
  /** How many rows are kept. */
  readonly size: number;
  /** The number of each kept row's customer, from 0 in order of first appearance. */
  readonly customer: Int32Array;
  /** The index of the bucket each kept row lies in. */
  readonly bucket: Int32Array;
  /** `undefined` unless amounts are asked for, and there are any. */
  readonly amount: Float64Array | undefined;
  /** The index of each kept row in `mergeWithin`; `undefined` without it. */
  readonly merged: Int32Array | undefined;
  /** 1 for each kept row after `calibrationEnd`; `undefined` without it. */
  readonly late: Uint8Array | undefined;
  /** How many distinct customers the kept rows have. */
  readonly customers: number;
  /** Their ids, by number. */
  readonly ids: readonly CustomerId[];
  /** The bucket of the last moment observed: of `asOf`, or without it of the latest row, refunds included. */
  readonly last: number | undefined;
  /** The bucket of `calibrationEnd`; `undefined` without it. */
  readonly calibrated: number | undefined;
  /** The first bucket that is not over at that moment: bucket b is complete when b < open. */
  readonly open: number;
  /** Rows after `asOf`; refunds among them are counted here alone. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero. */
  readonly refunds: number;
}

/** How {@link readPurchases} reads. */
export interface PurchaseOptions {
  readonly bucket: Bucket;
  /** Rows after it are left out. A date-only one includes its day in the zone of the bucket. */
  readonly asOf?: Instant | undefined;
  /**
   * Whether every row needs an amount, and it is kept; `"ifAny"` if one has, all must; `"paid"` if it must be from 0,
   * too. Default false.
   */
  readonly amounts?: boolean | "ifAny" | "paid";
  /** Whether refunds stay among the rows. Default false. */
  readonly keepRefunds?: boolean;
  /** Places each row among these buckets, too. */
  readonly mergeWithin?: Bucket | undefined;
  /** Marks the rows after it as late; no later than `asOf`. */
  readonly calibrationEnd?: Instant | undefined;
}

/** Reads transactions, each once, in one pass. They are not sorted: rows keep their order. */
export function readPurchases(
  task: string,
  transactions: Iterable<TransactionRow>,
  options: PurchaseOptions,
): Purchases {
  const { asOf, amounts = false, keepRefunds = false } = options;
  const bucket = checkBucket(task, options.bucket);
  const { mergeWithin } = options;
  const within = mergeWithin === undefined ? undefined : checkBucket(task, mergeWithin, "mergeWithin");
  const observed = asOf === undefined ? undefined : observedUntil(task, "asOf", asOf, bucket);
  const calibration = calibrationOf(task, options, observed);
  checkIterable(task, "transactions", transactions);
  const names: CustomerId[] = [];
  let room = Array.isArray(transactions) ? transactions.length : 1024;
  let buckets = new Int32Array(room);
  let amount = new Float64Array(amounts ? room : 0);
  let merged = new Int32Array(within ? room : 0);
  let late = new Uint8Array(calibration ? room : 0);
  let [index, size, afterAsOf, refunds, without, firstWithout] = [0, 0, 0, 0, 0, 0];
  let latest = -Infinity;
  for (const row of transactions) {
    if (typeof row !== "object" || row === null)
      throw new InvalidInputError(task, `transactions[${index}]`, "must be a transaction row", row);
    const { customerId, at, amount: money } = row;
    if (!isCustomerId(customerId))
      throw invalidCustomerId(task, `transactions[${index}].customerId`, customerId);
    if (money === undefined ? amounts && amounts !== "ifAny" : !Number.isFinite(money))
      throw new InvalidInputError(task, `transactions[${index}].amount`, "must be a finite number", money);
    if (amounts === "paid" && (money as number) < 0) {
      const needed = "must not be below 0: leave refunds out, or take them off their orders";
      throw new InvalidInputError(task, `transactions[${index}].amount`, needed, money);
    }
    if (money === undefined && without++ === 0) firstWithout = index;
    const found = bucketOf(task, bucket, at, "transactions", index++);
    if (observed?.isAfter(found, at)) {
      afterAsOf++;
      continue;
    }
    if (found > latest) latest = found;
    if (money !== undefined && money < 0) {
      refunds++;
      if (!keepRefunds) continue;
    }
    if (size === room) {
      room = 2 * room + 1;
      buckets = grown(buckets, new Int32Array(room));
      if (amounts) amount = grown(amount, new Float64Array(room));
      if (within) merged = grown(merged, new Int32Array(room));
      if (calibration) late = grown(late, new Uint8Array(room));
    }
    names.push(customerId);
    buckets[size] = found;
    if (amounts) amount[size] = (money ?? 0) + 0;
    if (within) merged[size] = bucketOf(task, within, at, "transactions", index - 1);
    if (calibration?.isAfter(found, at)) late[size] = 1;
    size++;
  }
  if (amounts && without > 0 && without < index)
    throw new InvalidInputError(
      task,
      `transactions[${firstWithout}].amount`,
      "must be a finite number, since other rows have an amount",
      undefined,
    );
  const last = observed?.last ?? (Number.isFinite(latest) ? latest : undefined);
  const { customer, ids } = numbered(names);
  return {
    size,
    customer,
    bucket: buckets.subarray(0, size),
    amount: amounts && without === 0 ? amount.subarray(0, size) : undefined,
    merged: within && merged.subarray(0, size),
    late: calibration && late.subarray(0, size),
    customers: ids.length,
    ids,
    last,
    calibrated: calibration?.last,
    open: observed?.open ?? last ?? 0,
    afterAsOf,
    refunds,
  };
}

interface Observed {
  readonly last: number;
  readonly open: number;
  /** The last instant that belongs to it. */
  readonly until: number;
  readonly isAfter: (bucket: number, at: Instant) => boolean;
}

/** Only rows in the bucket of `asOf` need their exact instant: earlier buckets are in time, later ones are not. */
function observedUntil(task: string, path: string, asOf: Instant, bucket: Bucket): Observed {
  const timeZone = bucket.timeZone ?? "UTC";
  const end = endIn(task, path, asOf, timeZone);
  const instantOf = zonedInstants(task, timeZone);
  // As Dates, since a number of milliseconds in 1970 looks like seconds.
  const last = bucketOf(task, bucket, new Date(end.last), path);
  const open = bucketOf(task, bucket, new Date(end.end), path);
  const isAfter = (found: number, at: Instant): boolean =>
    found > last || (found === last && instantOf(at) > end.last);
  return { last, open, until: end.last, isAfter };
}

function calibrationOf(
  task: string,
  { calibrationEnd, bucket }: PurchaseOptions,
  observed: Observed | undefined,
): Observed | undefined {
  if (calibrationEnd === undefined) return undefined;
  const calibration = observedUntil(task, "calibrationEnd", calibrationEnd, bucket);
  if (observed === undefined || calibration.until <= observed.until) return calibration;
  throw new InvalidInputError(task, "calibrationEnd", "must be no later than asOf", calibrationEnd);
}

/**
 * Numbers names by first appearance. A loop of its own: the processor then waits for several look-ups at a time,
 * which halves the time of reading a million rows.
 */
function numbered(names: readonly CustomerId[]): { customer: Int32Array; ids: CustomerId[] } {
  const customer = new Int32Array(names.length);
  const numbers = new Map<CustomerId, number>();
  const ids: CustomerId[] = [];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as CustomerId;
    let number = numbers.get(name);
    if (number === undefined) {
      number = ids.push(typeof name === "number" ? name + 0 : name) - 1;
      numbers.set(name, number);
    }
    customer[index] = number;
  }
  return { customer, ids };
}

function grown<Column extends Int32Array | Float64Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
