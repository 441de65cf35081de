import type { Help } from "../command.ts";

const SHARED = `Options:
  --score <column>       the answers (required); an empty cell is unanswered
  --missing <code>       a code that means unanswered, too; may be repeated
  --count <column>       how many answers a row stands for (default 1)
  --by <column>          one result for each value of the column; may be repeated
  --over <period>        one result for each day, week, month, quarter or year; needs --at
  --at <column>          when the answer was given: 2024-01-15 or 2024-01-15T10:30:00Z
  --time-zone <zone>     whose calendar the periods follow (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)
  --level <number>       confidence level (default 0.95)
  --minimum <n>          hide results of fewer answers than this
`;

function helpOf(description: string, own: string, examples: string): Help {
  return { usage: "--score <column>", description, options: `${own}\n${SHARED}`, examples };
}

export const scoreHelp: { readonly [Name in "nps" | "csat" | "ces"]: Help } = {
  nps: helpOf(
    "Computes the net promoter score, in points from -100 to 100.",
    `Options of nps:
  --method <name>        interval: score (default), adjustedWald or wald
`,
    `Examples:
  cx-metrics nps answers.csv --score recommend
  cx-metrics nps answers.csv --score recommend --missing 11 --by channel --by plan
  cx-metrics nps answers.csv --score recommend --over month --at respondedAt \\
    --time-zone America/Los_Angeles --csv
  zcat answers.csv.gz | cx-metrics nps - --score recommend --json
`,
  ),
  csat: helpOf(
    "Computes the customer satisfaction, the share of satisfied answers.",
    `Options of csat:
  --scale <min,max>      the lowest and the highest answer (default 1,5)
  --satisfied-from <n>   the lowest answer that counts as satisfied (default: the top two of 4 to
                         7 points, the top one of 3, the top three of 10)
  --method <name>        interval: wilson (default), clopperPearson, jeffreys, agrestiCoull or wald
`,
    `Examples:
  cx-metrics csat answers.csv --score satisfaction
  cx-metrics csat answers.csv --score satisfaction --scale 0,10 --satisfied-from 8 --by channel
`,
  ),
  ces: helpOf(
    "Computes the customer effort score, the mean answer.",
    `Options of ces:
  --scale <min,max>      the lowest and the highest answer (default 1,7)
  --direction <name>     highIsEasy (default) or lowIsEasy
  --method <name>        interval: t (default) or bootstrap
  --seed <n>             fixes the resamples of the bootstrap (default 1)
`,
    `Examples:
  cx-metrics ces answers.csv --score effort
  cx-metrics ces answers.csv --score effort --scale 1,5 --direction lowIsEasy --method bootstrap
`,
  ),
};
