import type { Answer } from "../rows.ts";
import { type MeanEstimate, type MeanOptions, meanEstimate } from "../stats/meanEstimate.ts";
import { countScores } from "./countScores.ts";
import { checkScale, pointsOf, type Scale } from "./scale.ts";

/** What {@link csatMean} returns: the mean score, on its scale. */
export interface CsatMeanEstimate extends MeanEstimate<"csatMean"> {
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
  /** What somebody wholly dissatisfied answers. */
  readonly scaleMin: number;
  /** What somebody wholly satisfied answers. */
  readonly scaleMax: number;
}

/** The options of {@link csatMean}. */
export interface CsatMeanOptions extends MeanOptions {
  /** The lowest and the highest possible answer. Default `[1, 5]`. */
  readonly scale?: Scale;
}

/**
 * Mean satisfaction, on the scale of the question. {@link csat}, the share of satisfied answers, is another number.
 *
 *     mean = sum of scores / n
 *
 * @param answers - Integers on `scale`; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, or an option is not valid.
 * @example
 * csatMean([5, 4, 3, 1]).estimate; // => 3.25
 * @see docs/metrics/csat.md. Intervals: Student's t, [Student1908]; bootstrap, [Efron1987].
 */
export function csatMean(answers: Iterable<Answer>, options: CsatMeanOptions = {}): CsatMeanEstimate {
  const task = "compute csatMean";
  const scale = checkScale(task, options.scale ?? [1, 5]);
  const { counts, missing } = countScores(task, answers, scale);
  const estimate = meanEstimate("csatMean", pointsOf(scale), counts, scale, options);
  return { ...estimate, missing, scaleMin: scale[0], scaleMax: scale[1] };
}
