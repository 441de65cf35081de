import type { Answer } from "../rows.ts";
import {
  type ProportionEstimate,
  type ProportionOptions,
  proportionEstimate,
} from "../stats/proportionEstimate.ts";
import { countInRange, countScores } from "./countScores.ts";
import { checkScale, checkScaleRange, type Scale } from "./scale.ts";

/** What {@link easeShare} returns: the share of easy answers, from 0 to 1. */
export interface EaseShareEstimate extends ProportionEstimate<"easeShare"> {
  /** Answers from `easyFrom` to `easyTo`. */
  readonly easy: number;
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
  /** The first point of the scale. */
  readonly scaleMin: number;
  /** The last point of the scale. */
  readonly scaleMax: number;
  /** The lowest answer that counts as easy. */
  readonly easyFrom: number;
  /** The highest answer that counts as easy, below `scaleMax` where low answers are the easy ones. */
  readonly easyTo: number;
}

/** The options of {@link easeShare}. */
export interface EaseShareOptions extends ProportionOptions {
  /** The lowest and the highest possible answer. Default `[1, 7]`. */
  readonly scale?: Scale;
  /** The answers that count as easy, both ends included. Default `[5, 7]` on `[1, 7]`; any other scale needs it. */
  readonly easy?: Scale;
}

/**
 * The share of answers that call it easy, from 0 to 1.
 *
 *     ease share = easy / n
 *
 * @param answers - Integers on `scale`; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, or an option is not valid.
 * @example
 * easeShare([7, 6, 4, 2]).estimate; // => 0.5
 * @see docs/metrics/ces.md. Interval: Wilson's, [Wilson1927].
 */
export function easeShare(answers: Iterable<Answer>, options: EaseShareOptions = {}): EaseShareEstimate {
  const task = "compute easeShare";
  const scale = checkScale(task, options.scale ?? [1, 7]);
  const [scaleMin, scaleMax] = scale;
  const usual = scaleMin === 1 && scaleMax === 7;
  const range = checkScaleRange(task, "easy", options.easy ?? (usual ? [5, 7] : undefined), scale);
  const { counts, n, missing } = countScores(task, answers, scale);
  const easy = countInRange(counts, scale, range);
  const estimate = proportionEstimate("easeShare", easy, n, options);
  return { ...estimate, easy, missing, scaleMin, scaleMax, easyFrom: range[0], easyTo: range[1] };
}
