import { InvalidInputError, isInvalidInput } from "../errors.ts";
import { type Answer, type CsatOptions, type ScoreTally, tallyScores } from "../index.ts";
import { count } from "./groups.ts";

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
export function npsBands(): Bands {
  return {
    min: 0,
    max: 10,
    bands: [
      { to: 6, name: "Detractors", color: "bad" },
      { to: 8, name: "Passives", color: "neutral" },
      { to: 10, name: "Promoters", color: "good" },
    ],
  };
}

/** The cut of `csat`, which is not asked itself: its intervals would come with it into every page with a chart. */
export function satisfiedBands(
  task: string,
  scale: CsatOptions["scale"] = [1, 5],
  chosen: number | undefined,
): Bands {
  const [min, max] = Array.isArray(scale) && scale.length === 2 ? scale : [Number.NaN, 0];
  const points = max - min + 1;
  if (!(Number.isSafeInteger(min) && Number.isSafeInteger(max) && points > 1 && points <= 10_001))
    throw new InvalidInputError(task, "scale", "must be [min, max], two integers with min < max", scale);
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

/** Reads answers once, and checks each. */
export function readScores(task: string, answers: Iterable<Answer>, { min, max }: Bands): ScoreTally[] {
  try {
    const tally = tallyScores(answers);
    for (const { score } of tally) {
      if (score !== null && !(Number.isInteger(score) && score >= min && score <= max))
        throw new InvalidInputError(task, "answers", `must be integers from ${min} to ${max}`, score);
    }
    return tally;
  } catch (error) {
    if (!isInvalidInput(error)) throw error;
    throw new InvalidInputError(task, error.path, error.requirement, error.received);
  }
}

/** A bar: its lowest score, how many answers it holds, and the name of its band. */
export interface Bar {
  readonly score: number;
  readonly count: number;
  readonly band: string;
  /** What stands below it. */
  readonly tick: string;
}

/** Beyond this, bars are too thin: scores are put together. */
const MOST_BARS = 101;

/** A bar for each score of the scale, or for each `step` of them. */
export function barsOf(
  tally: readonly ScoreTally[],
  { bands, min, max }: Bands,
): { readonly bars: readonly Bar[]; readonly step: number } {
  const step = Math.ceil((max - min + 1) / MOST_BARS);
  // Steps are counted from the last cut, so that no bar lies on both sides of it; on the scale of NPS they are of 1.
  const cut = (bands.at(-2)?.to ?? 0) + 1;
  const barOf = (score: number): number => Math.max(min, cut + step * Math.floor((score - cut) / step));
  const counts = new Map<number, number>();
  for (let score = min; score <= max; score++) counts.set(barOf(score), 0);
  for (const { score, count: given } of tally) {
    if (score !== null) counts.set(barOf(score), (counts.get(barOf(score)) ?? 0) + given);
  }
  const bars = [...counts].map(([score, given]) => ({
    score,
    count: given,
    band: bands.find(({ to }) => score <= to)?.name ?? "",
    tick: `${score}${step > 1 ? "+" : ""}\n${count(given)}`,
  }));
  return { bars, step };
}
