import { checkChoice, checkLevel } from "../check.ts";
import {
  DEFAULT_LEVEL,
  type Estimate,
  type EstimateOptions,
  type Interval,
  toEstimate,
  UNDETERMINED,
} from "../estimate.ts";
import { countedMoments } from "../math/moments.ts";
import { tQuantile } from "../math/studentT.ts";
import { bootstrapMean } from "./bootstrapMean.ts";
import { checkSeed, DEFAULT_SEED } from "./random.ts";

/**
 * The interval for a mean score:
 * - `t` is Student's; exact for normal values, clipped to the scale [Student1908].
 * - `bootstrap` is the bias-corrected and accelerated one, which follows the skew of the answers [Efron1987].
 */
export type MeanMethod = "t" | "bootstrap";

/** What every mean can be asked. */
export interface MeanOptions extends EstimateOptions {
  /** Which interval. Default `"t"`. */
  readonly method?: MeanMethod;
  /** The integer that fixes the resamples of `method: "bootstrap"`; nothing else is random. Default 1. */
  readonly seed?: number;
}

/** A mean score with its interval. */
export interface MeanEstimate<Metric extends string = string> extends Estimate<Metric> {
  /** In points of the scale. */
  readonly unit: "score";
  /** `"t"` unless asked otherwise. */
  readonly method: MeanMethod;
  /** Sample standard deviation (divisor n - 1); `null` for fewer than two answers, or answers all alike. */
  readonly standardDeviation: number | null;
}

const MEAN_METHODS: readonly MeanMethod[] = ["t", "bootstrap"];

/** The mean of `values`, each `counts[i]` times, with its interval; `range` is the scale. */
export function meanEstimate<Metric extends string>(
  metric: Metric,
  values: readonly number[],
  counts: ArrayLike<number>,
  range: readonly [min: number, max: number],
  { level = DEFAULT_LEVEL, method = "t", seed = DEFAULT_SEED }: MeanOptions,
): MeanEstimate<Metric> {
  const task = `compute ${metric}`;
  checkLevel(task, level);
  checkChoice(task, "method", method, MEAN_METHODS);
  checkSeed(task, seed);
  const { n, mean, sumOfSquares } = countedMoments(values, counts);
  const standardDeviation = n > 1 && sumOfSquares > 0 ? Math.sqrt(sumOfSquares / (n - 1)) : null;
  const standardError = standardDeviation === null ? null : standardDeviation / Math.sqrt(n);
  let interval: Interval = UNDETERMINED;
  if (standardError !== null) {
    const alpha = 1 - level;
    interval =
      method === "bootstrap"
        ? bootstrapMean(values, counts, alpha, seed)
        : tInterval(mean, standardError, n - 1, alpha);
  }
  const { low, high } = interval;
  return toEstimate<MeanEstimate<Metric>>(
    { metric, unit: "score", estimate: mean, low, high, standardError, level, method, n, standardDeviation },
    range,
  );
}

function tInterval(mean: number, standardError: number, df: number, alpha: number): Interval {
  const halfWidth = -tQuantile(alpha / 2, df) * standardError;
  return { low: mean - halfWidth, high: mean + halfWidth };
}
