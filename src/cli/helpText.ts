import { type Command, commands } from "./commands.ts";

/** The help of one command, or of all. */
export function helpText(command: Command | undefined): string {
  return command === undefined
    ? general()
    : `${usageOf(command)}\n${SHARED}\n${EXAMPLES[command.name] ?? ""}`;
}

function general(): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(6)}${summary}`).join("\n");
  return `Usage: cx-metrics <command> <file.csv> --score <column> [options]

Customer-experience metrics of a CSV file, each with its confidence interval.

Commands:
${list}

Give - as the file to read standard input.
cx-metrics <command> --help lists the options, cx-metrics --version prints the version.

${EXAMPLES.nps}
Exit codes: 0 fine, 1 failure, 2 usage, 3 invalid data.
`;
}

function usageOf({ name, summary }: Command): string {
  return `Usage: cx-metrics ${name} <file.csv> --score <column> [options]

Computes the ${summary}.

${OWN[name]}`;
}

const OWN: Readonly<Record<string, string>> = {
  nps: `Options of nps:
  --method <name>        interval: score (default), adjustedWald or wald
`,
  csat: `Options of csat:
  --scale <min,max>      the lowest and the highest answer (default 1,5)
  --satisfied-from <n>   the lowest answer that counts as satisfied (default: the top two of 4 to
                         7 points, the top one of 3, the top three of 10)
  --method <name>        interval: wilson (default), clopperPearson, jeffreys, agrestiCoull or wald
`,
  ces: `Options of ces:
  --scale <min,max>      the lowest and the highest answer (default 1,7)
  --direction <name>     highIsEasy (default) or lowIsEasy
  --method <name>        interval: t (default) or bootstrap
  --seed <n>             fixes the resamples of the bootstrap (default 1)
`,
};

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
  --delimiter <char>     what separates cells (default ,); \\t for a tab
  --skip-lines <n>       lines before the header to leave out
  --skip-rows <n>        records after the header that are no data (Qualtrics has 2)
  --json, --csv          print the full records instead of a table
  -h, --help             print this
`;

const EXAMPLES: Readonly<Record<string, string>> = {
  nps: `Examples:
  cx-metrics nps answers.csv --score recommend
  cx-metrics nps answers.csv --score recommend --missing 11 --by channel --by plan
  cx-metrics nps answers.csv --score recommend --over month --at respondedAt \\
    --time-zone America/Los_Angeles --csv
  zcat answers.csv.gz | cx-metrics nps - --score recommend --json
`,
  csat: `Examples:
  cx-metrics csat answers.csv --score satisfaction
  cx-metrics csat answers.csv --score satisfaction --scale 0,10 --satisfied-from 8 --by channel
`,
  ces: `Examples:
  cx-metrics ces answers.csv --score effort
  cx-metrics ces answers.csv --score effort --scale 1,5 --direction lowIsEasy --method bootstrap
`,
};
