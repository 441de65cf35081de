import { checkChoice, checkLevel } from "../check.ts";
import { DEFAULT_LEVEL, type Ends } from "../estimate.ts";
import { normalQuantile } from "../math/normal.ts";
import { type ContrastOptions, inPoints } from "../stats/contrastEstimate.ts";
import {
  CONTRAST_METHODS,
  type Contrast,
  type ContrastMethod,
  contrastInterval,
  contrastMean,
} from "../stats/contrastInterval.ts";
import { type DifferenceEstimate, mover, toDifference } from "../stats/difference.ts";
import { checkNpsCounts, type NpsCounts } from "./npsFromCounts.ts";

/**
 * The difference of two net promoter scores of different people, first minus second, in points from -200 to 200.
 * The same people asked twice are paired data: this interval is then usually too wide.
 *
 * @param a - Anything that carries `promoters`, `passives` and `detractors`: a result of {@link nps}, a row of a
 *   rollup, plain counts.
 * @param b - The same, of the other group.
 * @throws {InvalidInputError} When a count is not a non-negative safe integer, or an option is not valid.
 * @example
 * const before = { promoters: 100, passives: 70, detractors: 30 };
 * const after = { promoters: 118, passives: 60, detractors: 22 };
 * npsDifference(after, before).estimate; // => 13
 * @see docs/metrics/nps.md. Interval: recovered from the two score intervals, [ZouDonner2008], [Tango1998].
 */
export function npsDifference(
  a: NpsCounts,
  b: NpsCounts,
  { level = DEFAULT_LEVEL, method = "score" }: ContrastOptions = {},
): DifferenceEstimate<"npsDifference"> {
  const task = "compute npsDifference";
  checkLevel(task, level);
  checkChoice(task, "method", method, CONTRAST_METHODS);
  const first = contrastOf(checkNpsCounts(task, "a", a));
  const second = contrastOf(checkNpsCounts(task, "b", b));
  const known = first.n > 0 && second.n > 0;
  const { centre: dA, variance: vA } = contrastMean(first, "wald");
  const { centre: dB, variance: vB } = contrastMean(second, "wald");
  return toDifference({
    metric: "npsDifference",
    unit: "points",
    estimate: known ? 100 * (dA - dB) : null,
    intervalAt: (alpha) => inPoints(differenceInterval(method, first, second, alpha)),
    standardError: known ? 100 * Math.sqrt(vA + vB) : null,
    level,
    method,
    nA: first.n,
    nB: second.n,
    range: [-200, 200],
  });
}

function contrastOf([promoters, passives, detractors]: [number, number, number]): Contrast {
  return { positive: promoters, negative: detractors, n: promoters + passives + detractors };
}

function differenceInterval(method: ContrastMethod, a: Contrast, b: Contrast, alpha: number): Ends {
  const { centre: dA, variance: vA } = contrastMean(a, method);
  const { centre: dB, variance: vB } = contrastMean(b, method);
  if (method === "score")
    return mover(dA, contrastInterval(method, a, alpha), dB, contrastInterval(method, b, alpha));
  const halfWidth = -normalQuantile(alpha / 2) * Math.sqrt(vA + vB);
  return { low: dA - dB - halfWidth, high: dA - dB + halfWidth };
}
