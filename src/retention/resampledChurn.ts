import type { Resampling } from "../stats/bootstrapTotals.ts";

/** A churn rate that is no proportion: what was counted, and its customers, to be drawn again. */
export interface ResampledChurn {
  readonly churned: number;
  readonly atRisk: number;
  readonly resampling: Resampling;
}
