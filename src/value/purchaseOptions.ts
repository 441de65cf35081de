import { InvalidInputError } from "../errors.ts";
import type { PurchaseOptions } from "../history/purchases.ts";
import type { Bucket } from "../time/bucket.ts";

/** A sum of amounts that a double can hold. */
export function checkSum(task: string, sum: number): number {
  if (Number.isFinite(sum)) return sum;
  throw new InvalidInputError(task, "transactions", "must have amounts whose sums do not overflow", sum);
}

/** What says which orders are one purchase, and whose days are counted. */
interface Days {
  readonly timeZone?: string;
  readonly mergeWithin?: Bucket;
}

/**
 * The zone whose civil days are counted. It must be that of the buckets: the end of a day would cut a bucket of another
 * zone, and one purchase would count on both sides.
 */
export function checkDayZone(
  task: string,
  { mergeWithin, timeZone = mergeWithin?.timeZone ?? "UTC" }: Days,
): string {
  if ((mergeWithin?.timeZone ?? timeZone) === timeZone) return timeZone;
  throw new InvalidInputError(task, "timeZone", "must be that of mergeWithin", timeZone);
}

/** Purchases with or without amounts, and refunds among them. */
export const KEEPING_REFUNDS: Pick<PurchaseOptions, "amounts" | "keepRefunds"> = {
  amounts: "ifAny",
  keepRefunds: true,
};
