import { type Interval, UNDETERMINED } from "../estimate.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { tQuantile } from "../math/studentT.ts";
import { bootstrapRatio } from "../stats/bootstrapRatio.ts";
import type { MoneyMethod } from "../stats/moneyMean.ts";
import { groupColumns } from "./groupedColumns.ts";

/** A ratio of two sums over customers, with its uncertainty; `null` what they do not determine. */
export interface ClusteredRatio extends Interval {
  readonly estimate: number | null;
  readonly standardError: number | null;
}

/** Where the distribution of (estimate - ratio) / SE departs from the normal one, see {@link ratioInterval}. */
interface Skewed {
  readonly n: number;
  readonly ratio: number;
  readonly standardError: number;
  readonly a: number;
  readonly b: number;
}

/**
 * R = sum y / sum x over n customers, who are independent where their single orders are not. By the delta method
 * [Cochran1977], with e = y - R x and means of it over customers:
 *
 *     SE = sqrt(mean e^2 / (n - 1)) / mean x
 */
export function clusteredRatio(
  y: Float64Array,
  x: Float64Array,
  alpha: number,
  method: MoneyMethod,
  seed: number,
): ClusteredRatio {
  const n = x.length;
  if (n === 0) return { ...UNDETERMINED, estimate: null, standardError: null };
  // Customers alike are one kind; kinds stand in an order that does not depend on that of the rows.
  const { columns, count: counts } = groupColumns([x, y], undefined);
  const [xs = x, ys = y] = columns;
  const [ySum, xSum, rest] = [new CompensatedSum(), new CompensatedSum(), new CompensatedSum()];
  for (let i = 0; i < counts.length; i++) {
    ySum.addProduct(ys[i] as number, counts[i] as number);
    xSum.addProduct(xs[i] as number, counts[i] as number);
  }
  const R = ySum.value / xSum.value;
  // What its rounding leaves: (sum y - R sum x) / sum x.
  rest.add(ySum.high);
  rest.add(ySum.low);
  rest.addProduct(-R, xSum.value);
  const correction = rest.value / xSum.value;
  const ratio = R + correction;
  const [squares, cubes, products] = [new CompensatedSum(), new CompensatedSum(), new CompensatedSum()];
  for (let i = 0; i < counts.length; i++) {
    const [own, count] = [new CompensatedSum(), counts[i] as number];
    own.add(ys[i] as number);
    own.addProduct(-R, xs[i] as number);
    own.addProduct(-correction, xs[i] as number);
    const e = own.value;
    // What the rounding of amounts alone leaves is nothing.
    if (Math.abs(e) <= 4 * Number.EPSILON * (ys[i] as number)) continue;
    squares.addProduct(e * e, count);
    cubes.addProduct(e * e * e, count);
    products.addProduct(e * (xs[i] as number), count);
  }
  const meanX = xSum.value / n;
  const deviation = Math.sqrt(squares.value / n);
  if (n < 2 || deviation === 0) return { ...UNDETERMINED, estimate: ratio, standardError: null };
  const standardError = deviation / Math.sqrt(n - 1) / meanX;
  const skewness = method === "hall" ? cubes.value / n / deviation ** 3 : 0;
  const bend = method === "hall" ? products.value / n / meanX / deviation : 0;
  const skewed = { n, ratio, standardError, a: skewness / 6, b: skewness / 3 - bend };
  const ends =
    method === "bootstrap"
      ? bootstrapRatio({ ys, xs, counts }, alpha, seed, "studentized")
      : ratioInterval(skewed, alpha);
  return { ...ends, estimate: ratio, standardError };
}

/**
 * Student's statistic T of the ratio, its skewness removed by Hall's monotone cubic transformation [Hall1992], which
 * takes any distribution of the form
 *
 *     P(T <= z) = Phi(z) + (a + b z^2) phi(z) / sqrt(n)
 *
 * For a mean a = g / 6 and b = g / 3, where g is its skewness. For a ratio g is that of e, and SE varies with the
 * numerator and, by mean x and by the R in e, with the denominator: b = g / 3 - mean (e x) / (mean x sqrt(mean e^2)).
 *
 *     t = T + (a + b T^2) / sqrt(n) + b^2 T^3 / (3 n)
 */
function ratioInterval({ n, ratio, standardError, a, b }: Skewed, alpha: number): Interval {
  const t = -tQuantile(alpha / 2, n - 1);
  const end = (quantile: number): number => {
    const w = (quantile - a / Math.sqrt(n)) / Math.sqrt(n);
    const r = Math.cbrt(1 + 3 * b * w);
    // T = sqrt(n) (r - 1) / b, where nothing cancels for a b near 0.
    return ratio - ((3 * w * Math.sqrt(n)) / (r * r + r + 1)) * standardError;
  };
  return { low: end(t), high: end(-t) };
}
