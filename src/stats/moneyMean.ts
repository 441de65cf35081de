import { checkChoice, checkLevel } from "../check.ts";
import {
  DEFAULT_LEVEL,
  type Estimate,
  type EstimateOptions,
  type Interval,
  toEstimate,
  UNDETERMINED,
} from "../estimate.ts";
import type { AmountMoments } from "./amountMoments.ts";
import { bootstrapTotals, type Resampling } from "./bootstrapTotals.ts";
import { hallInterval } from "./hallInterval.ts";
import { checkSeed, DEFAULT_SEED } from "./random.ts";

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

/** The options of a mean amount of money, each checked. */
export function checkMoneyOptions(
  task: string,
  { level = DEFAULT_LEVEL, method = "hall", seed = DEFAULT_SEED }: MoneyOptions,
): Required<MoneyOptions> {
  return {
    level: checkLevel(task, level),
    method: checkChoice(task, "method", method, MONEY_METHODS),
    seed: checkSeed(task, seed),
  };
}

/** A mean amount of money with its interval. */
export interface MoneyMean<Metric extends string = string> extends Estimate<Metric> {
  /** Whatever currency and unit the amounts came in. */
  readonly unit: "money";
  /** `"hall"` unless asked otherwise. */
  readonly method: MoneyMethod;
}

/**
 * The mean of n amounts, each in units of `scale`, with one of the intervals. An end beyond the range of doubles is
 * `null`, and both are where the amounts show no spread.
 *
 *     mean = sum / n,  SE = sqrt(sum of (x - mean)^2 / (n - 1) / n)
 */
export function moneyMean<Metric extends string>(
  metric: Metric,
  { n, mean, squares, cubes, values }: AmountMoments,
  scale: number,
  { level, method, seed }: Required<MoneyOptions>,
): MoneyMean<Metric> {
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
    [-Infinity, Infinity],
  );
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
