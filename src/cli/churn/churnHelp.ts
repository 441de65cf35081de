import type { Help } from "../command.ts";

export const churnHelp: Help = {
  usage: `--customer <column> --started <column> --ended <column>
         --from <date> --to <date>`,
  description: "Computes the churn rate: what part of the customers left in a period.",
  options: `Options:
  --customer <column>    who subscribed (required)
  --started <column>     when it began: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --ended <column>       when it stopped, empty while it lasts (required)
  --from <date>          the first day of the period, or the instant at which it begins (required)
  --to <date>            its last day, or the instant at which it ends (required)
  --over <period>        one result for each day, week, month, quarter or year from that of --from
                         to that of --to
  --convention <name>    standard (default): of those there at the start, who is gone at the end;
                         baremetrics: of those there at the start, who left;
                         stripe: every departure, among those there at the start and the new;
                         daily: the sum of the daily rates
  --method <name>        interval: wilson (default), clopperPearson, jeffreys, agrestiCoull or wald;
                         of stripe and daily always bootstrap
  --seed <n>             fixes the resamples of the bootstrap (default 1)
  --churned <column>     instead of subscriptions: how many left, and
  --at-risk <column>     among how many; the rows of a group are added up
  --missing <code>       a cell that says nothing: such rows are left out, and counted on standard
                         error; in --ended it means, like an empty cell, that it lasts; may be repeated
  --by <column>          one result for each value of the column; may be repeated
  --time-zone <zone>     whose days and periods they are (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)
  --level <number>       confidence level (default 0.95)
`,
  examples: `Examples:
  cx-metrics churn subscriptions.csv --customer id --started started --ended ended \\
    --from 2024-01-01 --to 2024-01-31 --by plan
  cx-metrics churn subscriptions.csv --customer id --started started --ended ended \\
    --from 2024-01-01 --to 2024-12-31 --over month --time-zone America/Toronto --csv
  cx-metrics churn months.csv --churned lost --at-risk opening --by month
`,
};
