// No exponent, no hexadecimal, no spaces, no thousands separators, no leading zeros: nothing that two readers could
// read differently.
const STRICT_DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** The number that a strict decimal such as `"10"`, `"-1"` or `"7.5"` writes; `undefined` for any other text. */
export function readDecimal(text: string): number | undefined {
  if (!STRICT_DECIMAL.test(text)) return undefined;
  const value = Number(text) + 0;
  return Number.isFinite(value) ? value : undefined;
}
