import { InvalidInputError } from "../errors.ts";
import type { Answer } from "../rows.ts";
import { type ContrastEstimate, type ContrastOptions, contrastEstimate } from "../stats/contrastEstimate.ts";
import { countInRange, countScores } from "./countScores.ts";
import { checkScale, checkScaleRange, type Scale } from "./scale.ts";

/** What {@link netEase} returns: net ease in points, from -100 to 100, and the counts behind it. */
export interface NetEaseEstimate extends ContrastEstimate<"netEase"> {
  /** Answers from `easyFrom` to `easyTo`. */
  readonly easy: number;
  /** Answers in neither range. */
  readonly neutral: number;
  /** Answers from `difficultFrom` to `difficultTo`. */
  readonly difficult: number;
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
  /** The least that can be answered. */
  readonly scaleMin: number;
  /** The most that can be answered. */
  readonly scaleMax: number;
  /** Where the easy answers begin. */
  readonly easyFrom: number;
  /** Where they end. */
  readonly easyTo: number;
  /** Where the difficult answers begin. */
  readonly difficultFrom: number;
  /** Where these end. */
  readonly difficultTo: number;
}

/** The options of {@link netEase}. */
export interface NetEaseOptions extends ContrastOptions {
  /** The lowest and the highest possible answer. Default `[1, 7]`. */
  readonly scale?: Scale;
  /** The answers that count as easy, both ends included. Default `[6, 7]` on `[1, 7]`; any other scale needs it. */
  readonly easy?: Scale;
  /** The answers that count as difficult. Default `[1, 3]` on `[1, 7]`; any other scale needs it. */
  readonly difficult?: Scale;
}

/**
 * Net ease, in points from -100 to 100: the percentage who call it easy minus the percentage who call it difficult.
 * There is no standard cut, so the result says which one was used.
 *
 *     net ease = 100 (easy - difficult) / n
 *
 * @param answers - Integers on `scale`; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer on the scale, when the two ranges overlap or leave the
 *   scale, or an option is not valid.
 * @example
 * netEase([7, 6, 4, 2]).estimate; // => 25
 * @see docs/metrics/ces.md. Interval: Tango's score interval, [Tango1998].
 */
export function netEase(answers: Iterable<Answer>, options: NetEaseOptions = {}): NetEaseEstimate {
  const task = "compute netEase";
  const scale = checkScale(task, options.scale ?? [1, 7]);
  const [scaleMin, scaleMax] = scale;
  const usual = scaleMin === 1 && scaleMax === 7;
  const easyRange = checkScaleRange(task, "easy", options.easy ?? (usual ? [6, 7] : undefined), scale);
  const [easyFrom, easyTo] = easyRange;
  const difficultRange = checkScaleRange(
    task,
    "difficult",
    options.difficult ?? (usual ? [1, 3] : undefined),
    scale,
  );
  const [difficultFrom, difficultTo] = difficultRange;
  if (easyFrom <= difficultTo && difficultFrom <= easyTo)
    throw new InvalidInputError(task, "difficult", `must not overlap easy, [${easyRange}]`, difficultRange);
  const { counts, n, missing } = countScores(task, answers, scale);
  const easy = countInRange(counts, scale, easyRange);
  const difficult = countInRange(counts, scale, difficultRange);
  return {
    ...contrastEstimate("netEase", { positive: easy, negative: difficult, n }, options),
    easy,
    neutral: n - easy - difficult,
    difficult,
    missing,
    scaleMin,
    scaleMax,
    easyFrom,
    easyTo,
    difficultFrom,
    difficultTo,
  };
}
