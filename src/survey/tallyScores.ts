import { checkCount, checkIterable } from "../check.ts";
import type { Answer } from "../rows.ts";
import { checkUnanswered } from "./checkUnanswered.ts";

/** A row of a tally: a score, `null` for unanswered, and how often it was given. */
export interface ScoreTally {
  /** An answer as it was given. */
  readonly score: number | null;
  /** A positive safe integer. */
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
    const row = typeof answer === "object" && answer !== null ? answer : { score: answer };
    const { score, count = 1 } = row;
    const known = typeof score === "number" && Number.isFinite(score);
    if (!known) checkUnanswered(task, answer, score, index, "must be a finite number");
    const key = known ? score : null;
    counts.set(key, (counts.get(key) ?? 0) + checkCount(task, `answers[${index}].count`, count, 1));
    index += 1;
  }
  return [...counts]
    .map(([score, count]) => ({ score, count: checkCount(task, "the sum of counts", count) }))
    .sort((a, b) => (a.score === null ? 1 : b.score === null ? -1 : a.score - b.score));
}
