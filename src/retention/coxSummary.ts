import { type Estimate, toEstimate } from "../estimate.ts";
import { chiSquareTail } from "../math/chiSquare.ts";
import { ldlInverse } from "../math/ldl.ts";
import { normalCdf, normalQuantile } from "../math/normal.ts";
import { coxConcordance } from "./coxConcordance.ts";
import type { CoxTerm } from "./coxDesign.ts";
import type { CoxFit } from "./coxFit.ts";
import { type CoxTies, linearPredictor } from "./coxLikelihood.ts";
import { coxReason } from "./coxReason.ts";
import type { CoxRegression } from "./coxRegression.ts";
import type { CoxSample } from "./coxSample.ts";
import { timeTrends } from "./proportionalHazards.ts";

/** A chi-square test of all coefficients of a {@link CoxRegression} together. */
export interface CoxTest {
  /** From 0; `null` when it is not determined. */
  readonly statistic: number | null;
  /** How many coefficients the data tell apart. */
  readonly degreesOfFreedom: number;
  /** The probability of such a statistic or a larger one if no covariate mattered. */
  readonly pValue: number | null;
}

/** One coefficient of a {@link CoxRegression}; its numbers are `null` when the data do not determine it. */
export interface CoxCoefficient {
  /** The covariate; for a level of text `covariate=level`. */
  readonly covariate: string;
  /** For text, the level that this one is compared with. */
  readonly reference: string | null;
  /** The log of the hazard ratio of one unit. */
  readonly coefficient: number | null;
  /** Of `coefficient`. */
  readonly standardError: number | null;
  /** The lower end for `coefficient`. */
  readonly low: number | null;
  /** The upper end for `coefficient`. */
  readonly high: number | null;
  /** Of Wald's test that the coefficient is 0. */
  readonly pValue: number | null;
  /** By how much one unit multiplies the rate of leaving; above 1, they leave sooner. */
  readonly hazardRatio: number | null;
  /** `exp(low)`, from 0. */
  readonly hazardRatioLow: number | null;
  /** `exp(high)`. */
  readonly hazardRatioHigh: number | null;
}

/** A score test of a {@link CoxRegression} against a coefficient that changes with time. */
export interface ProportionalHazardsTest {
  /** A coefficient, or `"GLOBAL"` for all together. */
  readonly covariate: string;
  /** A chi-square, from 0; `null` where the coefficient is not determined. */
  readonly statistic: number | null;
  /** 1 for a coefficient; for `"GLOBAL"` as many as the data tell apart. */
  readonly degreesOfFreedom: number;
  /** Small when the hazard ratio is not constant over time. */
  readonly pValue: number | null;
}

interface Asked {
  readonly ties: CoxTies;
  readonly level: number;
  readonly n: number;
}

/** The record of a fit, in the units of the covariates. */
export function coxSummary(
  sample: CoxSample,
  terms: readonly CoxTerm[],
  fit: CoxFit,
  { ties, level, n }: Asked,
): CoxRegression {
  const { width, scale, events } = sample;
  const { beta, status, settled, rank } = fit;
  const known = events > 0 && settled;
  const converged = known && !status.some((each) => each === "rising" || each === "falling");
  const fitted = status.map((each) => known && each === "fitted");
  const inverse = ldlInverse(fit.information);
  const covariance = terms.map((_, j) =>
    terms.map((_, k) =>
      fitted[j] && fitted[k]
        ? finite((inverse[j * width + k] as number) / (scale[j] as number) / (scale[k] as number))
        : null,
    ),
  );
  const coefficients = terms.map(({ name, reference }, j): CoxCoefficient => {
    const standardError = fitted[j] ? Math.sqrt(inverse[j * width + j] as number) : NaN;
    const wald = waldNumbers(beta[j] as number, standardError, scale[j] as number, level);
    return { covariate: name, reference, ...wald };
  });
  const { logLikelihood, logLikelihoodNull } = fit;
  const wald = quadratic(sample, fit);
  const trends = converged && rank > 0 ? timeTrends(sample, fit, ties) : undefined;
  return {
    model: "coxRegression",
    ties,
    level,
    n,
    events,
    converged,
    reason: coxReason(sample, terms, fit),
    iterations: fit.iterations,
    logLikelihood: known ? finite(logLikelihood) : null,
    logLikelihoodNull: events > 0 ? finite(logLikelihoodNull) : null,
    likelihoodRatioTest: testOf(known ? Math.max(0, 2 * (logLikelihood - logLikelihoodNull)) : null, rank),
    waldTest: testOf(converged ? wald : null, rank),
    scoreTest: testOf(fit.score, rank),
    coefficients,
    covariance,
    concordance: concordanceOf(sample, fit, converged, level, n),
    proportionalHazards: [
      ...terms.map(({ name }, j) => ({ covariate: name, ...testOf(trends?.own[j] ?? null, 1) })),
      { covariate: "GLOBAL", ...testOf(trends?.global ?? null, trends?.degreesOfFreedom ?? 0) },
    ],
  };
}

