import type { Contract } from "./contractModel.ts";
import { checkFit, checkParameter, logCovariance, type Parameters } from "./fitParameters.ts";
import type { FittedModel } from "./modelFit.ts";

/** A fitted model of contracts, or published parameters of one. */
export type FittedContract =
  | FittedModel<"sbg", "alpha" | "beta">
  | FittedModel<"bdw", "alpha" | "beta" | "c">;

/**
 * The parameters of a fit, checked: all above 0; or alpha is 0, where nobody leaves, or beta is 0, where everybody leaves
 * at the first renewal, and then the others may be `null` (`NaN` here).
 */
export function askContract(task: string, fit: FittedContract): Parameters {
  const { model, parameters, covariance } = checkFit(task, fit, ["sbg", "bdw"]);
  const names: readonly string[] = model === "sbg" ? ["alpha", "beta"] : ["alpha", "beta", "c"];
  const zero = names.find((name) => name !== "c" && parameters[name] === 0);
  const theta = Float64Array.from(names, (name) => {
    if (name === zero) return 0;
    if (zero !== undefined && parameters[name] === null) return NaN;
    return checkParameter(task, parameters, name);
  });
  const places = names.map((name, place) => (name === zero ? -1 : place));
  return { theta, covariance: logCovariance(task, theta, places, covariance, names.length) };
}

/** The parameters by name; the shifted-beta-geometric model has c = 1. */
export function contractOf(theta: Float64Array): Contract {
  return { alpha: theta[0] as number, beta: theta[1] as number, c: theta[2] ?? 1 };
}
