import type { ContrastMethod, MeanMethod, ProportionMethod } from "../../src/index.ts";

/** Every interval of a contrast, the default first. */
export const contrastMethods: readonly ContrastMethod[] = ["score", "adjustedWald", "wald"];

/** Every interval of a share, the default first. */
export const proportionMethods: readonly ProportionMethod[] = [
  "wilson",
  "clopperPearson",
  "jeffreys",
  "agrestiCoull",
  "wald",
];

/** Every interval of a mean, the default first. */
export const meanMethods: readonly MeanMethod[] = ["t", "bootstrap"];
