import type { ContractParameter } from "./contractLikelihood.ts";
import { decisions } from "./contractLimits.ts";
import type { Contracts } from "./contractRows.ts";
import type { ModelFit } from "./modelFit.ts";
import { noFit } from "./toFit.ts";

/** The record of contracts that need no search; `undefined` when there is something to be found. */
export function unfittedContracts<Model extends string, Parameter extends ContractParameter>(
  model: Model,
  names: readonly Parameter[],
  { data, left, stayed, leftFirst, renewals }: Contracts,
  asked: Pick<ModelFit, "level" | "method" | "unit">,
): ModelFit<Model, Parameter> | undefined {
  const without = (reason: string): ModelFit<Model, Parameter> => noFit(model, names, data.n, asked, reason);
  const atZero = (boundary: "alpha" | "beta", reason: string): ModelFit<Model, Parameter> => {
    const fit = without(reason);
    const parameters = { ...fit.parameters, [boundary]: 0 };
    // Every model of contracts has an alpha and a beta.
    return { ...fit, parameters, logLikelihood: 0, converged: true, boundary: boundary as Parameter };
  };
  if (data.n === 0) return without("there are no customers");
  if (left + stayed === 0) return without("nobody has come to a renewal: every duration is 0");
  if (left === 0) return atZero("alpha", "nobody left: alpha falls to 0, and all stay for ever");
  if (left === leftFirst && stayed === 0)
    return atZero("beta", "everybody left at the first renewal: beta falls to 0");
  if (renewals.length >= names.length) return undefined;
  const apart = `${names.join(", ")} cannot be told apart`;
  if (renewals.length > 1) return without(`only two renewals were seen: ${apart}`);
  const share = (left / (left + stayed)).toPrecision(6);
  const ridge = without(`only renewal ${renewals[0]} was seen, where a share of ${share} left: ${apart}`);
  return { ...ridge, logLikelihood: decisions(left, stayed) };
}
