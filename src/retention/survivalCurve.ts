import type { RiskTable } from "./riskTable.ts";

/** The survival curve as columns, one entry for each time of its risk table. */
export interface SurvivalCurve {
  readonly risk: RiskTable;
  /** S: the share still there after each time. */
  readonly survival: Float64Array;
  /** The standard error of log S; of no use where S is 0. */
  readonly logError: Float64Array;
}

/**
 * The product-limit estimate [KaplanMeier1958] with Greenwood's variance [Greenwood1926]. With n at risk and
 * d of them leaving at each time t:
 *
 *     S(t) = product of (n - d) / n
 *     Var(log S(t)) = sum of d / (n (n - d))
 *
 * Once everybody at risk has left, S stays 0, whoever comes under observation later.
 */
export function productLimit(risk: RiskTable): SurvivalCurve {
  const { size, atRisk, events } = risk;
  const survival = new Float64Array(size);
  const logError = new Float64Array(size);
  let variance = 0;
  // As long as those who stay at one time are those at risk at the next, the product telescopes to one quotient:
  // S = base * stayed / anchor. Without censoring it is so exactly one minus the empirical distribution.
  let base = 1;
  let anchor = 0;
  let stayed = -1;
  let now = 1;
  for (let index = 0; index < size; index++) {
    const n = atRisk[index] as number;
    const d = events[index] as number;
    if (d > 0) {
      if (n !== stayed) {
        base = now;
        anchor = n;
      }
      stayed = n - d;
      now = base * (stayed / anchor);
      variance += d / n / stayed;
    }
    survival[index] = now;
    logError[index] = Math.sqrt(variance);
  }
  return { risk, survival, logError };
}
