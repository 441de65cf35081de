import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type Ends } from "../estimate.ts";
import { type DifferenceEstimate, mover, toDifference } from "../stats/difference.ts";
import type { ProportionOptions } from "../stats/proportionEstimate.ts";
import {
  PROPORTION_METHODS,
  type ProportionMethod,
  proportionInterval,
} from "../stats/proportionInterval.ts";
import { type CsatCounts, checkCsatCounts } from "./csatFromCounts.ts";
import { checkSameScale } from "./scale.ts";

/** One side of {@link csatDifference}. A scale or a cut that both sides carry must be the same. */
export interface CsatGroup extends CsatCounts {
  readonly scaleMin?: number | null;
  readonly scaleMax?: number | null;
  readonly satisfiedFrom?: number | null;
}

/**
 * The difference of two satisfaction shares of different people, first minus second, from -1 to 1.
 *
 * @param a - Anything that carries `satisfied` and `n`: a result of {@link csat}, a row of a rollup, plain counts.
 * @param b - The same, of the other group.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, when `satisfied` is above `n`, when
 *   the two sides have different scales or cuts, or an option is not valid.
 * @example
 * csatDifference({ satisfied: 56, n: 70 }, { satisfied: 48, n: 80 }).estimate; // => 0.2
 * @see docs/metrics/csat.md. Interval: Newcombe's hybrid of the two Wilson intervals, [Newcombe1998b].
 */
export function csatDifference(
  a: CsatGroup,
  b: CsatGroup,
  { level = DEFAULT_LEVEL, method = "wilson" }: ProportionOptions = {},
): DifferenceEstimate<"csatDifference"> {
  const task = "compute csatDifference";
  checkLevel(task, level);
  checkChoice(task, "method", method, PROPORTION_METHODS);
  const { satisfied: xA, n: nA } = checkCsatCounts(task, "a", a);
  const { satisfied: xB, n: nB } = checkCsatCounts(task, "b", b);
  checkSameScale(task, a, b, ["scaleMin", "scaleMax", "satisfiedFrom"]);
  const [pA, pB] = [xA / nA, xB / nB];
  const known = nA > 0 && nB > 0;
  return toDifference({
    metric: "csatDifference",
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
