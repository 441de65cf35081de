import type { Help } from "../command.ts";

export const rfmHelp: Help = {
  usage: `--customer <column> --at <column> --amount <column>
         --as-of <date>`,
  description: `Scores customers by the time since their last purchase, by how often they bought and by what
they spent, and names their segments. --csv and --json print every customer.`,
  options: `Options:
  --customer <column>    who it was (required)
  --at <column>          when: 2024-01-15 or 2024-01-15T10:30:00Z (required)
  --amount <column>      what was paid; amounts below zero are refunds, taken off it (required)
  --as-of <date>         from which day recency is counted back; rows after it are left out (required)
  --bins <n>             how many scores (default 5)
  --missing <code>       a cell that says nothing: such rows are left out, and counted on standard
                         error; may be repeated
  --time-zone <zone>     whose days they are (default UTC)
  --wall-clock <zone>    whose clocks show the times that have no offset (without it they are errors)
`,
  examples: `Examples:
  cx-metrics rfm orders.csv --customer id --at ordered --amount total --as-of 2024-06-30
  cx-metrics rfm orders.csv --customer id --at ordered --amount total --as-of 2024-06-30 --csv
`,
};
