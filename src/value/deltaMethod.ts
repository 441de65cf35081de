import type { Ends } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";
import type { Answered } from "./answerRows.ts";
import type { Parameters } from "./fitParameters.ts";

/** On which scale an interval is symmetric: the logarithm keeps it above 0, the logit between 0 and 1. */
export type DeltaScale = "log" | "logit";

/** Writes numbers that depend on the parameters. */
export type Evaluate = (theta: Float64Array, values: Float64Array) => void;

// Half the width of a difference, in logarithms of the parameters. Its error is about 1e-8 of the slope of what is
// smooth on this scale, and so is that of rounding in the last three or four digits. 2^-12, as a literal: bundlers keep
// what is computed.
const STEP = 0.000244140625;
// A difference of so few last bits is rounding, not slope: 8 of them.
const ROUNDING = 1.7763568394002505e-15;

/**
 * Estimates of numbers that depend on the parameters, by the delta method [Oehlert1992]. With g the gradient of the
 * number f on its scale, by the logarithms of the parameters, and V the covariance of these,
 *
 *     s = sqrt(g' V g),   ends = scale^-1(scale(f) -+ z s),   standard error = s / scale'(f).
 *
 * g is made of central differences. A number that no parameter changes has a standard error of 0, and itself as both
 * ends. Without a covariance neither is known.
 *
 * @param size - How many numbers `evaluate` writes.
 */
export function deltaMethod(
  { theta, covariance }: Parameters,
  level: number,
  scale: DeltaScale,
  size: number,
): (evaluate: Evaluate) => Answered[] {
  const z = -normalQuantile((1 - level) / 2);
  const up = Math.exp(STEP);
  const at = theta.slice();
  const values = new Float64Array(size);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  const slopes = Array.from(theta, () => new Float64Array(size));
  return (evaluate) => {
    evaluate(theta, values);
    const answers: Answered[] = [];
    if (covariance === null) {
      for (const value of values) answers.push(answered(value, null, z, scale));
      return answers;
    }
    for (let i = 0; i < theta.length; i++) {
      if (covariance[i]?.[i] === 0) continue;
      const value = theta[i] as number;
      at[i] = value * up;
      evaluate(at, above);
      at[i] = value / up;
      evaluate(at, below);
      at[i] = value;
      const slope = slopes[i] as Float64Array;
      for (let k = 0; k < size; k++) slope[k] = slopeOf(above[k] as number, below[k] as number, scale);
    }
    for (let k = 0; k < size; k++)
      answers.push(answered(values[k] as number, errorOf(slopes, covariance, k), z, scale));
    return answers;
  };
}

function slopeOf(above: number, below: number, scale: DeltaScale): number {
  const difference = above - below;
  if (Math.abs(difference) <= ROUNDING * Math.max(above, below)) return 0;
  // log(above / below) of the odds or of the numbers: of nearly equal ones, without losing digits.
  const log = Math.log1p(difference / below);
  return (scale === "log" ? log : log - Math.log1p(-difference / (1 - below))) / (2 * STEP);
}

/** sqrt(g' V g); a covariance that is none may make it negative. */
function errorOf(slopes: readonly Float64Array[], covariance: readonly Float64Array[], k: number): number {
  let variance = 0;
  for (let i = 0; i < slopes.length; i++) {
    const row = covariance[i] as Float64Array;
    let product = 0;
    for (let j = 0; j < slopes.length; j++)
      product += (row[j] as number) * ((slopes[j] as Float64Array)[k] as number);
    variance += product * ((slopes[i] as Float64Array)[k] as number);
  }
  return Math.sqrt(Math.max(0, variance));
}

function answered(raw: number, s: number | null, z: number, scale: DeltaScale): Answered {
  // A sum of shares may be above 1 by rounding.
  const value = scale === "logit" ? Math.min(1, raw) : raw;
  if (!Number.isFinite(value)) return { estimate: null, low: null, high: null, standardError: null };
  if (s === null) return { estimate: value, low: null, high: null, standardError: null };
  const { low, high } = s === 0 ? { low: value, high: value } : endsOf(value, z * s, scale);
  const standardError = finite(s * value * (scale === "log" ? 1 : 1 - value));
  return { estimate: value, low: finite(low), high: finite(high), standardError };
}

function endsOf(value: number, width: number, scale: DeltaScale): Ends {
  if (scale === "log") return { low: value * Math.exp(-width), high: value * Math.exp(width) };
  const against = (1 - value) / value;
  return { low: 1 / (1 + against * Math.exp(width)), high: 1 / (1 + against * Math.exp(-width)) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