function waldNumbers(beta: number, error: number, scale: number, level: number) {
  // Minus the lower quantile, whose tail keeps its digits however close the level is to 1.
  const z = -normalQuantile((1 - level) / 2);
  const [coefficient, standardError] = [beta / scale, error / scale];
  const determined = (value: number): number | null => (Number.isNaN(error) ? null : finite(value));
  const [low, high] = [coefficient - z * standardError, coefficient + z * standardError];
  return {
    coefficient: determined(coefficient),
    standardError: determined(standardError),
    low: determined(low),
    high: determined(high),
    pValue: determined(2 * normalCdf(-Math.abs(beta / error))),
    hazardRatio: determined(Math.exp(coefficient)),
    hazardRatioLow: determined(Math.exp(low)),
    hazardRatioHigh: determined(Math.exp(high)),
  };
}

/** Wald's statistic: beta' I beta, from I = L D L'. What is not fitted has a beta of 0. */
function quadratic({ width }: CoxSample, { beta, information }: CoxFit): number {
  let sum = 0;
  for (let k = 0; k < width; k++) {
    let value = beta[k] as number;
    for (let j = k + 1; j < width; j++)
      value += (information.lower[j * width + k] as number) * (beta[j] as number);
    sum += (information.pivots[k] as number) * value * value;
  }
  return sum;
}

function testOf(statistic: number | null, degreesOfFreedom: number): CoxTest {
  const known = statistic === null || degreesOfFreedom === 0 ? null : finite(statistic);
  return {
    statistic: known,
    degreesOfFreedom,
    pValue: known === null ? null : chiSquareTail(known, degreesOfFreedom),
  };
}

/** The interval is a normal one of log(C / (1 - C)), which stays between 0 and 1; without spread there is none. */
function concordanceOf(
  sample: CoxSample,
  { beta }: CoxFit,
  converged: boolean,
  level: number,
  n: number,
): Estimate<"concordance"> {
  const found = converged ? coxConcordance(sample, linearPredictor(sample, beta)) : null;
  const { estimate, standardError } = found ?? { estimate: null, standardError: null };
  const ends = { low: null as number | null, high: null as number | null };
  if (estimate !== null && estimate > 0 && estimate < 1 && standardError > 0) {
    const half = (-normalQuantile((1 - level) / 2) * standardError) / (estimate * (1 - estimate));
    const odds = (1 - estimate) / estimate;
    ends.low = 1 / (1 + odds * Math.exp(half));
    ends.high = 1 / (1 + odds * Math.exp(-half));
  }
  const raw = { estimate, ...ends, standardError, level, method: "logit", n };
  return toEstimate<Estimate<"concordance">>({ metric: "concordance", unit: "share", ...raw }, [0, 1]);
}

/** The number as JSON can hold it: no -0, and nothing for what is beyond the range of doubles. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
