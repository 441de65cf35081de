import type { TableOptions } from "./tableOptions.ts";

/**
 * How the numbers of one column are written: with as many decimals as they need, but no more than two, or three where
 * all are below ten and four where all are below one. What would look like 0 and is not, or is too long, is written with
 * a power of ten. Thousands are separated, except in ids and years.
 */
export function numberFormat(
  name: string,
  values: readonly unknown[],
  { locale = "en", digits }: TableOptions,
): (value: number | bigint) => string {
  const numbers = values.filter((value) => typeof value === "number");
  const most = numbers.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  const cap = most < 1 ? 4 : most < 10 ? 3 : 2;
  const needed = numbers.reduce((decimals, value) => {
    // From here on they are written with a power of ten.
    if (Math.abs(value) >= 1e15) return decimals;
    const [, fraction = ""] = String(Number(value.toFixed(cap))).split(".");
    return Math.max(decimals, fraction.length);
  }, 0);
  const isWhole = numbers.every(Number.isInteger);
  const decimals = isWhole ? 0 : (digits ?? needed);
  const plain = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: !/(?:\b|_)id$|I[dD]$|[yY]ear$/.test(name),
    signDisplay: "negative",
  });
  const power = new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 2 });
  return (value) => {
    const size = Math.abs(Number(value));
    return ((size < 0.5 * 10 ** -decimals && size > 0) || size >= 1e15 ? power : plain).format(value);
  };
}
