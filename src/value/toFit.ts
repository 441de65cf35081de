import type { Interval } from "../estimate.ts";
import { ldlFactors, ldlInverse } from "../math/ldl.ts";
import type { Minimum, Objective } from "../math/minimise.ts";
import { normalQuantile } from "../math/normal.ts";
import type { ModelFit } from "./modelFit.ts";
import { profileInterval } from "./profileInterval.ts";

/** The names of a model, and how its own scale becomes the user's. */
export interface Shape<Model extends string, Parameter extends string> {
  readonly model: Model;
  readonly parameters: readonly Parameter[];
  /** What each parameter is multiplied with to be in the user's unit. */
  readonly scales: readonly number[];
  /** What is added to the log-likelihood to have it in the user's unit. */
  readonly shift: number;
}

type Asked = Pick<ModelFit, "level" | "method" | "unit">;

/** The record of a maximum, in the user's unit; `objective` is minus the log-likelihood. */
export function toFit<Model extends string, Parameter extends string>(
  { model, parameters: names, scales, shift }: Shape<Model, Parameter>,
  objective: Objective,
  found: Minimum,
  n: number,
  { level, method, unit }: Asked,
): ModelFit<Model, Parameter> {
  const size = names.length;
  // A pivot may be tiny for good reason: that is told by the size of the standard errors.
  const factors = ldlFactors(found.hessian, size, 0);
  const known = factors.rank === size;
  const logCovariance = ldlInverse(factors);
  const values = names.map((_, i) => Math.exp(found.at[i] as number) * (scales[i] as number));
  const errorOf = (i: number): number | null => finite(Math.sqrt(logCovariance[i * size + i] as number));
  const z = -normalQuantile((1 - level) / 2);
  const intervalOf = (i: number): Interval => {
    const error = errorOf(i);
    // A profile is measured from a maximum.
    if (!known || error === null || (method === "profile" && !found.converged))
      return { low: null, high: null };
    const at = found.at[i] as number;
    const scale = scales[i] as number;
    const { low, high } =
      method === "profile"
        ? profileInterval(objective, found, i, error, z)
        : { low: at - z * error, high: at + z * error };
    const end = (value: number | null): number | null =>
      value === null ? null : finite(Math.exp(value) * scale);
    return { low: end(low), high: end(high) };
  };
  const record = <Value>(of: (i: number) => Value): Record<Parameter, Value> =>
    Object.fromEntries(names.map((name, i) => [name, of(i)])) as Record<Parameter, Value>;
  const norm = Math.sqrt(found.gradient.reduce((sum, value) => sum + value * value, 0));
  return {
    model,
    parameters: record((i) => finite(values[i] as number)),
    standardErrors: record((i) => (known ? scaled(errorOf(i), values[i] as number) : null)),
    intervals: record(intervalOf),
    covariance: names.map((_, i) =>
      names.map((__, j) => {
        const product = (values[i] as number) * (values[j] as number);
        return known ? scaled(logCovariance[i * size + j] as number, product) : null;
      }),
    ),
    logLikelihood: finite(shift - found.value),
    level,
    method,
    n,
    unit,
    converged: found.converged,
    boundary: null,
    reason: null,
    iterations: found.iterations,
    gradientNorm: finite(norm),
  };
}

/** The record of data that no likelihood can be made of. */
export function noFit<Model extends string, Parameter extends string>(
  model: Model,
  names: readonly Parameter[],
  n: number,
  { level, method, unit }: Asked,
  reason: string,
): ModelFit<Model, Parameter> {
  const record = <Value>(value: Value): Record<Parameter, Value> =>
    Object.fromEntries(names.map((name) => [name, value])) as Record<Parameter, Value>;
  return {
    model,
    parameters: record(null),
    standardErrors: record(null),
    intervals: record({ low: null, high: null }),
    covariance: names.map(() => names.map(() => null)),
    logLikelihood: null,
    level,
    method,
    n,
    unit,
    converged: false,
    boundary: null,
    reason,
    iterations: 0,
    gradientNorm: null,
  };
}

function scaled(value: number | null, factor: number): number | null {
  return value === null ? null : finite(value * factor);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
