import { readDecimal } from "./decimal.ts";
import type { Reading } from "./reading.ts";
import type { ScoreRowOptions } from "./scoreRecord.ts";

/** Reads a value as a score, or as a count. */
export type Reader<Value> = (value: unknown) => Reading<Value>;

/** Scores are finite numbers; whether one is on the scale is the metric's to say. */
export function scoreReader({
  numericStrings = false,
  missing = [],
}: ScoreRowOptions): Reader<number | null> {
  const codes = new Set<unknown>(missing);
  const requirement = numericStrings
    ? 'must be a finite number, or a decimal in text such as "10" or "7.5"'
    : "must be a finite number";
  return (value) => {
    if (value === null || value === undefined || codes.has(value)) return { value: null };
    const number = numericStrings ? asNumber(value) : value;
    if (codes.has(number)) return { value: null };
    return isFiniteNumber(number) ? { value: number + 0 } : { problem: withRemedy(requirement, number) };
  };
}

/** Counts are positive safe integers; database drivers deliver them as BigInt. */
export function countReader({ numericStrings = false }: ScoreRowOptions): Reader<number> {
  return (value) => {
    const number = numericStrings ? asNumber(value) : value;
    const count = typeof number === "bigint" ? Number(number) : number;
    if (Number.isSafeInteger(count) && (count as number) > 0) return { value: count as number };
    return { problem: withRemedy("must be an integer from 1 to 2^53 - 1", number) };
  };
}

/** A decimal that is still text was not asked to be read as a number. */
function withRemedy(requirement: string, value: unknown): string {
  const isDecimal = typeof value === "string" && readDecimal(value) !== undefined;
  return isDecimal ? `${requirement}; to read numbers in text, set numericStrings: true` : requirement;
}

function asNumber(value: unknown): unknown {
  return typeof value === "string" ? (readDecimal(value) ?? value) : value;
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
