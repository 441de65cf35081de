import type { CesOptions, ContrastOptions, CsatOptions } from "../../index.ts";
import { ces, csat, nps } from "../../index.ts";
import type { Command, Help } from "../command.ts";
import { scoreConsumer } from "./scoreConsumer.ts";
import { scoreHelp } from "./scoreHelp.ts";
import { readScoreSettings, SCORE_OPTIONS, type ScoreMetric } from "./scoreSettings.ts";

function scoreCommand(name: keyof typeof scoreHelp, summary: string, asked: ScoreMetric): Command {
  const help: Help = scoreHelp[name];
  return {
    name,
    summary,
    options: [...SCORE_OPTIONS, ...asked.options],
    flags: [],
    help,
    plan: (given) => {
      const settings = readScoreSettings(asked, given);
      return (source) => scoreConsumer(settings, source);
    },
  };
}

// An option from a command line is any text; the metric says which it takes, and that is reported as its own words.
export const scoreCommands: readonly Command[] = [
  scoreCommand("nps", "net promoter score, in points from -100 to 100", {
    options: [],
    counts: ["promoters", "passives", "detractors"],
    choose: (options) => (answers) => nps(answers, options as ContrastOptions),
  }),
  scoreCommand("csat", "customer satisfaction, the share of satisfied answers", {
    options: ["scale", "satisfied-from"],
    counts: ["satisfied"],
    choose: (options) => (answers) => csat(answers, options as CsatOptions),
  }),
  scoreCommand("ces", "customer effort score, the mean answer", {
    options: ["scale", "direction", "seed"],
    counts: ["standardDeviation"],
    choose: (options) => (answers) => ces(answers, options as CesOptions),
  }),
];
