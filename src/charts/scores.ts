import { InvalidInputError } from "../errors.ts";
import { type Answer, type CsatOptions, tallyScores } from "../index.ts";

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

/** How often each score was given; `null` is unanswered. */
export function readScores(
  task: string,
  answers: Iterable<Answer>,
  { min, max }: Bands,
): ReadonlyMap<number | null, number> {
  const tally = tallyScores(answers);
  for (const { score } of tally) {
    if (score !== null && !(Number.isInteger(score) && score >= min && score <= max))
      throw new InvalidInputError(task, "answers", `must be integers from ${min} to ${max}`, score);
  }
  return new Map(tally.map(({ score, count }) => [score, count]));
}

/** Beyond this, bars are too thin. */
const MOST_BARS = 101;
