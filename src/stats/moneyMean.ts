import { type Estimate, type EstimateOptions, type Interval, toEstimate, UNDETERMINED } from "../estimate.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { bootstrapTotals, type Resampling } from "./bootstrapTotals.ts";
import { hallInterval } from "./hallInterval.ts";

/**
 * The interval for a mean amount of money:
 * - `hall` allows for the skewness of amounts by a transformation; closed-form, and closest to its level [Hall1992].
 * - `t` is Student's; too short, and too low, when amounts are skewed [Student1908].
 * - `bootstrap` is the bias-corrected and accelerated one of customers; slow for large cohorts [Efron1987].
 */
export type MoneyMethod = "hall" | "t" | "bootstrap";

/** Every {@link MoneyMethod}, the default first. */
export const MONEY_METHODS: readonly MoneyMethod[] = ["hall", "t", "bootstrap"];

/** What every mean amount of money can be asked. */
export interface MoneyOptions extends EstimateOptions {
  /** Which interval. Default `"hall"`. */
  readonly method?: MoneyMethod;
  /** The integer that fixes the resamples of `method: "bootstrap"`; nothing else is random. Default 1. */
  readonly seed?: number;
}

/** A mean amount of money with its interval. */
export interface MoneyMean<Metric extends string = string> extends Estimate<Metric> {
  readonly unit: "money";
  readonly method: MoneyMethod;
}

/** Amounts by their sums. */
export interface AmountSums {
  readonly n: number;
  readonly sum: CompensatedSum;
  readonly sumOfSquares: CompensatedSum;
  readonly sumOfCubes: CompensatedSum;
  /** The amounts themselves, for the bootstrap alone. */
  readonly values: () => Float64Array;
}

/**
 * The mean of n amounts, each in units of `scale`, with one of the intervals. An end beyond the range of doubles is
 * `null`, and both are where the amounts show no spread.
 *
 *     mean = sum / n,  SE = sqrt(sum of (x - mean)^2 / (n - 1) / n)
 */
export function moneyMean<Metric extends string>(
  metric: Metric,
  sums: AmountSums,
  scale: number,
  { level, method, seed }: Required<MoneyOptions>,
): MoneyMean<Metric> {
  const { n, sum, values } = sums;
  const mean = n === 0 ? 0 : sum.value / n;
  const { squares, cubes } = n === 0 ? { squares: 0, cubes: 0 } : deviations(sums, mean);
  const standardError = n > 1 && squares > 0 ? Math.sqrt(squares / (n - 1) / n) : null;
  let interval: Interval = UNDETERMINED;
  if (standardError !== null) {
    const alpha = 1 - level;
    const skewness = method === "hall" ? cubes / n / (squares / n) ** 1.5 : 0;
    interval =
      method === "bootstrap"
        ? bootstrapTotals(resamplingOf(values()), alpha, seed)
        : hallInterval({ n, mean, standardError, skewness }, alpha);
  }
  const inMoney = (value: number | null): number | null =>
    value !== null && Number.isFinite(value * scale) ? value * scale : null;
  return toEstimate<MoneyMean<Metric>>(
    {
      metric,
      unit: "money",
      estimate: inMoney(mean),
      low: inMoney(interval.low),
      high: inMoney(interval.high),
      standardError: inMoney(standardError),
      level,
      method,
      n,
    },
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  );
}

/** For each amount, a share of their squares or cubes that rounding in twice the digits may leave: 2^-100. */
const NOISE = 7.888609052210118e-31;

/**
 * The sums of (x - m)^2 and (x - m)^3 from those of x, x^2 and x^3, all in twice the digits of a double:
 *
 *     Q - m (2 S - m n),   C - m (3 Q - m (3 S - m n))
 *
 * What is no more than their rounding is 0: no spread, and no skewness.
 */
function deviations(
  { n, sum: S, sumOfSquares: Q, sumOfCubes: C }: AmountSums,
  m: number,
): { readonly squares: number; readonly cubes: number } {
  const squares = less(Q, m, lessTimes(2, S, m, n)).value;
  const cubes = less(C, m, less(scaled(3, Q), m, lessTimes(3, S, m, n))).value;
  const noise = n * NOISE * Q.value;
  return {
    squares: squares > noise ? squares : 0,
    cubes: squares > noise && Math.abs(cubes) > noise * Math.abs(m) ? cubes : 0,
  };
}

/** a - m b. */
function less(a: CompensatedSum, m: number, b: CompensatedSum): CompensatedSum {
  const rest = new CompensatedSum();
  rest.add(a.high);
  rest.add(a.low);
  rest.addProduct(-m, b.high);
  rest.addProduct(-m, b.low);
  return rest;
}

/** k a - m n. */
function lessTimes(k: number, a: CompensatedSum, m: number, n: number): CompensatedSum {
  const rest = scaled(k, a);
  rest.addProduct(-m, n);
  return rest;
}

/** k a. */
function scaled(k: number, a: CompensatedSum): CompensatedSum {
  const product = new CompensatedSum();
  product.addProduct(k, a.high);
  product.addProduct(k, a.low);
  return product;
}

/** Customers with the same amount are one kind; the kinds stand in the order of their amounts. */
function resamplingOf(values: Float64Array): Resampling {
  const kinds: number[] = [];
  const counts: number[] = [];
  const sorted = new Float64Array(values);
  for (const value of sorted.sort()) {
    if (value !== kinds.at(-1)) {
      kinds.push(value);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return {
    counts,
    size: 2,
    add: (totals, kind, times) => {
      totals[0] = (totals[0] ?? 0) + times * (kinds[kind] ?? 0);
      totals[1] = (totals[1] ?? 0) + times;
    },
    statistic: ([sum = 0, n = 0]) => sum / n,
  };
}
