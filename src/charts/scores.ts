import { InvalidInputError, isInvalidInput } from "../errors.ts";
import {
  type Answer,
  type CsatOptions,
  csat,
  type Estimate,
  nps,
  type ScoreTally,
  tallyScores,
} from "../index.ts";
import { count } from "./groups.ts";

/** A run of scores: up to which one, how it is called, and its color in the theme. */
export interface Band {
  readonly to: number;
  readonly name: string;
  readonly color: "good" | "neutral" | "bad";
}

/** Answers on a scale, counted, and what a metric makes of them. */
export interface Scores {
  readonly tally: readonly ScoreTally[];
  readonly bands: readonly Band[];
  readonly min: number;
  readonly max: number;
  readonly estimate: Estimate & { readonly missing: number };
}

/** Reads answers once, and checks each; the errors are those of the metric, for this task. */
export function readScores(
  task: string,
  answers: Iterable<Answer>,
  kind: "nps" | "satisfied",
  options: Pick<CsatOptions, "scale" | "satisfiedFrom">,
): Scores {
  try {
    const cut = kind === "nps" ? undefined : csat([], options);
    const [min, max] = [cut?.scaleMin ?? 0, cut?.scaleMax ?? 10];
    const tally = tallyScores(answers);
    for (const { score } of tally) {
      if (score !== null && !(Number.isInteger(score) && score >= min && score <= max))
        throw new InvalidInputError(task, "answers", `must be integers from ${min} to ${max}`, score);
    }
    const bands: readonly Band[] =
      cut === undefined
        ? [
            { to: 6, name: "Detractors", color: "bad" },
            { to: 8, name: "Passives", color: "neutral" },
            { to: 10, name: "Promoters", color: "good" },
          ]
        : [
            { to: (cut.satisfiedFrom ?? max) - 1, name: "Not satisfied", color: "bad" },
            { to: max, name: "Satisfied", color: "good" },
          ];
    return { tally, bands, min, max, estimate: cut === undefined ? nps(tally) : csat(tally, options) };
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
export function barsOf({ tally, bands, min, max }: Scores): {
  readonly bars: readonly Bar[];
  readonly step: number;
} {
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
