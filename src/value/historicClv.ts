import { checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import { checkMoneyOptions, type MoneyMean, type MoneyOptions, moneyMean } from "../stats/moneyMean.ts";
import { customerTotals } from "./customerTotals.ts";
import { moneyMoments } from "./moneyMoments.ts";

/** What {@link historicClv} returns: the mean realized margin per customer, in the unit of the amounts. */
export interface HistoricClvEstimate extends MoneyMean<"historicClv"> {
  /** Everybody with a purchase; equals `n`. */
  readonly customers: number;
  /** The share of revenue that is counted. */
  readonly margin: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero up to `asOf`, taken off. */
  readonly refunds: number;
  /** Of these, those of people without any purchase: left out, since they are no customers here. */
  readonly refundsWithoutPurchase: number;
}

/** The options of {@link historicClv}. */
export interface HistoricClvOptions extends MoneyOptions {
  /** Up to when money counts. Default: all of it. */
  readonly asOf?: Instant;
  /** The share of revenue that is margin: above 0, at most 1. Default 1, which is revenue. */
  readonly margin?: number;
  /** The zone in which a date-only `asOf` is a day. Default `"UTC"`. */
  readonly timeZone?: string;
}

/**
 * Historic customer value: what a customer has brought in so far, on average. It looks back and predicts nothing.
 *
 *     historic CLV = margin (sum of amounts) / customers
 *
 * @param transactions - Every row needs an amount; one below zero is a refund and is taken off.
 * @throws {InvalidInputError} When a row or an option is not valid, or when a sum of amounts overflows.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10", amount: 30 },
 *   { customerId: "bob", at: "2024-01-20", amount: 10 },
 *   { customerId: "bob", at: "2024-02-15", amount: 50 },
 * ];
 * historicClv(orders, { margin: 0.4 }).estimate; // => 18
 * @see docs/metrics/historic-clv.md. Intervals: Hall's, [Hall1992]; Student's t, [Student1908]; bootstrap of customers,
 * [Efron1987].
 */
export function historicClv(
  transactions: Iterable<TransactionRow>,
  options: HistoricClvOptions = {},
): HistoricClvEstimate {
  const task = "compute historicClv";
  checkNames(task, "option", options, ["asOf", "margin", "timeZone", "level", "method", "seed"]);
  const { asOf, margin = 1, timeZone = "UTC" } = options;
  if (!(typeof margin === "number" && margin > 0 && margin <= 1))
    throw new InvalidInputError(task, "margin", "must be a number above 0 and at most 1", margin);
  const asked = checkMoneyOptions(task, options);
  const bucket = civilDays(task, timeZone);
  const purchases = readPurchases(task, transactions, { bucket, asOf, amounts: true, keepRefunds: true });
  const { kept, refundsWithoutPurchase } = customerTotals(task, purchases);
  const { amounts, scale } = moneyMoments(kept);
  const { afterAsOf, refunds } = purchases;
  return {
    ...moneyMean("historicClv", amounts, scale * margin, asked),
    customers: amounts.n,
    margin,
    afterAsOf,
    refunds,
    refundsWithoutPurchase,
  };
}
