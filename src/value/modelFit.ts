import type { EstimateOptions, Interval } from "../estimate.ts";

/** What durations are measured in. */
export type TimeUnit = "day" | "week" | "month";

/**
 * How the intervals of parameters are made:
 * - `log` is Wald's on the logarithm of the parameter, so that it stays above 0.
 * - `profile` inverts the likelihood-ratio test [VenzonMoolgavkar1988]: better in small samples, and slower.
 */
export type FitMethod = "log" | "profile";

/** What every fit can be asked. */
export interface FitOptions extends EstimateOptions {
  /** Which intervals the parameters get. Default `"log"`. */
  readonly method?: FitMethod;
  /** What the durations of the rows are measured in. It is only written down in the fit. */
  readonly unit?: TimeUnit;
}

/** A model fitted by maximum likelihood: a record that survives `JSON.stringify`. */
export interface ModelFit<Model extends string = string, Parameter extends string = string> {
  /** The name that questions know the model by. */
  readonly model: Model;
  /** At the maximum of the likelihood; `null` where the data do not determine a parameter. */
  readonly parameters: Readonly<Record<Parameter, number | null>>;
  /** From the curvature of the log-likelihood at its maximum; `null` where that does not determine them. */
  readonly standardErrors: Readonly<Record<Parameter, number | null>>;
  /** At `level`, by `method`. */
  readonly intervals: Readonly<Record<Parameter, Interval>>;
  /** The covariance of the parameters, in their order; `null` where one of the two is not determined. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** With durations in the unit of the rows; of a maximum that is not finite, its limit. */
  readonly logLikelihood: number | null;
  /** The confidence level of `intervals`. */
  readonly level: number;
  /** How `intervals` were made. */
  readonly method: FitMethod;
  /** How many customers the likelihood is made of. */
  readonly n: number;
  /** What durations are measured in; `null` unless it was given. */
  readonly unit: TimeUnit | null;
  /** False when there is no finite maximum: see `reason`. Such a fit answers no questions. */
  readonly converged: boolean;
  /** The parameter that is at the end of its range, where the model turns into a simpler one; `null` for none. */
  readonly boundary: Parameter | null;
  /** What is not determined, and why; `null` when everything is. */
  readonly reason: string | null;
  /** Steps that the search took. */
  readonly iterations: number;
  /** The length of the gradient at the end, in logarithms of the parameters: 0 up to rounding at a maximum. */
  readonly gradientNorm: number | null;
}

/** What a question needs of a fit, so that published parameters can be asked as well. */
export interface FittedModel<Model extends string = string, Parameter extends string = string> {
  /** Which model the parameters belong to. */
  readonly model: Model;
  /** Published or fitted; `null` where a limiting model does not have one. */
  readonly parameters: Readonly<Record<Parameter, number | null>>;
  /** Must be true: a fit without a maximum has no answers. */
  readonly converged: boolean;
  /** Without it, answers have no standard error and no interval. */
  readonly covariance?: readonly (readonly (number | null)[])[] | undefined;
}
