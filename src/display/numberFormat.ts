import type { TableOptions } from "./tableOptions.ts";

/**
 * How the numbers of one column are written: whole ones without decimals, others with two, or four where all are
 * below one; a number that stands alone without ending zeros. What would look like 0 and is not, or is too long, is
 * written with a power of ten. Thousands are separated, except in ids and years.
 */
export function numberFormat(
  name: string,
  values: readonly unknown[],
  { locale = "en", digits }: TableOptions,
  isAlone = false,
): (value: number | bigint) => string {
  let most = 0;
  let isWhole = true;
  for (const value of values) {
    if (typeof value !== "number" && typeof value !== "bigint") continue;
    const size = Math.abs(Number(value));
    if (size > most) most = size;
    if (typeof value === "number" && !Number.isInteger(value)) isWhole = false;
  }
  const decimals = isWhole ? 0 : (digits ?? (most < 1 ? 4 : 2));
  const plain = new Intl.NumberFormat(locale, {
    minimumFractionDigits: isAlone ? 0 : decimals,
    maximumFractionDigits: decimals,
    useGrouping: !/(?:id|year)$/i.test(name),
    signDisplay: "negative",
  });
  const power = new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 2 });
  const least = 0.5 * 10 ** -decimals;
  return (value) => {
    const size = Math.abs(Number(value));
    return ((size < least && size > 0) || size >= 1e15 ? power : plain).format(value);
  };
}
