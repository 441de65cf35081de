import { checkCarries } from "../check.ts";
import type { Estimate, Unit } from "../estimate.ts";
import { checkDigits } from "./checkDigits.ts";

/** How text for people is written. */
export interface FormatOptions {
  /** A BCP 47 language tag, which decides the digits, the decimal sign and the sign for per cent. Default `"en"`. */
  readonly locale?: string;
  /** Decimals shown. By default as many as the unit usually has: none for points and shares, two for scores. */
  readonly digits?: number;
}

const USUAL_DIGITS: Record<Unit, number> = {
  share: 0,
  points: 0,
  score: 2,
  money: 2,
  count: 0,
  time: 1,
  ratio: 2,
};

/**
 * An estimate as people read it, `48 (38 to 57)`: shares as per cent, `null` as an en dash (alone when nothing is
 * known), rounded half away from zero. Rounding happens here and nowhere else, so keep the record and format it last.
 *
 * @throws {InvalidInputError} When `digits` is not an integer from 0 to 20.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * formatEstimate(npsFromCounts({ promoters: 118, passives: 60, detractors: 22 })); // => "48 (38 to 57)"
 * @see docs/guide/reading-intervals.md.
 */
export function formatEstimate(
  record: Pick<Estimate, "estimate" | "low" | "high" | "unit">,
  options: FormatOptions = {},
): string {
  checkCarries("format an estimate", "estimate", record, ["unit", "estimate", "low", "high"]);
  const { unit, estimate, low, high } = record;
  const { locale = "en", digits = USUAL_DIGITS[unit] } = options;
  const { format } = new Intl.NumberFormat(locale, {
    style: unit === "share" ? "percent" : "decimal",
    minimumFractionDigits: checkDigits("format an estimate", digits, 20),
    maximumFractionDigits: digits,
    // Minus zero, and what rounds to it, is shown as 0.
    signDisplay: "negative",
  });
  const text = (value: number | null): string => (value === null ? "–" : format(value));
  const known = estimate !== null || low !== null || high !== null;
  return known ? `${text(estimate)} (${text(low)} to ${text(high)})` : "–";
}
