import type { Help } from "../command.ts";

export const survivalHelp: Help = {
  usage: `--duration <column> --churned <column>
       cx-metrics survival <file.csv> --customer <column> --started <column> --ended <column>
         --as-of <date>`,
  description: "Computes how long customers stay: the share still there after each time.",
  options: `Options for a row a customer:
  --duration <column>    how long they have been customers, in any unit (required)
  --churned <column>     whether that is over: true, false, 1 or 0 (required)
  --churned-value <text> what the cell of a customer who left says, such as Yes; then the cells of the
                         others must be alike, or declared:
  --kept-value <text>    what the cell of a customer who was still there says; may be repeated
  --entry <column>       the age from which on they were observed (default 0)
  --count <column>       how many customers a row stands for (default 1)

Options for a row a subscription:
  --customer <column>    who subscribed (required)
  --started <column>     when it began: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --ended <column>       when it stopped, empty while it lasts (required)
  --as-of <date>         up to when the subscriptions are known (required)
  --unit <name>          of the durations: day (default), week or month (30.4375 days)
  --time-zone <zone>     whose days they are (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)

Options:
  --show <name>          curve (default), median, mean, hazard or test
  --times <list>         of curve: only these times, such as 12,24
  --quantile <number>    of median: another share than half that has left, such as 0.25
  --horizon <number>     of mean: the duration up to which the mean is taken (required)
  --period <number>      of hazard: the length of a period (default 1)
  --group <column>       one result for each value of the column; of test: what is compared (required)
  --by <column>          one result, or test, for each value of the column; may be repeated
  --method <name>        interval of curve and median: logLog (default), log or plain;
                         of mean: logit (default) or plain; of hazard: wilson (default),
                         clopperPearson, jeffreys, agrestiCoull or wald
  --missing <code>       a cell that says nothing: such rows are left out, and counted on standard
                         error; in --ended it means, like an empty cell, that it lasts; may be repeated
  --level <number>       confidence level (default 0.95)
`,
  examples: `Examples:
  cx-metrics survival customers.csv --duration tenure --churned Churn --churned-value Yes --times 12,24
  cx-metrics survival customers.csv --duration tenure --churned Churn --churned-value Yes \\
    --show test --group Contract
  cx-metrics survival subscriptions.csv --customer id --started started --ended ended \\
    --as-of 2024-06-30 --unit month --show median --group plan
`,
};
