import { checkCount, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { Answer, CsatOptions } from "../index.ts";

/** A run of scores: up to which one, how it is called, and its color in the theme. */
export interface Band {
  readonly to: number;
  readonly name: string;
  readonly color: "good" | "neutral" | "bad";
}

/** A scale in bands. */
export interface Bands {
  readonly min: number;
  readonly max: number;
  readonly bands: readonly Band[];
}

/** The bands of NPS, whose scale is its own. */
export const NPS_BANDS: Bands = {
  min: 0,
  max: 10,
  bands: [
    { to: 6, name: "Detractors", color: "bad" },
    { to: 8, name: "Passives", color: "neutral" },
    { to: 10, name: "Promoters", color: "good" },
  ],
};

/** The cut of `csat`, which is not asked itself: its intervals would come with it into every page with a chart. */
export function satisfiedBands(
  task: string,
  scale: CsatOptions["scale"] = [1, 5],
  chosen: number | undefined,
): Bands {
  const [min, max] = Array.isArray(scale) && scale.length === 2 ? scale : [Number.NaN, 0];
  const points = max - min + 1;
  if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && points > 1 && points <= MOST_BARS))
    throw new InvalidInputError(
      task,
      "scale",
      "must be [min, max], two integers with min < max <= min + 100",
      scale,
    );
  const top = points === 3 ? 1 : points > 3 && points < 8 ? 2 : points === 10 ? 3 : Number.NaN;
  const from = chosen ?? max - top + 1;
  if (!(Number.isInteger(from) && from > min && from <= max))
    throw new InvalidInputError(
      task,
      "satisfiedFrom",
      `must be an integer from ${min + 1} to ${max} on this scale`,
      chosen,
    );
  return {
    min,
    max,
    bands: [
      { to: from - 1, name: "Not satisfied", color: "bad" },
      { to: max, name: "Satisfied", color: "good" },
    ],
  };
}

/** How often each score was given; `null` is unanswered. Reads answers once, and checks each. */
export function readScores(
  task: string,
  answers: Iterable<Answer>,
  { min, max }: Bands,
): ReadonlyMap<number | null, number> {
  checkIterable(task, "answers", answers);
  const counts = new Map<number | null, number>();
  let index = 0;
  for (const answer of answers) {
    const row = typeof answer === "object" && answer !== null ? answer : { score: answer };
    const { score, count = 1 } = row;
    const unanswered = (score === null || score === undefined) && "score" in row;
    const path = `answers[${index}]`;
    if (!unanswered && !(Number.isInteger(score) && Number(score) >= min && Number(score) <= max))
      throw new InvalidInputError(task, path, `must have a score from ${min} to ${max}, or null`, answer);
    const key = score ?? null;
    counts.set(key, (counts.get(key) ?? 0) + checkCount(task, `${path}.count`, count, 1));
    index += 1;
  }
  return counts;
}

/** Beyond this, bars are too thin. */
const MOST_BARS = 101;
