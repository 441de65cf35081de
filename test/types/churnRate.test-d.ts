// Checked by `tsc --noEmit` alone; nothing here runs.

import type { ChurnConvention, ChurnRateEstimate, ChurnRateOptions } from "../../src/index.ts";
import {
  churnRate,
  churnRateDifference,
  churnRateFromCounts,
  retentionRateFromCounts,
} from "../../src/index.ts";
import { type Equal, type Expect, holds } from "./expect.ts";

const period = { from: "2024-03-01", to: "2024-03-31" } as const;
declare const convention: ChurnConvention;
declare const options: ChurnRateOptions;

// Each convention with the intervals it has, one that is not known yet, and options put together elsewhere.
churnRate([], period);
churnRate([], { ...period, method: "jeffreys", level: 0.9, timeZone: "Asia/Kolkata" });
churnRate([], { ...period, convention: "baremetrics", method: "wald", seed: 2 });
churnRate([], { ...period, convention: "stripe", method: "bootstrap", seed: 2 });
churnRate([], { ...period, convention });
churnRate([], options);

// @ts-expect-error a share has no bootstrap
churnRate([], { ...period, method: "bootstrap" });
// @ts-expect-error a ratio that may exceed 1 has no Wilson interval
churnRate([], { ...period, convention: "stripe", method: "wilson" });
// @ts-expect-error a ratio that may exceed 1 has no Wilson interval
churnRate([], { ...period, convention: "daily", method: "wilson" });
// @ts-expect-error a method that not every convention has
churnRate([], { ...period, convention, method: "wilson" });
// @ts-expect-error a period has two ends
churnRate([], { from: "2024-03-01" });
// @ts-expect-error a period has to be asked for
churnRate([]);
// @ts-expect-error misspelt
churnRate([], { ...period, timezone: "UTC" });

// A result is counts and a side of a difference.
declare const record: ChurnRateEstimate;
churnRateFromCounts(record);
churnRateDifference(record, { churned: 1n, atRisk: 2 });
// @ts-expect-error churned is not retained
retentionRateFromCounts(record);

holds<
  [
    Expect<Equal<ChurnRateEstimate["convention"], ChurnConvention | null>>,
    Expect<Equal<ChurnRateEstimate["unit"], "share" | "ratio">>,
  ]
>();
