import type { CoxTerm } from "./coxDesign.ts";
import type { CoxFit } from "./coxFit.ts";
import type { CoxSample } from "./coxSample.ts";

/** What a fit does not determine, and why; `null` when it determines everything. */
export function coxReason(
  { size, events, eventsWith }: CoxSample,
  terms: readonly CoxTerm[],
  fit: CoxFit,
): string | null {
  if (size === 0) return "there are no lifetimes";
  if (events === 0) return "nobody left";
  if (!fit.settled) return `no maximum of the likelihood was found in ${fit.iterations} iterations`;
  const named = (status: string): string[] =>
    terms.flatMap(({ name }, j) => (fit.status[j] === status ? [name] : []));
  const separated = terms.flatMap(({ name, indicator }, j) => {
    const status = fit.status[j];
    if (indicator && status === "falling" && eventsWith[j] === 0) return [`nobody with ${name} left`];
    if (indicator && status === "rising" && eventsWith[j] === events) return [`nobody without ${name} left`];
    if (status !== "rising" && status !== "falling") return [];
    const limit = status === "rising" ? "infinity" : "minus infinity";
    return [`the likelihood keeps rising as the coefficient of ${name} goes to ${limit}`];
  });
  const parts = [
    ["separation", separated],
    ["without information once separated", named("swallowed")],
    ["constant among those at risk", named("constant")],
    ["determined by the covariates before", named("dependent")],
  ] as const;
  const told = parts
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${listed(names)}`);
  return told.length === 0 ? null : told.join("; ");
}

/** The first of a list, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown}, and ${names.length - 5} more` : shown;
}
