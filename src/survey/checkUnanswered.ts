import { InvalidInputError } from "../errors.ts";
import type { Answer } from "../rows.ts";

/** Throws unless an answer whose score is no number on the scale is an unanswered one. */
export function checkUnanswered(
  task: string,
  answer: Answer,
  score: unknown,
  index: number,
  requirement: string,
): void {
  const row = typeof answer === "object" && answer !== null;
  // A row without the field is a misspelt name far more often than an unanswered question.
  if (row && !("score" in answer))
    throw new InvalidInputError(task, `answers[${index}]`, "must have a field score", answer);
  if (score !== null && score !== undefined)
    throw new InvalidInputError(task, `answers[${index}]${row ? ".score" : ""}`, requirement, score);
}
