import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type Ends, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import {
  CONTRAST_METHODS,
  type Contrast,
  type ContrastMethod,
  contrastInterval,
  contrastMean,
} from "./contrastInterval.ts";

/** What every contrast of two shares can be asked. */
export interface ContrastOptions extends EstimateOptions {
  /** Which interval. Default `"score"`. */
  readonly method?: ContrastMethod;
}

/** A contrast of two shares, in points. */
export interface ContrastEstimate<Metric extends string = string> extends Estimate<Metric> {
  /** A hundred times the difference of two shares. */
  readonly unit: "points";
  /** `"score"` unless asked otherwise. */
  readonly method: ContrastMethod;
}

/** The contrast 100 (positive - negative) / n, from -100 to 100 points, with its interval. */
export function contrastEstimate<Metric extends string>(
  metric: Metric,
  contrast: Contrast,
  { level = DEFAULT_LEVEL, method = "score" }: ContrastOptions,
): ContrastEstimate<Metric> {
  const task = `compute ${metric}`;
  checkLevel(task, level);
  checkChoice(task, "method", method, CONTRAST_METHODS);
  const { positive, negative, n } = contrast;
  return toEstimate<ContrastEstimate<Metric>>(
    {
      metric,
      unit: "points",
      estimate: (100 * (positive - negative)) / n,
      ...inPoints(contrastInterval(method, contrast, 1 - level)),
      standardError: 100 * Math.sqrt(contrastMean(contrast, "wald").variance),
      level,
      method,
      n,
    },
    [-100, 100],
  );
}

/** A share, or a difference of shares, in points. */
export function inPoints({ low, high }: Ends): Ends {
  return { low: 100 * low, high: 100 * high };
}
