import type { Help } from "../command.ts";

export const backtestHelp: Help = {
  usage: `--customer <column> --at <column>
         --calibration-end <date> --as-of <date>`,
  description: `Asks whether a purchase model can be believed: fits it to the transactions up to one day, and holds
what it expects until another against what was bought, and against forecasts without a model.`,
  options: `Options:
  --customer <column>       who it was (required)
  --at <column>             when: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --amount <column>         what was paid: rows below zero are refunds and no purchases; a baseline reads it
  --calibration-end <date>  the model is fitted to what is known up to here (required)
  --as-of <date>            it is held against what came up to here; rows after it are left out (required)
  --model <name>            bgNbd (default), mbgNbd, paretoNbd or nbd
  --unit <name>             of durations: day (default), week or month (30.4375 days)
  --show <name>             summary (default); deciles, frequency, tracking or baselines: that table alone
  --period <name>           of tracking: day, week, month, quarter or year (default: weeks from
                            --calibration-end on; months with --unit month)
  --missing <code>          a cell that says nothing: such rows are left out, and counted on standard
                            error; may be repeated
  --time-zone <zone>        whose days they are (default UTC)
  --wall-clock <zone>       whose clocks show the times that have no offset (without it they are errors)
  --level <number>          confidence level of the range of the total (default 0.95)
  --seed <integer>          of the random numbers behind that range (default 1)
`,
  examples: `Examples:
  cx-metrics backtest orders.csv --customer id --at ordered --amount total \\
    --calibration-end 2023-12-31 --as-of 2024-06-30 --unit week
  cx-metrics backtest orders.csv --customer id --at ordered --model paretoNbd \\
    --calibration-end 2023-12-31 --as-of 2024-06-30 --show tracking --csv
`,
};
