import type { InstantOptions } from "./instantSchema.ts";

/** The record's own names for what a score row holds. */
export interface ScoreFields {
  /** The field with the answer. Default `"score"`. Every record must have it. */
  readonly score?: string;
  /** The field that says how many answers the record stands for. Named here, every record must have it. */
  readonly count?: string;
  /** The field with the time of the answer. Named here, every record must have it. */
  readonly at?: string;
}

/** How unknown records become score rows. */
export interface ScoreRowOptions extends InstantOptions {
  /**
   * Where to find score, count and time. A field that is not named is looked for under its own name: `score` must be
   * there, `count` and `at` may be.
   */
  readonly fields?: ScoreFields;
  /** Whether strict decimals in text, such as `"10"` or `"7.5"`, are numbers. Default false. */
  readonly numericStrings?: boolean;
  /**
   * Codes that mean unanswered, such as `11`, `"N/A"` or `""`. With `numericStrings`, 11 also stands for `"11"`.
   * `null` and `undefined` always mean it; the empty string only when it is listed.
   */
  readonly missing?: readonly (string | number | boolean | null)[];
}

/** A score row, and whatever else its record held. The fields that were read are renamed, not kept twice. */
export type ScoreRecord<Options extends ScoreRowOptions = ScoreRowOptions> = {
  readonly [field: string]: unknown;
  readonly score: number | null;
} & (Options extends { readonly fields: { readonly count: string } }
  ? { readonly count: number }
  : { readonly count?: number }) &
  (Options extends { readonly fields: { readonly at: string } }
    ? { readonly at: string | number }
    : { readonly at?: string | number });
