/** A row that may stand for several identical observations. */
export interface Counted {
  /** How many identical observations this row stands for: a positive safe integer. Default 1. */
  readonly count?: number | bigint | undefined;
}

/** One answer to a survey question. `null` or `undefined` is unanswered. */
export interface ScoreRow extends Counted {
  /** On the scale of the question; which one is the metric's business. */
  readonly score: number | null | undefined;
}

/** A survey answer: a bare score, nothing at all (unanswered), or a {@link ScoreRow}. */
export type Answer = number | null | undefined | ScoreRow;

/** `Temporal.Instant`, `Temporal.ZonedDateTime` or `Temporal.PlainDate`, recognised by its tag. */
export interface TemporalLike {
  /** `"Temporal.Instant"`, `"Temporal.ZonedDateTime"` or `"Temporal.PlainDate"`. */
  readonly [Symbol.toStringTag]: string;
  /** ISO 8601 text, as `Temporal` writes it. */
  toString(): string;
}

/**
 * A point in time: a `Date`, milliseconds since 1970-01-01 UTC, or strict ISO 8601 text. Text with a time needs
 * `Z` or an offset. Text with a date only is a civil date: it belongs to no zone and never shifts.
 */
export type Instant = Date | number | string | TemporalLike;

/** What a group can be named by. */
export type Label = string | number | boolean | null;

/** Somebody's name in the rows. `1` and `"1"` are two customers. */
export type CustomerId = string | number;

/** Something a customer bought, or, with an amount below zero, got back. */
export interface TransactionRow {
  /** Whose purchase it was. */
  readonly customerId: CustomerId;
  /** When it was made. */
  readonly at: Instant;
  /** In any one currency and unit. Needed only where money is measured. */
  readonly amount?: number | undefined;
}

/** A stretch of time in which a customer subscribes: from `startedAt` up to `endedAt`, or still going on. */
export interface SubscriptionRow {
  /** Who subscribes; several rows may be theirs. */
  readonly customerId: CustomerId;
  /** The first instant that counts. */
  readonly startedAt: Instant;
  /** When it stopped; `null` or nothing while it lasts. */
  readonly endedAt?: Instant | null | undefined;
}

/** A subscription with what it brings in. */
export interface SubscriptionRevenueRow extends SubscriptionRow {
  /** Monthly recurring revenue in integer minor units, such as cents. */
  readonly mrr: number;
}

/** How long somebody has been a customer, and whether that is over. */
export interface LifetimeRow extends Counted {
  /** From 0, in any unit of time. */
  readonly duration: number;
  /** True when the customer left after `duration`; false when they were still there when last seen. */
  readonly churned: boolean;
  /** The age at which they came under observation: those who left before it could not have been seen. Default 0. */
  readonly entry?: number | undefined;
}

/**
 * How often a customer has bought, and when last: what models of repeat purchases read. Durations are in any one unit
 * of time, and all count from the customer's first purchase.
 */
export interface CustomerRow extends Counted {
  /** Passed through to the answers; rows without it are as good. */
  readonly customerId?: CustomerId | undefined;
  /** Repeat purchases: those after the first, an integer from 0. */
  readonly frequency: number;
  /**
   * The age at the last purchase: from the first purchase to the last, 0 for somebody who bought once. Long is good;
   * in RFM the same word means the time since the last purchase, `age - recency` here.
   */
  readonly recency: number;
  /** From the first purchase to the end of observation, no less than `recency`. */
  readonly age: number;
  /** The mean spend of the repeat purchases; `null` for somebody who bought once. Only models of spend read it. */
  readonly monetaryValue?: number | null | undefined;
  /** Purchases after the end of calibration, for a back-test. */
  readonly holdoutFrequency?: number | undefined;
}
