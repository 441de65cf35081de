import { checkChoice, checkLevel, checkNames } from "../check.ts";
import { DEFAULT_LEVEL } from "../estimate.ts";
import type { Minimum } from "../math/minimise.ts";
import type { GroupedColumns } from "./groupedColumns.ts";
import type { FitMethod, FitOptions, ModelFit } from "./modelFit.ts";
import { negative, type Searched, searchMaximum } from "./searchMaximum.ts";
import { type Shape, toFit } from "./toFit.ts";

/** A model as the search for its maximum needs it. */
export interface ModelSpec<Model extends string, Parameter extends string>
  extends Shape<Model, Parameter>,
    Searched {
  /** The simpler models at the ends of the parameters' ranges. */
  readonly limits: readonly Limit<Parameter>[];
  /** Told when the maximum is not finite, of the simpler model that is left. */
  readonly atLimit?: AtLimit | undefined;
}

/** Takes a simpler model's fit, and what makes all the parameters of the model of its own. */
export type AtLimit = (simpler: LimitFit, thetaOf: ThetaOf) => void;

/** Finite parameters, in the user's unit, at which the model is its limit with parameters `own`, to eight digits. */
export type ThetaOf = (own: Float64Array) => Float64Array;

/** A simpler model, which the model tends to as parameters go to an end of their range. */
export interface Limit<Parameter extends string> {
  /** The parameter that is 0 there; `null` when there is no finite maximum. */
  readonly boundary: Parameter | null;
  /** What happens, and why: a clause that can stand behind others. */
  readonly reason: string;
  /** The values there of the parameters that the simpler model does not have. */
  readonly values: Readonly<Partial<Record<Parameter, number | null>>>;
  /** Without a finite maximum, how the limit can be asked all the same. */
  readonly thetaOf?: ThetaOf;
  /**
   * The simpler model's fit, in the user's unit; its parameters of the same names are taken over. Where that has no
   * finite maximum itself, `atLimit` is told of what is left, with parameters of the larger model. `method` is of the
   * intervals.
   */
  readonly fit: (atLimit: AtLimit, method: FitMethod) => LimitFit;
}

/** What is taken over from the fit of a simpler model. */
export type LimitFit = Pick<
  ModelFit,
  "parameters" | "standardErrors" | "intervals" | "covariance" | "logLikelihood" | "converged" | "reason"
>;

// How many starts are followed, and how many where these do not lead to a clear maximum.
const FEW = 2;
const MANY = 6;
// Parameters this large or small are on their way to an end of their range …
const FAR = 9;
// … and so are those about whose size nothing is known: the standard error of their logarithm.
const VAGUE = 3;
// Below this standard error the data leave no room for another maximum.
const SURE = 1;
// So little of the log-likelihood is rounding.
const ROUNDING = 1e-10;

/** Checks what every fit can be asked. */
export function checkFitOptions(
  task: string,
  options: FitOptions,
): { readonly level: number; readonly method: "log" | "profile"; readonly unit: ModelFit["unit"] } {
  checkNames(task, "option", options, ["level", "method", "unit"]);
  const { level = DEFAULT_LEVEL, method = "log", unit } = options;
  checkLevel(task, level);
  checkChoice(task, "method", method, ["log", "profile"]);
  if (unit !== undefined) checkChoice(task, "unit", unit, ["day", "week", "month"]);
  return { level, method, unit: unit ?? null };
}

/**
 * The maximum of a likelihood of grouped rows. Starts are screened on a sample, the best two followed there to their
 * maxima, and the better of these polished on all the data. Where the search does not end at a clear interior
 * maximum, more starts are followed, and what is found is compared with the simpler models at the ends of the
 * parameters' ranges.
 */
