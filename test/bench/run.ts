// What the library costs, printed beside what the work would cost without it. Nothing is asserted here: times
// depend on the machine, and the ratios on its mood. `npm run bench`, or `npm run bench -- --quick`.
import { benchImport } from "./importTime.ts";
import { benchRollup } from "./rollup.ts";
import { benchBootstrap, benchNps } from "./scores.ts";

const quick = process.argv.includes("--quick");

benchNps(quick ? [1_000_000] : [1_000_000, 10_000_000]);
benchBootstrap();
benchRollup();
benchImport();
