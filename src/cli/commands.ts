import type { CesOptions, ContrastOptions, CsatOptions, Scale } from "../index.ts";
import { type Answer, ces, csat, type Estimate, nps } from "../index.ts";

/** The options of all metrics, as far as they were given. The metrics themselves check them. */
export interface MetricOptions {
  readonly level?: number;
  readonly method?: string;
  readonly seed?: number;
  readonly scale?: Scale;
  readonly satisfiedFrom?: number;
  readonly direction?: string;
}

/** A metric with its options filled in. */
export type ChosenMetric = (answers: Iterable<Answer>) => Estimate;

/** One of the things that the command computes. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The options it takes beside those that all commands take. */
  readonly options: readonly string[];
  /** The fields of a result, beside the shared ones, that the table for people shows. */
  readonly counts: readonly string[];
  choose(options: MetricOptions): ChosenMetric;
}

// An option from a command line is any text; the metric says which it takes, and that is reported as its own words.
export const commands: readonly Command[] = [
  {
    name: "nps",
    summary: "net promoter score, in points from -100 to 100",
    options: [],
    counts: ["promoters", "passives", "detractors"],
    choose: (options) => (answers) => nps(answers, options as ContrastOptions),
  },
  {
    name: "csat",
    summary: "customer satisfaction, the share of satisfied answers",
    options: ["scale", "satisfied-from"],
    counts: ["satisfied"],
    choose: (options) => (answers) => csat(answers, options as CsatOptions),
  },
  {
    name: "ces",
    summary: "customer effort score, the mean answer",
    options: ["scale", "direction", "seed"],
    counts: ["standardDeviation"],
    choose: (options) => (answers) => ces(answers, options as CesOptions),
  },
];

export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}
