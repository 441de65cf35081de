import { checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Answer } from "../rows.ts";
import { invalidScore, scoreOf, weightOf } from "./answer.ts";

/** The two ends of an answer scale, both of them possible answers. */
export type Scale = readonly [min: number, max: number];

/** How often each score of a scale was given. */
export interface ScoreCounts {
  /** `counts[i]` answers were `min + i`. */
  readonly counts: readonly number[];
  readonly n: number;
  /** How many were asked and did not answer. */
  readonly missing: number;
}

/** Counts the answers on an integer scale in one pass, without allocating per answer. */
export function countScores(task: string, answers: Iterable<Answer>, [min, max]: Scale): ScoreCounts {
  checkIterable(task, "answers", answers);
  // The last slot counts the unanswered.
  const slots = max - min + 1;
  const counts: number[] = new Array(slots + 1).fill(0);
  const add = (answer: Answer, index: number): void => {
    const slot = slotOf(task, answer, index, min, max);
    counts[slot] = (counts[slot] as number) + weightOf(task, answer, index);
  };
  if (isBytes(answers)) {
    if (!addBytes(counts, answers, min, max)) answers.forEach(add);
  } else if (isIndexed(answers)) {
    for (let index = 0; index < answers.length; index++) add(answers[index], index);
  } else {
    let index = 0;
    for (const answer of answers) add(answer, index++);
  }
  const missing = counts.pop() ?? 0;
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (!Number.isSafeInteger(n + missing))
    throw new InvalidInputError(
      task,
      "answers",
      "must stand for at most 2^53 - 1 answers in all",
      n + missing,
    );
  return { counts, n, missing };
}

function slotOf(task: string, answer: Answer, index: number, min: number, max: number): number {
  const score = scoreOf(task, answer, index);
  if (score === null) return max - min + 1;
  if (isIntegerIn(score, min, max)) return score - min;
  throw invalidScore(task, answer, index, `must be an integer from ${min} to ${max}`, score);
}

function isIntegerIn(score: unknown, min: number, max: number): score is number {
  return typeof score === "number" && score >= min && score <= max && Number.isInteger(score);
}

/** A histogram of bytes needs no check per answer. False, with nothing counted, when one is off the scale. */
function addBytes(counts: number[], bytes: Uint8Array, min: number, max: number): boolean {
  const histogram = new Float64Array(256);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    histogram[byte] = (histogram[byte] as number) + 1;
  }
  if (histogram.some((count, byte) => count > 0 && (byte < min || byte > max))) return false;
  for (let score = Math.max(min, 0); score <= Math.min(max, 255); score++)
    counts[score - min] = histogram[score] as number;
  return true;
}

function isBytes(answers: unknown): answers is Uint8Array {
  const tag = Object.prototype.toString.call(answers);
  return (
    ArrayBuffer.isView(answers) && (tag === "[object Uint8Array]" || tag === "[object Uint8ClampedArray]")
  );
}

function isIndexed(answers: unknown): answers is ArrayLike<Answer> {
  return Array.isArray(answers) || (ArrayBuffer.isView(answers) && "length" in answers);
}
