import { checkRowCount } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Answer } from "../rows.ts";

/** What an answer holds, not yet checked: its score, or `null` when unanswered. */
export function scoreOf(task: string, answer: Answer, index: number): unknown {
  if (typeof answer !== "object" || answer === null) return answer ?? null;
  const { score } = answer;
  if (score !== undefined) return score;
  // A row without the field is a misspelt name far more often than an unanswered question.
  if ("score" in answer) return null;
  throw new InvalidInputError(
    task,
    `answers[${index}]`,
    "must be a score, null or a row with a `score`",
    answer,
  );
}

/** How many identical answers this one stands for. */
export function weightOf(task: string, answer: Answer, index: number): number {
  if (typeof answer !== "object" || answer === null) return 1;
  const { count } = answer;
  return count === undefined ? 1 : checkRowCount(task, `answers[${index}].count`, count);
}

/** The error for a score that is none. */
export function invalidScore(
  task: string,
  answer: Answer,
  index: number,
  requirement: string,
  score: unknown,
): InvalidInputError {
  const path = typeof answer === "object" ? `answers[${index}].score` : `answers[${index}]`;
  return new InvalidInputError(task, path, requirement, score);
}
