import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type Estimate, type EstimateOptions, toEstimate } from "../estimate.ts";
import { PROPORTION_METHODS, type ProportionMethod, proportionInterval } from "./proportionInterval.ts";

/** What every share can be asked. */
export interface ProportionOptions extends EstimateOptions {
  /** Which interval. Default `"wilson"`. */
  readonly method?: ProportionMethod;
}

/** A share, from 0 to 1. */
export interface ProportionEstimate<Metric extends string = string> extends Estimate<Metric> {
  /** Of the `n` observations. */
  readonly unit: "share";
  /** `"wilson"` unless asked otherwise. */
  readonly method: ProportionMethod;
}

/** The share x / n, from 0 to 1, with its interval. */
export function proportionEstimate<Metric extends string>(
  metric: Metric,
  x: number,
  n: number,
  { level = DEFAULT_LEVEL, method = "wilson" }: ProportionOptions,
): ProportionEstimate<Metric> {
  const task = `compute ${metric}`;
  checkLevel(task, level);
  checkChoice(task, "method", method, PROPORTION_METHODS);
  const p = x / n;
  const interval = proportionInterval(method, x, n, 1 - level);
  const standardError = Math.sqrt((p * ((n - x) / n)) / n);
  return toEstimate<ProportionEstimate<Metric>>(
    { metric, unit: "share", estimate: p, ...interval, standardError, level, method, n },
    [0, 1],
  );
}
