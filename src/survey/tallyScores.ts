import { checkIterable, checkRowCount } from "../check.ts";
import type { Answer } from "../rows.ts";
import { invalidScore, scoreOf, weightOf } from "./answer.ts";

/** A row of a tally: a score, `null` for unanswered, and how often it was given. */
export interface ScoreTally {
  readonly score: number | null;
  readonly count: number;
}

/**
 * Counts equal answers, so that many rows become few: every metric gives the same result for a tally as for the
 * rows. Ascending by score, the unanswered last. A stream folds with `tally = tallyScores([...tally, ...chunk])`.
 *
 * @param answers - Scores; `count` lets one row stand for many; `null` is unanswered.
 * @throws {InvalidInputError} When a score is not a finite number. Whether it is on the scale is the metric's to say.
 * @example
 * tallyScores([10, 9, 10, null]); // => [{ score: 9, count: 1 }, { score: 10, count: 2 }, { score: null, count: 1 }]
 * @see docs/guide/data-scripts.md.
 */
export function tallyScores(answers: Iterable<Answer>): ScoreTally[] {
  const task = "compute tallyScores";
  checkIterable(task, "answers", answers);
  const counts = new Map<number | null, number>();
  let index = 0;
  for (const answer of answers) {
    const score = scoreOf(task, answer, index);
    if (score !== null && !isFiniteNumber(score))
      throw invalidScore(task, answer, index, "must be a finite number", score);
    counts.set(score, (counts.get(score) ?? 0) + weightOf(task, answer, index));
    index += 1;
  }
  return [...counts]
    .map(([score, count]) => ({ score, count: checkRowCount(task, "the sum of counts", count) }))
    .sort((a, b) => (a.score === null ? 1 : b.score === null ? -1 : a.score - b.score));
}

function isFiniteNumber(score: unknown): score is number {
  return Number.isFinite(score);
}
