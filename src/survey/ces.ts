import { checkChoice } from "../check.ts";
import type { Answer } from "../rows.ts";
import { type MeanEstimate, type MeanOptions, meanEstimate } from "../stats/meanEstimate.ts";
import { countScores } from "./countScores.ts";
import { checkScale, pointsOf, type Scale } from "./scale.ts";

/** Which end of the scale is the good one. It cannot be seen from the answers. */
export type CesDirection = "highIsEasy" | "lowIsEasy";

/** What {@link ces} returns: the mean score, on its scale. */
export interface CesEstimate extends MeanEstimate<"ces"> {
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
  /** The lowest possible answer. */
  readonly scaleMin: number;
  /** The highest possible answer. */
  readonly scaleMax: number;
  /** Whether a high mean is good news. */
  readonly direction: CesDirection;
}

/** The options of {@link ces}. */
export interface CesOptions extends MeanOptions {
  /** The lowest and the highest possible answer. Default `[1, 7]`. */
  readonly scale?: Scale;
  /**
   * `"highIsEasy"` (default) for agreement with "… made it easy for me", `"lowIsEasy"` for the effort question of
   * 2010. It changes no number; it says how to read it, and keeps the two forms apart in comparisons.
   */
  readonly direction?: CesDirection;
}

/**
 * Customer effort score: the mean answer, on the scale of the question.
 *
 *     CES = sum of scores / n
 *
 * @param answers - Integers on `scale`; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, or an option is not valid.
 * @example
 * ces([7, 6, 6, 3]).estimate; // => 5.5
 * @see docs/metrics/ces.md. Definition: [DixonFreemanToman2010]. Intervals: [Student1908], [Efron1987].
 */
export function ces(answers: Iterable<Answer>, options: CesOptions = {}): CesEstimate {
  const task = "compute ces";
  const scale = checkScale(task, options.scale ?? [1, 7]);
  const direction = checkChoice(task, "direction", options.direction ?? "highIsEasy", [
    "highIsEasy",
    "lowIsEasy",
  ]);
  const { counts, missing } = countScores(task, answers, scale);
  const estimate = meanEstimate("ces", pointsOf(scale), counts, scale, options);
  return { ...estimate, missing, scaleMin: scale[0], scaleMax: scale[1], direction };
}
