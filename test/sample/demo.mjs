// The command on the bundled sample: `npm run demo` builds it and runs this.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const commands = [
  "nps test/sample/answers.csv --score recommend --by channel --over month --at respondedAt --time-zone America/Toronto",
  "csat test/sample/answers.csv --score satisfaction",
  "ces test/sample/answers.csv --score effort",
  "churn test/sample/subscriptions.csv --customer customer --started started --ended ended --over month --from 2024-07-01 --to 2024-12-31",
  "cohorts test/sample/orders.csv --customer customer --at date --amount amount --bucket quarter --as-of 2024-12-31",
  "survival test/sample/subscriptions.csv --customer customer --started started --ended ended --as-of 2024-12-31 --group plan --show median",
  "rfm test/sample/purchases.csv --customer customer --at date --amount amount --as-of 2024-06-30",
  "clv test/sample/purchases.csv --customer customer --at date --amount amount --as-of 2024-06-30 --unit month --horizon 12 --margin 0.3 --refunds leave-out",
  "backtest test/sample/purchases.csv --customer customer --at date --amount amount --calibration-end 2023-12-31 --as-of 2024-06-30 --unit week --show baselines",
];

process.stdout.write("Made-up answers, subscriptions and orders of made-up people, test/sample:\n");
for (const command of commands) {
  process.stdout.write(`\n$ cx-metrics ${command}\n`);
  const { status } = spawnSync(process.execPath, ["dist/cli.js", ...command.split(" ")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}
