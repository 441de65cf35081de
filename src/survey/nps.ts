import type { Answer } from "../rows.ts";
import { type ContrastEstimate, type ContrastOptions, contrastEstimate } from "../stats/contrastEstimate.ts";
import { countScores } from "./countScores.ts";

/** What {@link nps} returns: the net promoter score in points, from -100 to 100, and the counts behind it. */
export interface NpsEstimate extends ContrastEstimate<"nps"> {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers of 0 to 6. */
  readonly detractors: number;
  /** Asked, but not answered; not part of `n`. */
  readonly missing: number;
}

/** The options of {@link nps}: `level`, and `method` for the interval. */
export type NpsOptions = ContrastOptions;

/**
 * Net promoter score, in points from -100 to 100. The employee score, eNPS, is the same function.
 *
 *     NPS = 100 (promoters - detractors) / n
 *
 * @param answers - "How likely are you to recommend us?", integers from 0 to 10; `count` lets one row stand for
 *   many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not an integer from 0 to 10, or an option is not valid.
 * @example
 * nps([10, 9, 8, 3, null]).estimate; // => 25
 * @see docs/metrics/nps.md. Definition: [Reichheld2003]. Interval: Tango's score interval, [Tango1998].
 */
export function nps(answers: Iterable<Answer>, options: NpsOptions = {}): NpsEstimate {
  const { counts, n, missing } = countScores("compute nps", answers, [0, 10]);
  const passives = (counts[7] as number) + (counts[8] as number);
  const promoters = (counts[9] as number) + (counts[10] as number);
  return npsOf(promoters, passives, n - passives - promoters, missing, options);
}

/** The record for counts that have been checked. */
export function npsOf(
  promoters: number,
  passives: number,
  detractors: number,
  missing: number,
  options: NpsOptions,
): NpsEstimate {
  const n = promoters + passives + detractors;
  const contrast = { positive: promoters, negative: detractors, n };
  return { ...contrastEstimate("nps", contrast, options), promoters, passives, detractors, missing };
}