export function fitModel<Model extends string, Parameter extends string>(
  task: string,
  spec: ModelSpec<Model, Parameter>,
  data: GroupedColumns,
  options: FitOptions,
): ModelFit<Model, Parameter> {
  const asked = checkFitOptions(task, options);
  const objective = negative(spec.likelihood(data));
  const recordOf = (found: Minimum): ModelFit<Model, Parameter> =>
    toFit(spec, objective, found, data.n, asked);
  // Profile intervals take many searches: only of what is returned.
  const sketchOf = (found: Minimum): ModelFit<Model, Parameter> => ({
    ...toFit(spec, objective, found, data.n, { ...asked, method: "log" }),
    method: asked.method,
  });
  const first = searchMaximum(spec, data, FEW);
  if (isWithin(first, sketchOf(first), SURE)) return recordOf(first);
  // On the way to an end of the range, or where little is known, a higher maximum may have been passed by.
  const found = spec.limits.length === 0 ? first : searchMaximum(spec, data, MANY);
  const sketch = sketchOf(found);
  const simpler = withLimits(spec, sketch);
  if (simpler !== undefined) return simpler;
  const fit = recordOf(found);
  if (!fit.converged) return { ...fit, reason: NOWHERE };
  return isWithin(found, sketch, VAGUE) ? fit : { ...fit, reason: HARDLY };
}

const NOWHERE = "the search for a maximum did not end at one";
const HARDLY = "the likelihood is nearly flat: the parameters are hardly identified";

/** Whether a maximum is away from the ends of the range, with standard errors of the logarithms below `most`. */
function isWithin(
  { converged, at }: Minimum,
  { parameters, standardErrors }: ModelFit,
  most: number,
): boolean {
  return (
    converged &&
    at.every((value) => Math.abs(value) < FAR) &&
    Object.entries(parameters).every(([name, value]) => {
      const error = standardErrors[name];
      return value !== null && error != null && error / value < most;
    })
  );
}

/** The likeliest of the simpler models; `undefined` when the fit is likelier than all of them. */
function withLimits<Model extends string, Parameter extends string>(
  spec: ModelSpec<Model, Parameter>,
  fit: ModelFit<Model, Parameter>,
): ModelFit<Model, Parameter> | undefined {
  const highest = fit.logLikelihood ?? -Infinity;
  const least = highest - ROUNDING * Math.max(1, Math.abs(highest));
  let best: { readonly limit: Limit<Parameter>; readonly fit: LimitFit } | undefined;
  let told: Parameters<AtLimit> | undefined;
  for (const limit of spec.limits) {
    let nested: Parameters<AtLimit> | undefined;
    const simpler = limit.fit((...left) => {
      nested = left;
    }, "log");
    const reached = best?.fit.logLikelihood ?? least;
    // Of two that are as likely, the last, which is the simplest.
    if (simpler.logLikelihood === null || simpler.logLikelihood < reached) continue;
    best = { limit, fit: simpler };
    const { boundary, thetaOf } = limit;
    told = boundary === null && thetaOf !== undefined && simpler.converged ? [simpler, thetaOf] : nested;
  }
  if (best === undefined) return undefined;
  if (told !== undefined) spec.atLimit?.(...told);
  const { limit } = best;
  return merged(spec, fit, limit, fit.method === "log" ? best.fit : limit.fit(() => {}, fit.method));
}

/** The record of a maximum at an end of the range: the simpler model's numbers, under the names of the larger one. */
function merged<Model extends string, Parameter extends string>(
  { parameters: names }: Shape<Model, Parameter>,
  fit: ModelFit<Model, Parameter>,
  limit: Limit<Parameter>,
  simpler: LimitFit,
): ModelFit<Model, Parameter> {
  const own = Object.keys(simpler.parameters);
  const byName = <Value>(of: (name: Parameter) => Value): Record<Parameter, Value> =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Parameter, Value>;
  return {
    ...fit,
    parameters: byName((name) => simpler.parameters[name] ?? limit.values[name] ?? null),
    standardErrors: byName((name) => simpler.standardErrors[name] ?? null),
    intervals: byName((name) => simpler.intervals[name] ?? { low: null, high: null }),
    covariance: names.map((row) =>
      names.map((column) => simpler.covariance[own.indexOf(row)]?.[own.indexOf(column)] ?? null),
    ),
    logLikelihood: simpler.logLikelihood,
    converged: limit.boundary !== null && simpler.converged,
    boundary: limit.boundary,
    reason: simpler.converged ? limit.reason : [limit.reason, simpler.reason].join("; "),
  };
}
