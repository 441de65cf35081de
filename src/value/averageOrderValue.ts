import { checkNames } from "../check.ts";
import { type Estimate, toEstimate } from "../estimate.ts";
import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { powerOfTwoBelow } from "../math/powerOfTwo.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import { checkMoneyOptions, type MoneyMethod, type MoneyOptions } from "../stats/moneyMean.ts";
import { clusteredRatio } from "./clusteredRatio.ts";
import { customerTotals } from "./customerTotals.ts";
import { checkSum } from "./purchaseOptions.ts";

/** What {@link averageOrderValue} returns: the mean amount of an order, in the unit of the amounts. */
export interface AverageOrderValueEstimate extends Estimate<"averageOrderValue"> {
  /** That of one order. */
  readonly unit: "money";
  /** The interval, which allows for customers with several orders. */
  readonly method: MoneyMethod;
  /** How many customers ordered: they are independent of each other, one customer's orders are not. */
  readonly n: number;
  /** How many orders. */
  readonly orders: number;
  /** The sum of their amounts; refunds are not taken off. */
  readonly revenue: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero up to `asOf`, left out. */
  readonly refunds: number;
}

/** The options of {@link averageOrderValue}. */
export interface AverageOrderValueOptions extends MoneyOptions {
  /** Which interval. Default `"bootstrap"` for up to 500 customers, and `"hall"`, which is fast, for more. */
  readonly method?: MoneyMethod;
  /** Up to when orders count. Default: all of them. */
  readonly asOf?: Instant;
  /** The zone in which a date-only `asOf` is a day. Default `"UTC"`. */
  readonly timeZone?: string;
}

/** Up to so many customers the studentized bootstrap, which keeps its level best, takes a moment only. */
const FEW = 500;

/**
 * Average order value: revenue per order. An order is a row; zero is an amount, below zero is a refund.
 *
 *     AOV = revenue / orders
 *
 * The interval allows for customers whose orders are alike: it draws customers, not orders.
 *
 * @param transactions - Every row needs an amount.
 * @throws {InvalidInputError} When a row or an option is not valid, or when a sum of amounts overflows.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10", amount: 30 },
 *   { customerId: "bob", at: "2024-01-20", amount: 10 },
 *   { customerId: "bob", at: "2024-02-15", amount: 50 },
 * ];
 * averageOrderValue(orders).estimate; // => 30
 * @see docs/metrics/order-value.md. Intervals: studentized bootstrap of customers, [Hall1988]; Hall's, [Hall1992],
 * for a ratio of sums [Cochran1977]; Student's t, [Student1908].
 */
export function averageOrderValue(
  transactions: Iterable<TransactionRow>,
  options: AverageOrderValueOptions = {},
): AverageOrderValueEstimate {
  const task = "compute averageOrderValue";
  checkNames(task, "option", options, ["asOf", "timeZone", "level", "method", "seed"]);
  const { asOf, timeZone = "UTC" } = options;
  const { level, seed } = checkMoneyOptions(task, options);
  const bucket = civilDays(task, timeZone);
  const purchases = readPurchases(task, transactions, { bucket, asOf, amounts: true });
  const { spent, orders: orderCounts, ids } = customerTotals(task, purchases);
  const { method = ids.length <= FEW ? "bootstrap" : "hall" } = options;
  const revenue = new CompensatedSum();
  // In order of size, so that the order of customers does not change a digit.
  const sorted = new Float64Array(spent);
  for (const total of sorted.sort()) revenue.add(total);
  checkSum(task, revenue.value);
  // In units of the mean, so that no cube overflows.
  const scale = powerOfTwoBelow(revenue.value / Math.max(1, ids.length));
  const ratio = clusteredRatio(
    spent.map((total) => total / scale),
    orderCounts,
    1 - level,
    method,
    seed,
  );
  const inMoney = (value: number | null): number | null =>
    value !== null && Number.isFinite(value * scale) ? value * scale : null;
  const { size: orders, afterAsOf, refunds } = purchases;
  return toEstimate<AverageOrderValueEstimate>(
    {
      metric: "averageOrderValue",
      unit: "money",
      estimate: inMoney(ratio.estimate),
      low: inMoney(ratio.low),
      high: inMoney(ratio.high),
      standardError: inMoney(ratio.standardError),
      level,
      method,
      n: ids.length,
      orders,
      revenue: revenue.value,
      afterAsOf,
      refunds,
    },
    [0, Infinity],
  );
}
