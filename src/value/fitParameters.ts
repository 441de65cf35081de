import { checkCarries, checkChoice } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { FittedModel } from "./modelFit.ts";

/** The parameters of a model, and how certain they are. */
export interface Parameters {
  readonly theta: Float64Array;
  /** The covariance of the logarithms of the parameters; 0 for those that are fixed. `null`: not known. */
  readonly covariance: readonly Float64Array[] | null;
}

/** A fit of one of these models that converged: only such a fit can be asked. */
export function checkFit(task: string, fit: object, models: readonly string[]): FittedModel {
  checkCarries(task, "fit", fit, ["model", "parameters", "converged"]);
  const { model, parameters, converged, covariance } = fit as FittedModel;
  checkChoice(task, "fit.model", model, models);
  checkCarries(task, "fit.parameters", parameters, []);
  if (converged === true) return { model, parameters, converged, covariance };
  const { reason } = fit as { readonly reason?: unknown };
  const because = typeof reason === "string" ? `, but ${reason}` : "";
  throw new InvalidInputError(task, "fit.converged", `must be true${because}`, converged);
}

/** A parameter that has to be a number above 0. */
export function checkParameter(task: string, parameters: FittedModel["parameters"], name: string): number {
  const value = parameters[name];
  if (typeof value === "number" && value > 0 && value < Infinity) return value;
  throw new InvalidInputError(task, `fit.parameters.${name}`, "must be a finite number above 0", value);
}

/**
 * cov(log p, log q) = cov(p, q) / (p q), by the delta method.
 *
 * @param places - Where each parameter stands in the covariance of the fit; -1 for one that is fixed.
 * @param size - How many parameters the covariance of the fit is of.
 */
export function logCovariance(
  task: string,
  theta: Float64Array,
  places: readonly number[],
  covariance: FittedModel["covariance"],
  size: number,
): readonly Float64Array[] | null {
  if (covariance === undefined || covariance === null) return null;
  const isList = (list: unknown): boolean => Array.isArray(list) && list.length === size;
  if (!isList(covariance) || !covariance.every(isList))
    throw new InvalidInputError(task, "fit.covariance", `must be ${size} rows of ${size}`, covariance);
  let known = true;
  const logs = places.map((row, i) =>
    Float64Array.from(places, (column, j) => {
      if (row < 0 || column < 0) return 0;
      const value = covariance[row]?.[column];
      if (value === null) known = false;
      else if (!(typeof value === "number" && Number.isFinite(value) && (i !== j || value >= 0))) {
        const requirement = `must be null or a finite number${i === j ? " from 0" : ""}`;
        throw new InvalidInputError(task, `fit.covariance[${row}][${column}]`, requirement, value);
      }
      return (value ?? 0) / (theta[i] as number) / (theta[j] as number);
    }),
  );
  return known ? logs : null;
}
