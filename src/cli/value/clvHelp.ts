import type { Help } from "../command.ts";

export const clvHelp: Help = {
  usage: `--customer <column> --at <column> --amount <column>
         --as-of <date> --horizon <number> --unit <name>`,
  description: `Computes customer lifetime value: what each customer is expected to bring in from --as-of on, by a
model of purchases and one of spend. --csv and --json print every customer.`,
  options: `Options:
  --customer <column>    who it was (required)
  --at <column>          when: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --amount <column>      what was paid (required)
  --as-of <date>         up to when all is known, and from when the future counts; rows after it are
                         left out (required)
  --horizon <number>     how far to look ahead, in units (default: for ever, which needs a discount rate)
  --unit <name>          of the horizon and the rate: day (default), week or month (30.4375 days)
  --discount-rate <r>    effective rate a unit: money in one unit counts 1 / (1 + r) (default 0)
  --margin <share>       the share of the revenue that is kept, such as 0.3 (default 1: revenue)
  --model <name>         of purchases: bgNbd (default), mbgNbd, paretoNbd or nbd
  --refunds leave-out    leaves out rows with an amount below zero, which are errors without it
  --missing <code>       a cell that says nothing: such rows are left out, and counted on standard
                         error; may be repeated
  --time-zone <zone>     whose days they are (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)
  --level <number>       confidence level (default 0.95)
`,
  examples: `Examples:
  cx-metrics clv orders.csv --customer id --at ordered --amount total --as-of 2024-06-30 \\
    --unit week --horizon 52
  cx-metrics clv orders.csv --customer id --at ordered --amount total --as-of 2024-06-30 \\
    --unit month --discount-rate 0.01 --margin 0.3 --csv
Do you believe it? cx-metrics backtest --help
`,
};
