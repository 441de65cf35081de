import { type Estimate, toEstimate } from "../estimate.ts";
import type { CustomerId, TransactionRow } from "../rows.ts";
import type { Answered } from "./answerRows.ts";
import { clvCustomers } from "./clvCustomers.ts";
import { type ClvModel, type ClvOptions, type ClvSettings, checkClvOptions } from "./clvOptions.ts";
import { type Future, futureOf, spendOf, valuesOf } from "./clvValues.ts";
import { fitGammaGamma, type GammaGammaFit } from "./fitGammaGamma.ts";
import { logCovariance, type Parameters } from "./fitParameters.ts";
import { fitPurchases, LIMIT } from "./fitPurchases.ts";
import type { ModelFit, TimeUnit } from "./modelFit.ts";
import { checkSum } from "./purchaseOptions.ts";
import type { CustomerSummary } from "./summarizeCustomers.ts";

/** A customer of {@link clv}: what is known, and what is expected. */
export interface ClvRow extends Estimate<"clv"> {
  /** As in the transactions. */
  readonly customerId: CustomerId;
  /** Purchases after the first one. */
  readonly frequency: number;
  /** The age at the last purchase: from the first purchase to the last. Long is good. */
  readonly recency: number;
  /** From the first purchase to `asOf`. */
  readonly age: number;
  /** The mean spend of the repeat purchases; `null` for somebody who bought once. */
  readonly monetaryValue: number | null;
  /** How likely they still are a customer, from 0 to 1. */
  readonly probabilityAlive: number | null;
  /** Purchases within the horizon, undiscounted; `null` without a horizon. */
  readonly expectedPurchases: number | null;
  /** The same, or those of all times, with each discounted to `asOf`. */
  readonly discountedPurchases: number | null;
  /** Money per purchase; `null` also where it is infinite. */
  readonly expectedSpend: number | null;
}

/** What {@link clv} returns: one record, with a row for each customer. */
export interface Clv {
  /** What the record is about. */
  readonly metric: "clv";
  /** The model of purchases; that of spend is always Gamma-Gamma. */
  readonly model: ClvModel;
  /** What `horizon`, `discountRate` and the durations of the rows are measured in. */
  readonly timeUnit: TimeUnit;
  /** `null`: for ever. */
  readonly horizon: number | null;
  /** Effective, per `timeUnit`, from 0. */
  readonly discountRate: number;
  /** The share of revenue that counts as value: above 0, at most 1. */
  readonly margin: number;
  /** The confidence level of `total` and of each customer. */
  readonly level: number;
  /** How many customers there are. */
  readonly n: number;
  /** Rows after `asOf`, left out. */
  readonly afterAsOf: number;
  /** In order of first appearance. */
  readonly customers: readonly ClvRow[];
  /** The value of all of them together. */
  readonly total: Estimate<"clvTotal">;
  /** Why `total` is `null`, or that it is a limit's; `null` when all is well. */
  readonly reason: string | null;
  /** How often customers buy, and when they leave. */
  readonly purchaseFit: ModelFit<ClvModel>;
  /** How much they spend at a time. */
  readonly spendFit: GammaGammaFit;
}

/**
 * Customer lifetime value, the whole job in one call: what each customer is expected to bring in from `asOf` on.
 *
 *     CLV = margin D S,   D the discounted expected purchases, S the expected spend per purchase
 *
 * Customers are summarized as by {@link summarizeCustomers}, a model of purchases and the Gamma-Gamma model of spend are
 * fitted to them, and both asked about each. `low` and `high` are about the expectation, by the uncertainty of the two
 * fits; what one customer will really spend varies far more.
 *
 * @param transactions - Any iterable, read once. Each needs an amount, from 0.
 * @returns Estimates in the money of the amounts, from 0. Where a fit has no answer they are `null`, and `reason` says
 *   why.
 * @throws {InvalidInputError} When a row or an option is not valid. Never for reasons of the data.
 * @example
 * const orders = ["ann", "bob", "cem", "dia", "eli", "fay"].flatMap((customerId, who) =>
 *   [0, 9, 15, 31, 40, 58].slice(0, 1 + ((5 * who) % 6)).map((day, i) => ({
 *     customerId,
 *     at: new Date(Date.UTC(2024, 0, 1 + day)),
 *     amount: 20 + 7 * who + 3 * (i % 3),
 *   })),
 * );
 * const { customers, total } = clv(orders, { asOf: "2024-03-31", horizon: 90, margin: 0.3 });
 * [customers.length, total.n]; // => [6, 6]
 * @see docs/metrics/clv.md. Fader, Hardie and Lee (2005), "RFM and CLV" [FaderHardieLee2005b].
 */
