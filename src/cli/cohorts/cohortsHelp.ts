import type { Help } from "../command.ts";

export const cohortsHelp: Help = {
  usage: "--customer <column> --at <column>",
  description: `Computes cohort retention: of the customers who first came in a month, the share who came in
each month since.`,
  options: `Options:
  --customer <column>    who it was (required)
  --at <column>          when: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --amount <column>      what was paid; rows with an amount below zero are refunds and left out
  --bucket <period>      day, week, month (default), quarter or year
  --mode <name>          on (default): came in that period; onOrAfter: in it or later;
                         bracket: in any of the periods of a bracket
  --brackets <list>      where brackets begin, and the last one ends: 0,1,3,7 is 0, 1-2 and 3-6
  --as-of <date>         up to when all is known: rows after it are left out, and periods that end
                         later are not over (default: the last row, whose period so is not over)
  --curve                one row a period instead: the share over all cohorts whose period is over
  --method <name>        interval: wilson (default), clopperPearson, jeffreys, agrestiCoull or wald
  --missing <code>       a cell that says nothing: such rows are left out, and counted on standard
                         error; may be repeated
  --by <column>          cohorts of their own for each value of the column; may be repeated
  --time-zone <zone>     whose calendar the periods follow (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)
  --level <number>       confidence level (default 0.95)
`,
  examples: `Examples:
  cx-metrics cohorts orders.csv --customer id --at ordered
  cx-metrics cohorts orders.csv --customer id --at ordered --amount total --missing "" \\
    --bucket week --mode onOrAfter --as-of 2024-06-30 --time-zone America/Toronto
  cx-metrics cohorts orders.csv --customer id --at ordered --curve --csv
`,
};
