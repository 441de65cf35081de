import { checkCarries, checkNames } from "../check.ts";
import { readPurchases } from "../history/purchases.ts";
import type { Instant, TransactionRow } from "../rows.ts";
import { type ProportionOptions, proportionEstimate } from "../stats/proportionEstimate.ts";
import type { Bucket } from "../time/bucket.ts";
import { cohortActivity } from "./cohortActivity.ts";
import { type CohortCell, checkCells, checkIntervals } from "./cohortCell.ts";
import { cohortPeriods, type RetentionMode } from "./cohortPeriods.ts";

/** One cell of {@link cohortRetention}. */
export interface CohortRetentionCell extends CohortCell {
  /** The label of the bucket in which the cohort's customers first bought. */
  readonly cohort: string;
  /** Transactions left out because they are later than `asOf`; the same in every cell. */
  readonly afterAsOf: number;
  /** Transactions left out because their amount is below zero; the same in every cell. */
  readonly refunds: number;
}

/** The options of {@link cohortRetention}. */
export interface CohortRetentionOptions extends ProportionOptions {
  /** The periods to count in, such as `calendarMonths("America/Toronto")`. */
  readonly bucket: Bucket;
  /**
   * Up to when the transactions are known, itself included; a date includes its whole day in the zone of the bucket.
   * Default: the latest transaction, whose bucket so is not complete.
   */
  readonly asOf?: Instant;
  /** When a customer counts as retained. Default `"on"`. */
  readonly mode?: RetentionMode;
  /** For mode `"bracket"`: `[0, 1, 3, 7]` is the offsets 0, 1 to 2 and 3 to 6. */
  readonly brackets?: readonly number[];
}

/**
 * Cohort retention: of the customers who first bought in a bucket of time, the share who bought in each bucket
 * since, from 0 to 1.
 *
 *     retention = active / size
 *
 * One row per cell of the triangle: every cohort from the first to the bucket of `asOf`, cohorts ascending, each
 * with every offset that has begun. A cell in which nobody was active has 0; a cohort of nobody has `null`.
 *
 * @param transactions - Who bought when. A row with an amount below zero is a refund, and no activity.
 * @throws {InvalidInputError} When a field of a row or an option is not valid, or when there would be more than
 *   5 million cells.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-05" },
 *   { customerId: "bob", at: "2024-01-20" },
 *   { customerId: "ann", at: "2024-02-11" },
 * ];
 * const cells = cohortRetention(orders, { bucket: calendarMonths(), asOf: "2024-02-29" });
 * cells.map(({ cohort, offset, estimate }) => [cohort, offset, estimate]);
 * // => [["2024-01", 0, 1], ["2024-01", 1, 0.5], ["2024-02", 0, null]]
 * @see docs/metrics/cohort-retention.md. Interval: Wilson's, [Wilson1927].
 */
export function cohortRetention(
  transactions: Iterable<TransactionRow>,
  options: CohortRetentionOptions,
): CohortRetentionCell[] {
  const task = "compute cohortRetention";
  checkCarries(task, "options", options, ["bucket"]);
  checkNames(task, "option", options, ["bucket", "asOf", "mode", "brackets", "level", "method"]);
  const { bucket, asOf, mode = "on", brackets } = options;
  const periods = cohortPeriods(task, mode, brackets);
  const intervals = checkIntervals(task, options);
  const purchases = readPurchases(task, transactions, { bucket, asOf });
  const { size: rows, last, open, afterAsOf, refunds } = purchases;
  if (rows === 0 || last === undefined) return [];
  const first = purchases.bucket.reduce((a, b) => Math.min(a, b));
  const span = last - first + 1;
  checkCells(task, bucket, [first, span], periods.begunWithin);
  const { sizes, active, stride } = cohortActivity(purchases, [first, span], periods, mode === "onOrAfter");
  const cells: CohortRetentionCell[] = [];
  for (let cohort = 0; cohort < span; cohort++) {
    const begun = periods.begunWithin(span - cohort);
    if (begun === 0) break;
    const label = bucket.labelOf(first + cohort);
    const size = sizes[cohort] as number;
    for (let period = 0; period < begun; period++) {
      const x = active[cohort * stride + period] as number;
      const until = periods.untilOf(period);
      cells.push({
        cohort: label,
        offset: periods.offsetOf(period),
        until,
        size,
        active: x,
        complete: first + cohort + until <= open,
        afterAsOf,
        refunds,
        ...proportionEstimate("cohortRetention", x, size, intervals),
      });
    }
  }
  return cells;
}
