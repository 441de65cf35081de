/** A row that may stand for several identical observations. */
export interface Counted {
  /** How many identical observations this row stands for: a positive safe integer. Default 1. */
  readonly count?: number | bigint;
}

/** One answer to a survey question. `null` or `undefined` is unanswered. */
export interface ScoreRow extends Counted {
  readonly score: number | null | undefined;
}

/** A survey answer: a bare score, nothing at all (unanswered), or a {@link ScoreRow}. */
export type Answer = number | null | undefined | ScoreRow;

/** `Temporal.Instant`, `Temporal.ZonedDateTime` or `Temporal.PlainDate`, recognised by its tag. */
export interface TemporalLike {
  readonly [Symbol.toStringTag]: string;
  toString(): string;
}

/**
 * A point in time: a `Date`, milliseconds since 1970-01-01 UTC, or strict ISO 8601 text. Text with a time needs
 * `Z` or an offset. Text with a date only is a civil date: it belongs to no zone and never shifts.
 */
export type Instant = Date | number | string | TemporalLike;
