// What the library costs, printed beside what the work would cost without it. Nothing is asserted here: times
// depend on the machine, and the ratios on its mood. `npm run bench`, or `npm run bench -- --quick`.
import { benchBgNbd } from "./bgNbd.ts";
import { benchClv } from "./clv.ts";
import { benchCohortDoubling, benchCohortMemory, benchCohorts } from "./cohorts.ts";
import { benchCox, benchLogRank, benchLogRankDoubling } from "./cox.ts";
import { benchCustomers, benchCustomersMemory } from "./customers.ts";
import { benchGammaGamma } from "./gammaGamma.ts";
import { benchImport } from "./importTime.ts";
import { benchParetoNbd } from "./paretoNbd.ts";
import { benchQuestions } from "./questions.ts";
import { benchRollup } from "./rollup.ts";
import { benchBootstrap, benchNps } from "./scores.ts";
import { benchSurvival } from "./survival.ts";

// `npm run bench -- --cohort-memory` measures the memory of 10 million orders, which needs a process of its own.
if (process.argv.includes("--cohort-memory")) {
  benchCohortMemory();
  process.exit();
}

// `npm run bench -- --customers-memory` does the same for summaries of customers.
if (process.argv.includes("--customers-memory")) {
  benchCustomersMemory();
  process.exit();
}

const quick = process.argv.includes("--quick");

benchNps(quick ? [1_000_000] : [1_000_000, 10_000_000]);
benchBootstrap();
benchRollup();
await benchCohorts();
benchCohortDoubling(500_000);
benchCustomers();
benchSurvival();
benchLogRank(1_000_000);
benchLogRankDoubling(500_000);
benchCox(100_000);
benchBgNbd(1_000_000);
benchParetoNbd(quick ? 100_000 : 1_000_000);
benchQuestions(quick ? 100_000 : 1_000_000);
benchGammaGamma(quick ? 100_000 : 1_000_000);
benchClv(quick ? 100_000 : 1_000_000);
benchImport();
