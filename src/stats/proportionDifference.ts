import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type Ends } from "../estimate.ts";
import { type DifferenceEstimate, mover, toDifference } from "./difference.ts";
import type { ProportionOptions } from "./proportionEstimate.ts";
import { PROPORTION_METHODS, type ProportionMethod, proportionInterval } from "./proportionInterval.ts";

/** x of n. */
export interface Proportion {
  readonly x: number;
  readonly n: number;
}

/**
 * The difference of two independent shares, first minus second, from -1 to 1, recovered from the interval of each:
 * from two Wilson intervals it is Newcombe's hybrid score interval [Newcombe1998b].
 */
export function proportionDifference<Metric extends string>(
  metric: Metric,
  { x: xA, n: nA }: Proportion,
  { x: xB, n: nB }: Proportion,
  { level = DEFAULT_LEVEL, method = "wilson" }: ProportionOptions,
): DifferenceEstimate<Metric> {
  const task = `compute ${metric}`;
  checkLevel(task, level);
  checkChoice(task, "method", method, PROPORTION_METHODS);
  const [pA, pB] = [xA / nA, xB / nB];
  const known = nA > 0 && nB > 0;
  return toDifference({
    metric,
    unit: "share",
    estimate: known ? pA - pB : null,
    intervalAt: (alpha) => mover(pA, limits(method, xA, nA, alpha), pB, limits(method, xB, nB, alpha)),
    standardError: known ? Math.sqrt((pA * ((nA - xA) / nA)) / nA + (pB * ((nB - xB) / nB)) / nB) : null,
    level,
    method,
    nA,
    nB,
    range: [-1, 1],
  });
}

/**
 * The interval of one side, in 0..1 and around its estimate; but a Wald interval as it is, since recovering the
 * difference from two of those gives exactly the Wald interval of the difference.
 */
function limits(method: ProportionMethod, x: number, n: number, alpha: number): Ends {
  const raw = proportionInterval(method, x, n, alpha);
  if (method === "wald") return raw;
  const low = Math.min(x / n, Math.max(0, raw.low));
  return { low, high: Math.max(x / n, Math.min(1, raw.high)) };
}
