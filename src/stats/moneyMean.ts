import { type Estimate, type Interval, toEstimate, UNDETERMINED } from "../estimate.ts";
import { CompensatedSum } from "../math/compensatedSum.ts";
import { tQuantile } from "../math/studentT.ts";
import { bootstrapTotals, type Resampling } from "./bootstrapTotals.ts";
import type { MeanMethod, MeanOptions } from "./meanEstimate.ts";

/** A mean amount of money with its interval. */
export interface MoneyMean<Metric extends string = string> extends Estimate<Metric> {
  readonly unit: "money";
  readonly method: MeanMethod;
}

/** Amounts by their sums. */
export interface AmountSums {
  readonly n: number;
  readonly sum: CompensatedSum;
  readonly sumOfSquares: CompensatedSum;
  /** The amounts themselves, for the bootstrap alone. */
  readonly values: () => Float64Array;
}

/**
 * The mean of n amounts, each in units of `scale`, with Student's t interval [Student1908] or the bootstrap's
 * [Efron1987]. An end beyond the range of doubles is `null`.
 *
 *     mean = sum / n,  SE = sqrt(sum of (x - mean)^2 / (n - 1) / n),  ends = mean -+ t(n - 1) SE
 */
export function moneyMean<Metric extends string>(
  metric: Metric,
  { n, sum, sumOfSquares, values }: AmountSums,
  scale: number,
  { level, method, seed }: Required<MeanOptions>,
): MoneyMean<Metric> {
  const mean = n === 0 ? 0 : sum.value / n;
  const squares = n === 0 ? 0 : squaredDeviations(n, mean, sum, sumOfSquares);
  const standardError = n > 1 && squares > 0 ? Math.sqrt(squares / (n - 1) / n) : null;
  let interval: Interval = UNDETERMINED;
  if (standardError !== null) {
    const alpha = 1 - level;
    const halfWidth = method === "t" ? -tQuantile(alpha / 2, n - 1) * standardError : 0;
    interval =
      method === "t"
        ? { low: mean - halfWidth, high: mean + halfWidth }
        : bootstrapTotals(resamplingOf(values()), alpha, seed);
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

/** For each amount, a share of their squares that rounding in twice the digits may leave as a spread: 2^-100. */
const NOISE = 7.888609052210118e-31;

/** The sum of (x - m)^2 is Q - m (2 S - n m), where S and Q are the sums of x and of x^2; all in twice the digits. */
function squaredDeviations(n: number, m: number, S: CompensatedSum, Q: CompensatedSum): number {
  const rest = new CompensatedSum();
  rest.add(2 * S.high);
  rest.add(2 * S.low);
  rest.addProduct(-m, n);
  const deviations = new CompensatedSum();
  deviations.add(Q.high);
  deviations.add(Q.low);
  deviations.addProduct(-m, rest.high);
  deviations.addProduct(-m, rest.low);
  return deviations.value > n * NOISE * Q.value ? deviations.value : 0;
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
