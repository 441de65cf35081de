import { InvalidInputError } from "../errors.ts";
import type { TransactionRow } from "../rows.ts";
import { clusteredCurve } from "./clusteredSurvival.ts";
import { curveQuantile, type LifetimeQuantileEstimate } from "./curveQuantile.ts";
import type { LifetimeUnit } from "./lifetimesFromSubscriptions.ts";
import { type PurchaseGapOptions, readPurchaseGaps } from "./purchaseGaps.ts";
import { checkSurvivalOptions, type SurvivalOptions } from "./survivalInterval.ts";

/** A row of {@link timeBetweenPurchases}: the time by which a share of gaps has ended with another purchase. */
export interface TimeBetweenPurchasesEstimate extends LifetimeQuantileEstimate<"timeBetweenPurchases"> {
  /** The share of gaps that have ended by then. */
  readonly probability: number;
  /** What the times are measured in. */
  readonly timeUnit: LifetimeUnit;
  /** Gaps that ended with a purchase. */
  readonly gaps: number;
  /** Everybody with a purchase; each has one gap more, the last, which is open. So n = gaps + customers. */
  readonly customers: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero, left out. */
  readonly refunds: number;
}

/** The options of {@link timeBetweenPurchases}. */
export interface TimeBetweenPurchasesOptions extends PurchaseGapOptions, SurvivalOptions {
  /** Which quantiles, each strictly between 0 and 1. Default `[0.25, 0.5, 0.75]`. */
  readonly probabilities?: readonly number[];
}

/**
 * Quantiles of the time from one purchase to the next, in days unless another `unit` is asked for, from 0 up. The gap
 * since each customer's last purchase has not ended, and counts for as long as it has lasted [KaplanMeier1958]: without
 * it, the long gaps would be missing, and every quantile too short.
 *
 * A quantile is `null` when fewer gaps have ended than that. Gaps of one customer are alike, so the interval allows for
 * them belonging together.
 *
 * @param transactions - Orders of a customer on one civil day are one purchase. An amount below zero is a refund and no
 *   purchase; zero and a missing amount are purchases.
 * @returns One row for each of `probabilities`, in their order.
 * @throws {InvalidInputError} When a row or an option is not valid.
 * @example
 * const orders = ["2024-01-01", "2024-01-08", "2024-01-22"].map((at) => ({ customerId: "ann", at }));
 * const rows = timeBetweenPurchases(orders, { asOf: "2024-01-31", probabilities: [0.2, 0.5] });
 * rows.map((row) => [row.probability, row.estimate]); // => [[0.2, 7], [0.5, 14]]
 * @see docs/metrics/repeat-purchase.md. Interval: [BrookmeyerCrowley1982], from the clustered curve, [YingWei1994].
 */
export function timeBetweenPurchases(
  transactions: Iterable<TransactionRow>,
  options: TimeBetweenPurchasesOptions,
): TimeBetweenPurchasesEstimate[] {
  const task = "compute timeBetweenPurchases";
  const read = readPurchaseGaps(task, transactions, options, ["probabilities", "method", "level"]);
  const asked = checkSurvivalOptions(task, options);
  const probabilities = checkProbabilities(task, options.probabilities ?? [0.25, 0.5, 0.75]);
  const { size, duration, again, customer, customers, afterAsOf, refunds } = read;
  const lifetimes = { size, duration, churned: again, entry: undefined, count: undefined, n: size };
  const curve = clusteredCurve(lifetimes, customer);
  return probabilities.map((probability) => ({
    ...curveQuantile("timeBetweenPurchases", curve, probability, asked),
    timeUnit: options.unit ?? "day",
    gaps: size - customers,
    customers,
    afterAsOf,
    refunds,
  }));
}

function checkProbabilities(task: string, probabilities: readonly number[]): readonly number[] {
  if (!Array.isArray(probabilities))
    throw new InvalidInputError(task, "probabilities", "must be an array of numbers", probabilities);
  return Array.from(probabilities as readonly number[], (probability, index) => {
    if (typeof probability === "number" && probability > 0 && probability < 1) return probability;
    const path = `probabilities[${index}]`;
    throw new InvalidInputError(task, path, "must be strictly between 0 and 1", probability);
  });
}
