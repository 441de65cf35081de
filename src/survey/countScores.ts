import { checkCount, checkIterable } from "../check.ts";
import type { Answer } from "../rows.ts";
import { checkUnanswered } from "./checkUnanswered.ts";
import type { Scale } from "./scale.ts";

/** How often each score of a scale was given. */
export interface ScoreCounts {
  /** `counts[i]` answers were `min + i`. */
  readonly counts: Float64Array;
  readonly n: number;
  /** How many were asked and did not answer. */
  readonly missing: number;
}

/** Counts the answers on an integer scale in one pass, without allocating per answer. */
export function countScores(task: string, answers: Iterable<Answer>, [min, max]: Scale): ScoreCounts {
  checkIterable(task, "answers", answers);
  const counts = new Float64Array(max - min + 1);
  let missing = 0;
  if (!countBytes(answers, counts, min)) {
    // By index, at half the cost of an iterator.
    const indexed = Array.isArray(answers) || ArrayBuffer.isView(answers);
    const list = indexed ? (answers as unknown as ArrayLike<Answer>) : Array.from(answers);
    for (let index = 0; index < list.length; index++) {
      const answer = list[index];
      let score: unknown = answer;
      let weight = 1;
      if (typeof answer === "object" && answer !== null) {
        score = answer.score;
        const { count } = answer;
        if (count !== undefined) weight = checkCount(task, `answers[${index}].count`, count, 1);
      }
      if (typeof score === "number" && score >= min && score <= max && Math.floor(score) === score)
        counts[score - min] = (counts[score - min] as number) + weight;
      else {
        checkUnanswered(task, answer, score, index, `must be an integer from ${min} to ${max}`);
        missing += weight;
      }
    }
  }
  const n = sum(counts);
  checkCount(task, "n + missing", n + missing);
  return { counts, n, missing };
}

/**
 * Bytes need no check each: one off the scale falls outside `counts`, and then they do not add up. False in that case,
 * and for every other list; recognised without `instanceof`, so that bytes from another realm count too.
 */
function countBytes(answers: unknown, counts: Float64Array, min: number): boolean {
  if (!/Uint8/.test(Object.prototype.toString.call(answers))) return false;
  const bytes = answers as Uint8Array;
  for (let index = 0; index < bytes.length; index++) {
    const slot = (bytes[index] as number) - min;
    counts[slot] = (counts[slot] as number) + 1;
  }
  return sum(counts) === bytes.length;
}

/** How many answers lie in a run of points, both ends included. */
export function countInRange(counts: Float64Array, [min]: Scale, [from, to]: Scale): number {
  return sum(counts.subarray(from - min, to - min + 1));
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
