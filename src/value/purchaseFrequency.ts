import { checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Estimate } from "../estimate.ts";
import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import { checkMoneyOptions, type MoneyMethod, type MoneyOptions, moneyMean } from "../stats/moneyMean.ts";
import { invalidInstant } from "../time/invalidInstant.ts";
import { endIn, zonedInstants } from "../time/zonedInstant.ts";
import { customerTotals } from "./customerTotals.ts";
import { moneyMoments } from "./moneyMoments.ts";

/** What {@link purchaseFrequency} returns: the mean number of purchases per customer, from 1. */
export interface PurchaseFrequencyEstimate extends Estimate<"purchaseFrequency"> {
  /** Purchases, not orders. */
  readonly unit: "count";
  /** Counts are skewed as amounts are, and have the same intervals. */
  readonly method: MoneyMethod;
  /** Everybody with a purchase in the period; equals `n`. */
  readonly customers: number;
  /** Purchases in the period: civil days on which a customer bought, summed over customers. */
  readonly purchases: number;
  /** Orders in the period: rows, several of which may be one purchase. */
  readonly orders: number;
  /** Orders before `from`, left out. */
  readonly beforeFrom: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero up to `asOf`, left out. */
  readonly refunds: number;
}

/** The options of {@link purchaseFrequency}. */
export interface PurchaseFrequencyOptions extends MoneyOptions {
  /** When the period begins; a date is the start of its day. Default: with the first row. */
  readonly from?: Instant;
  /** When it ends; a date includes the whole of its day. Default: with the last row. */
  readonly asOf?: Instant;
  /** The zone whose civil days are counted. Default `"UTC"`. */
  readonly timeZone?: string;
}

/**
 * Purchase frequency: purchases per customer in a period, of those who bought in it. All orders of a customer on one
 * civil day are one purchase.
 *
 *     purchase frequency = purchases / customers
 *
 * @param transactions - An amount below zero is a refund and no purchase; zero and a missing amount are purchases.
 * @throws {InvalidInputError} When a row or an option is not valid, or when `from` is after `asOf`.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10" },
 *   { customerId: "bob", at: "2024-01-20" },
 *   { customerId: "bob", at: "2024-02-15" },
 * ];
 * purchaseFrequency(orders).estimate; // => 1.5
 * @see docs/metrics/order-value.md. Intervals: Hall's, [Hall1992]; Student's t, [Student1908]; bootstrap of customers,
 * [Efron1987].
 */
export function purchaseFrequency(
  transactions: Iterable<TransactionRow>,
  options: PurchaseFrequencyOptions = {},
): PurchaseFrequencyEstimate {
  const task = "compute purchaseFrequency";
  checkNames(task, "option", options, ["from", "asOf", "timeZone", "level", "method", "seed"]);
  const { asOf, timeZone = "UTC" } = options;
  const asked = checkMoneyOptions(task, options);
  const before = beforePeriod(task, options, timeZone);
  const bucket = civilDays(task, timeZone);
  const read = readPurchases(task, transactions, { bucket, asOf, calibrationEnd: before });
  const totals = customerTotals(task, read);
  const { amounts, scale } = moneyMoments(totals.purchases);
  const mean = moneyMean("purchaseFrequency", amounts, scale, asked);
  const orders = totals.orders.reduce((sum, own) => sum + own, 0);
  const { size, afterAsOf, refunds } = read;
  return {
    ...mean,
    unit: "count",
    // Nobody here has bought less than once.
    low: mean.low === null ? null : Math.max(1, mean.low),
    customers: amounts.n,
    purchases: totals.purchases.reduce((sum, own) => sum + own, 0),
    orders,
    beforeFrom: size - orders,
    afterAsOf,
    refunds,
  };
}

/** The last instant before the period. */
function beforePeriod(
  task: string,
  { from, asOf }: PurchaseFrequencyOptions,
  timeZone: string,
): Date | undefined {
  const instantOf = zonedInstants(task, timeZone);
  if (from === undefined) return undefined;
  const start = instantOf(from);
  if (Number.isNaN(start)) throw invalidInstant(task, "from", from);
  if (asOf !== undefined && endIn(task, "asOf", asOf, timeZone).last < start)
    throw new InvalidInputError(task, "from", "must not be after asOf", from);
  return new Date(start - 1);
}
