import { checkCarries, checkChoice, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { readPurchases } from "../history/purchases.ts";
import { scaleOf } from "../math/powerOfTwo.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import { momentsOfSums } from "../stats/amountMoments.ts";
import { checkMoneyOptions, type MoneyMean, type MoneyOptions, moneyMean } from "../stats/moneyMean.ts";
import type { Bucket } from "../time/bucket.ts";
import { checkCells } from "./cohortCell.ts";
import { spendCohorts, visitSpend } from "./cohortSpend.ts";

/** Which revenue a cell of {@link cohortRevenue} holds: that of its bucket, or all of it up to the bucket's end. */
export type CohortRevenueMode = "on" | "cumulative";

/** A cell of {@link cohortRevenue}: the mean revenue per customer of a cohort, in the unit of the amounts. */
export interface CohortRevenueCell extends MoneyMean<"cohortRevenue"> {
  /** The label of the bucket in which the cohort's customers first bought. */
  readonly cohort: string;
  /** How many buckets later: 0 is the cohort's own bucket. */
  readonly offset: number;
  /** How many customers the cohort has, whether they buy in this bucket or not; equals `n`. */
  readonly size: number;
  /** Whether the bucket was over at `asOf`. */
  readonly complete: boolean;
  /** The sum of the amounts, refunds subtracted. */
  readonly revenue: number;
  /** Of all rows: those after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Of all rows: refunds in a bucket before the customer's first purchase, or without any purchase; left out. */
  readonly refundsBefore: number;
}

/** The options of {@link cohortRevenue}. */
export interface CohortRevenueOptions extends MoneyOptions {
  /** The periods that cohorts and offsets are counted in, such as `calendarMonths("America/Toronto")`. */
  readonly bucket: Bucket;
  /** Up to when transactions are known. Default: the instant of the last row, so that its bucket is not complete. */
  readonly asOf?: Instant;
  /** Revenue of the bucket, or up to its end. Default `"on"`. */
  readonly mode?: CohortRevenueMode;
}

/**
 * Mean revenue per customer by cohort and age, beside `cohortRetention`. A cohort is everybody who first bought in a
 * bucket; who spends nothing later counts with 0.
 *
 *     cohort revenue = revenue / size
 *
 * @param transactions - Every row needs an amount; one below zero is a refund and is subtracted.
 * @returns The whole triangle: cohorts from first to last, offsets from 0. Nobody started: size 0, estimate `null`.
 * @throws {InvalidInputError} When a row or an option is not valid, when a sum of amounts overflows, or when there would
 *   be more than 5 million cells.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10", amount: 30 },
 *   { customerId: "bob", at: "2024-01-20", amount: 10 },
 *   { customerId: "bob", at: "2024-02-15", amount: 50 },
 * ];
 * const cells = cohortRevenue(orders, { bucket: calendarMonths(), asOf: "2024-02-29" });
 * cells.map((cell) => [cell.cohort, cell.offset, cell.estimate]);
 * // => [["2024-01", 0, 20], ["2024-01", 1, 25], ["2024-02", 0, null]]
 * @see docs/metrics/cohort-revenue.md. Intervals: Hall's, [Hall1992]; Student's t, [Student1908]; bootstrap of customers,
 * [Efron1987].
 */
export function cohortRevenue(
  transactions: Iterable<TransactionRow>,
  options: CohortRevenueOptions,
): CohortRevenueCell[] {
  const task = "compute cohortRevenue";
  checkCarries(task, "options", options, ["bucket"]);
  checkNames(task, "option", options, ["bucket", "asOf", "mode", "level", "method", "seed"]);
  const { bucket, asOf, mode = "on" } = options;
  checkChoice(task, "mode", mode, ["on", "cumulative"]);
  const asked = checkMoneyOptions(task, options);
  const purchases = readPurchases(task, transactions, { bucket, asOf, amounts: true, keepRefunds: true });
  const { open, afterAsOf, last = 0 } = purchases;
  const cohorts = spendCohorts(purchases);
  const { first, refundsBefore } = cohorts;
  if (first === Infinity) return [];
  const scale = scaleOf(purchases.amount ?? new Float64Array(0));
  const width = last - first + 1;
  checkCells(task, bucket, [first, width], (buckets) => buckets);
  const cells = new Array<CohortRevenueCell>((width * (width + 1)) / 2);
  visitSpend(purchases, cohorts, { cumulative: mode === "cumulative", scale, last }, (spend) => {
    const { cohort, offset, size, sum } = spend;
    const place = cohort - first;
    const revenue = sum.value * scale;
    const mean = moneyMean("cohortRevenue", momentsOfSums({ ...spend, n: size }), scale, asked);
    if (!Number.isFinite(revenue))
      throw new InvalidInputError(
        task,
        "transactions",
        "must have amounts whose sums do not overflow",
        revenue,
      );
    cells[place * width - (place * (place - 1)) / 2 + offset] = {
      cohort: bucket.labelOf(cohort),
      offset,
      size,
      complete: cohort + offset < open,
      revenue: revenue + 0,
      afterAsOf,
      refundsBefore,
      ...mean,
    };
  });
  return cells;
}
