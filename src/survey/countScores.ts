import { checkCount, checkIterable } from "../check.ts";
import type { Answer } from "../rows.ts";
import { checkUnanswered } from "./checkUnanswered.ts";

/** The two ends of an answer scale, both of them possible answers. */
export type Scale = readonly [min: number, max: number];

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
  const n = counts.reduce((sum, count) => sum + count, 0);
  checkCount(task, "the number of answers", n + missing);
  return { counts, n, missing };
}

/**
 * A histogram of bytes needs no check per answer. False for other lists, which are recognised without `instanceof` so
 * that those of another realm count too, and false when some byte is off the scale: then they do not add up.
 */
function countBytes(answers: unknown, counts: Float64Array, min: number): boolean {
  if (!/Uint8/.test(Object.prototype.toString.call(answers))) return false;
  const bytes = answers as Uint8Array;
  const histogram = new Float64Array(256);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    histogram[byte] = (histogram[byte] as number) + 1;
  }
  let onScale = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    counts[slot] = histogram[min + slot] ?? 0;
    onScale += counts[slot] as number;
  }
  return onScale === bytes.length;
}
