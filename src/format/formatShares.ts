import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import { checkDigits } from "./checkDigits.ts";
import type { FormatOptions } from "./formatEstimate.ts";

/**
 * The parts of a whole as percentages that print as exactly 100 %: each is rounded down, and what is missing goes to
 * the largest remainders, the earlier part first among equal ones (Hamilton's method, [BalinskiYoung2001]).
 *
 * @param parts - Counts or shares, 0 or more each. Parts that sum to 0 have no shares: en dashes.
 * @throws {InvalidInputError} When a part is negative or not finite, or `digits` is not an integer from 0 to 10.
 * @throws {RangeError} When `locale` is not a language tag.
 * @example
 * formatShares([1, 1, 1]); // => ["34%", "33%", "33%"]
 * @see docs/guide/reading-intervals.md.
 */
export function formatShares(
  parts: Iterable<number>,
  { locale = "en", digits = 0 }: FormatOptions = {},
): string[] {
  const task = "format shares";
  checkIterable(task, "parts", parts);
  const { format } = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: checkDigits(task, digits, 10),
    maximumFractionDigits: digits,
  });
  const values = [...parts].map((part, index) => checkPart(task, index, part));
  const total = values.reduce((sum, part) => sum + part, 0);
  if (!Number.isFinite(total)) throw new InvalidInputError(task, "parts", "must have a finite sum", total);
  if (total === 0) return values.map(() => "–");
  const steps = 10 ** (digits + 2);
  return largestRemainder(
    values.map((part) => (part / total) * steps),
    steps,
  ).map((step) => format(step / steps));
}

/** Integers close to `quotas` that sum to `seats`. */
function largestRemainder(quotas: readonly number[], seats: number): number[] {
  const floors = quotas.map(Math.floor);
  const left = seats - floors.reduce((sum, floor) => sum + floor, 0);
  // Rounded, so that parts of equal size tie whatever the last bits of their quotas are.
  const remainder = (index: number): number =>
    Math.round(1e9 * ((quotas[index] ?? 0) - (floors[index] ?? 0)));
  const order = quotas.map((_, index) => index).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const index of order.slice(0, left)) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}

function checkPart(task: string, index: number, part: number): number {
  if (Number.isFinite(part) && part >= 0) return part + 0;
  throw new InvalidInputError(task, `parts[${index}]`, "must be a finite number from 0", part);
}
