import type { CustomerId, LifetimeRow, TransactionRow } from "../rows.ts";
import { type PurchaseGapOptions, readPurchaseGaps } from "./purchaseGaps.ts";

/** A gap between two purchases of a customer, or since the last one, as a lifetime. */
export interface PurchaseGapLifetime extends LifetimeRow {
  /** Who bought: one customer has a row per gap. */
  readonly customerId: CustomerId;
  /** From one purchase day to the next, or, of the last, to the day of `asOf`. */
  readonly duration: number;
  /** True when the gap ended because the customer bought again; false for the last, open gap. */
  readonly churned: boolean;
}

/**
 * The gaps between the purchases of each customer, as lifetimes for {@link kaplanMeier} and its relatives: what ends
 * here is a silence. So `churned: true` means "bought again", and `survival` is the share who have not bought yet.
 *
 * Orders of a customer on one civil day are one purchase. Every customer has one open gap, from the last purchase day
 * to the day of `asOf`; it is 0 when they bought on that very day.
 *
 * @param transactions - An amount below zero is a refund and no purchase; zero and a missing amount are purchases.
 * @returns Customers in order of first appearance, the gaps of each in order of time.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-01" },
 *   { customerId: "ann", at: "2024-01-08" },
 * ];
 * lifetimesFromPurchaseGaps(orders, { asOf: "2024-01-31" }).map((gap) => [gap.duration, gap.churned]);
 * // => [[7, true], [23, false]]
 * @see docs/metrics/repeat-purchase.md
 */
export function lifetimesFromPurchaseGaps(
  transactions: Iterable<TransactionRow>,
  options: PurchaseGapOptions,
): PurchaseGapLifetime[] {
  const gaps = readPurchaseGaps("compute lifetimesFromPurchaseGaps", transactions, options);
  return Array.from({ length: gaps.size }, (_, i) => ({
    customerId: gaps.ids[gaps.customer[i] as number] as CustomerId,
    duration: gaps.duration[i] as number,
    churned: gaps.again[i] === 1,
  }));
}