export function clv(transactions: Iterable<TransactionRow>, options: ClvOptions): Clv {
  const task = "compute clv";
  const settings = checkClvOptions(task, options);
  const { model, unit, horizon, discountRate, margin, level } = settings;
  const { customers, afterAsOf } = clvCustomers(task, transactions, settings);
  const { fit: purchaseFit, asked } = fitPurchases(task, model, customers, { level, unit });
  const spendFit = fitGammaGamma(customers, { level });
  const future = asked && futureOf(asked, customers, settings);
  const spend = spendParameters(task, spendFit);
  const each = spend && spendOf(spend.theta, customers);
  const values = asked && future && spend && valuesOf(asked, spend, customers, future, settings);
  const infinite = each?.reduce((count, value) => count + Number(value === Infinity), 0) ?? 0;
  const n = customers.length;
  if (values && infinite === 0) checkSum(task, values[n]?.estimate ?? Infinity);
  return {
    metric: "clv",
    model,
    timeUnit: unit,
    horizon: horizon < Infinity ? horizon : null,
    discountRate,
    margin,
    level,
    n,
    afterAsOf,
    customers: customers.map((customer, i) => rowOf(customer, i, future, each, values?.[i], settings)),
    total: estimateOf("clvTotal", values?.[n], n, level),
    reason: n === 0 ? nobody(afterAsOf) : reasonOf(purchaseFit, asked !== undefined, spendFit, infinite),
    purchaseFit,
    spendFit,
  };
}

function rowOf(
  { customerId, frequency, recency, age, monetaryValue }: CustomerSummary,
  i: number,
  future: Future | undefined,
  spend: Float64Array | undefined,
  value: Answered | undefined,
  { level }: ClvSettings,
): ClvRow {
  return {
    customerId,
    frequency,
    recency,
    age,
    monetaryValue,
    ...estimateOf("clv", value, 1, level),
    probabilityAlive: finite(future?.alive[i]),
    expectedPurchases: finite(future?.purchases?.[i]),
    discountedPurchases: finite(future?.discounted[i]),
    expectedSpend: finite(spend?.[i]),
  };
}

function estimateOf<Metric extends string>(
  metric: Metric,
  value: Answered | undefined,
  n: number,
  level: number,
): Estimate<Metric> {
  const { estimate, low, high, standardError } = value ?? UNKNOWN;
  const answer = { estimate, low, high, standardError };
  const raw: Estimate<Metric> = { metric, unit: "money", ...answer, level, method: "delta", n };
  return toEstimate(raw, [0, Infinity]);
}

const UNKNOWN: Answered = { estimate: null, low: null, high: null, standardError: null };

function spendParameters(
  task: string,
  { converged, parameters, covariance }: GammaGammaFit,
): Parameters | undefined {
  const { p, q, v } = parameters;
  if (!converged || p === null || q === null || v === null) return undefined;
  const theta = Float64Array.of(p, q, v);
  return { theta, covariance: logCovariance(task, theta, [0, 1, 2], covariance, 3) };
}

function reasonOf(
  purchases: ModelFit,
  isAsked: boolean,
  spend: GammaGammaFit,
  infinite: number,
): string | null {
  const reasons: string[] = [];
  if (!purchases.converged) {
    const what = isAsked ? LIMIT : "no purchases can be expected";
    reasons.push(`${what}: ${purchases.reason}`);
  }
  if (!spend.converged) reasons.push(`no spend can be expected: ${spend.reason}`);
  if (infinite > 0)
    reasons.push(`the expected spend of ${infinite} customers is infinite: p x + q is at most 1`);
  return reasons.length === 0 ? null : reasons.join("; ");
}

function nobody(afterAsOf: number): string {
  const late = afterAsOf === 0 ? "" : `: all rows are later than asOf (${afterAsOf})`;
  return `there are no customers${late}`;
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value + 0 : null;
}
