import { checkCarries, checkNames } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { civilDays } from "../history/civilDays.ts";
import { readPurchases } from "../history/purchases.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import type { CustomerId, Instant, TransactionRow } from "../rows.ts";
import { customerTotals } from "./customerTotals.ts";
import { checkSum } from "./purchaseOptions.ts";
import { checkBoundaries, MOST_BINS, type RfmBoundary, rfmBoundaries, scoreOf } from "./rfmBoundaries.ts";
import { RFM_SEGMENTS, type RfmSegment, rfmSegment } from "./rfmSegments.ts";

/** A customer of {@link rfm}. */
export interface RfmCustomer {
  /** Who they are in the rows. */
  readonly customerId: CustomerId;
  /** The civil date of the last purchase. */
  readonly lastAt: string;
  /** Civil days from then to `asOf`: this is what RFM calls recency, and short is good. */
  readonly daysSinceLast: number;
  /** Civil days with a purchase, the first included. */
  readonly frequency: number;
  /** All money spent, refunds taken off. */
  readonly monetary: number;
  /** From 1 to `bins`, which is best, as the other scores. */
  readonly recencyScore: number;
  /** Rises with `frequency`. */
  readonly frequencyScore: number;
  /** Rises with `monetary`. */
  readonly monetaryScore: number;
  /** By the scores of recency and frequency. */
  readonly segment: RfmSegment;
}

/** A segment of {@link rfm}: who is in it, and what they brought. */
export interface RfmSegmentRow {
  /** Its name. */
  readonly segment: RfmSegment;
  /** How many customers. */
  readonly n: number;
  /** Their share of all customers, from 0 to 1; `null` without customers. */
  readonly share: number | null;
  /** What they spent, refunds taken off. */
  readonly monetary: number;
}

/** What {@link rfm} returns: a record that holds tables. */
export interface Rfm {
  /** The function that made the record. */
  readonly metric: "rfm";
  /** How many scores there are. */
  readonly bins: number;
  /** How many customers. */
  readonly n: number;
  /** A row per customer, in order of first appearance. */
  readonly customers: readonly RfmCustomer[];
  /** A row per score from 2; new customers are scored by giving them to `rfm`. None without customers. */
  readonly boundaries: readonly RfmBoundary[];
  /** A row per segment, also for those without anybody. */
  readonly segments: readonly RfmSegmentRow[];
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** Rows with an amount below zero up to `asOf`: no purchases, and taken off what was spent. */
  readonly refunds: number;
  /** Of these, those of people without any purchase: left out, since they are no customers here. */
  readonly refundsWithoutPurchase: number;
}

/** The options of {@link rfm}. */
export interface RfmOptions {
  /** The day from which recency is counted back. Rows after it are left out. */
  readonly asOf: Instant;
  /** How many scores: an integer from 2 to 100. Default 5, or what `boundaries` have. */
  readonly bins?: number;
  /** The boundaries of an earlier result, by which these customers are scored. Default: of these customers. */
  readonly boundaries?: readonly RfmBoundary[];
  /** The zone whose civil days are counted. Default `"UTC"`. */
  readonly timeZone?: string;
}

/**
 * RFM scores and segments. Customers are put in bins of the same size by the days since their last purchase, by how
 * many days they bought on, and by what they spent. Equal values get equal scores, so with many ties some scores stay
 * empty. The segment follows from the recency and the frequency score.
 *
 * @param transactions - Every row needs an amount; one below zero is a refund.
 * @throws {InvalidInputError} When a row or an option is not valid, or when a sum of amounts overflows.
 * @example
 * const orders = [
 *   { customerId: "ann", at: "2024-01-10", amount: 30 },
 *   { customerId: "bob", at: "2024-01-20", amount: 10 },
 *   { customerId: "bob", at: "2024-02-15", amount: 50 },
 * ];
 * const { customers } = rfm(orders, { asOf: "2024-03-01", bins: 2 });
 * customers.map((row) => [row.customerId, row.daysSinceLast, row.recencyScore, row.segment]);
 * // => [["ann", 51, 1, "Hibernating"], ["bob", 15, 2, "Loyal customers"]]
 * @see docs/metrics/rfm.md. The method: [Hughes1994]. Quantiles: [HyndmanFan1996].
 */
export function rfm(transactions: Iterable<TransactionRow>, options: RfmOptions): Rfm {
  const task = "compute rfm";
  checkCarries(task, "options", options, ["asOf"]);
  checkNames(task, "option", options, ["asOf", "bins", "boundaries", "timeZone"]);
  const { asOf, timeZone = "UTC" } = options;
  const given = options.boundaries === undefined ? undefined : checkBoundaries(task, options.boundaries);
  const bins = binsOf(task, options.bins, given);
  const bucket = civilDays(task, timeZone);
  const purchases = readPurchases(task, transactions, { bucket, asOf, amounts: true, keepRefunds: true });
  const totals = customerTotals(task, purchases);
  const { ids, last, purchases: frequency, kept: monetary, refundsWithoutPurchase } = totals;
  const daysSinceLast = Float64Array.from(last, (day) => (purchases.last ?? 0) - day);
  const boundaries = given ?? rfmBoundaries({ daysSinceLast, frequency, monetary }, bins);
  const customers = ids.map((customerId, who): RfmCustomer => {
    const [days, times, money] = [daysSinceLast[who], frequency[who], monetary[who]] as [
      number,
      number,
      number,
    ];
    const recencyScore = scoreOf(boundaries, (boundary) => days < boundary.daysSinceLastBelow);
    const frequencyScore = scoreOf(boundaries, (boundary) => times > boundary.frequencyAbove);
    return {
      customerId,
      lastAt: bucket.labelOf(last[who] as number),
      daysSinceLast: days,
      frequency: times,
      monetary: money,
      recencyScore,
      frequencyScore,
      monetaryScore: scoreOf(boundaries, (boundary) => money > boundary.monetaryAbove),
      segment: rfmSegment(recencyScore, frequencyScore, bins),
    };
  });
  const { afterAsOf, refunds } = purchases;
  const n = customers.length;
  const segments = segmentRows(task, customers);
  return {
    metric: "rfm",
    bins,
    n,
    customers,
    boundaries,
    segments,
    afterAsOf,
    refunds,
    refundsWithoutPurchase,
  };
}

function binsOf(task: string, bins: number | undefined, given: readonly RfmBoundary[] | undefined): number {
  const known = given === undefined ? undefined : given.length + 1;
  const asked = bins ?? known ?? 5;
  if (Number.isInteger(asked) && asked >= 2 && asked <= MOST_BINS && asked === (known ?? asked)) return asked;
  const requirement =
    known === undefined
      ? `must be an integer from 2 to ${MOST_BINS}`
      : `must be ${known}, as boundaries have it`;
  throw new InvalidInputError(task, "bins", requirement, asked);
}

function segmentRows(task: string, customers: readonly RfmCustomer[]): RfmSegmentRow[] {
  return RFM_SEGMENTS.map((segment) => {
    const members = customers.filter((customer) => customer.segment === segment);
    const money = new CompensatedSum();
    for (const { monetary } of members) money.add(monetary);
    const share = customers.length === 0 ? null : members.length / customers.length;
    return { segment, n: members.length, share, monetary: checkSum(task, money.value) };
  });
}
