import { type LdlFactors, ldlFactors, ldlQuadratic, ldlSolve } from "../math/ldl.ts";
import { sortOrder } from "../math/sortOrder.ts";
import type { CoxFit } from "./coxFit.ts";
import { type CoxTies, visitEventTimes } from "./coxLikelihood.ts";
import type { CoxSample } from "./coxSample.ts";

/** Score statistics against coefficients that change with time; `null` where the data determine none. */
export interface TimeTrends {
  /** One for each coefficient, with 1 degree of freedom. */
  readonly own: readonly (number | null)[];
  readonly global: number | null;
  readonly degreesOfFreedom: number;
}

// What is left of a variance is rounding below this share of it.
const DEPENDENT = 1e-10;

/**
 * The score test of Grambsch and Therneau (1994) [GrambschTherneau1994] for b(t) = beta + theta g(t), with
 * g = 1 - S(t-), Kaplan-Meier over all strata. With U_t and V_t what the time t adds to score and information:
 *
 *     u = sum of g U_t,   W = sum of g^2 V_t - (sum of g V_t) (sum of V_t)^-1 (sum of g V_t)
 *     theta_j = 0: u_j^2 / W_jj,     all: u' W^-1 u
 *
 * g is centered first, which changes neither and keeps W from cancelling.
 */
export function timeTrends(sample: CoxSample, fit: CoxFit, ties: CoxTies): TimeTrends {
  const { width } = sample;
  const survival = survivalBefore(sample);
  let mean = 0;
  for (let i = 0; i < sample.size; i++)
    if (sample.churned[i] === 1)
      mean += ((survival[i] as number) * (sample.count[i] as number)) / sample.events;
  const u = new Float64Array(width);
  const once = new Float64Array(width * width);
  const twice = new Float64Array(width * width);
  visitEventTimes(sample, fit.beta, ties, ({ row, score, information }) => {
    const g = mean - (survival[row] as number);
    for (let j = 0; j < width; j++) u[j] = (u[j] as number) + g * (score[j] as number);
    for (let j = 0; j < width; j++)
      for (let k = 0; k <= j; k++) {
        const value = g * (information[j * width + k] as number);
        once[j * width + k] = (once[j * width + k] as number) + value;
        if (k < j) once[k * width + j] = (once[k * width + j] as number) + value;
        twice[j * width + k] = (twice[j * width + k] as number) + g * value;
      }
  });
  const total = twice.slice();
  subtractExplained(twice, once, fit.information);
  const own = fit.status.map((status, j) => {
    const place = j * width + j;
    const variance = twice[place] as number;
    const determined = status === "fitted" && variance > DEPENDENT * (total[place] as number);
    if (!determined) {
      for (let k = 0; k < width; k++) twice[Math.max(j, k) * width + Math.min(j, k)] = 0;
      return null;
    }
    return (u[j] as number) ** 2 / variance;
  });
  const factors = ldlFactors(twice, width, DEPENDENT);
  const global = factors.rank === 0 ? null : Math.max(0, ldlQuadratic(factors, u));
  return { own, global, degreesOfFreedom: factors.rank };
}

/** Takes B A^-1 B' from the lower triangle of C. */
function subtractExplained(c: Float64Array, b: Float64Array, a: LdlFactors): void {
  const { size } = a;
  for (let j = 0; j < size; j++) {
    const solved = ldlSolve(a, b.subarray(j * size, (j + 1) * size));
    for (let k = 0; k <= j; k++)
      for (let l = 0; l < size; l++)
        c[j * size + k] = (c[j * size + k] as number) - (solved[l] as number) * (b[k * size + l] as number);
  }
}

/** S just before each row's duration, by Kaplan-Meier over all strata. */
function survivalBefore({ size, duration, churned, entry, count }: CoxSample): Float64Array {
  const order = sortOrder(duration);
  const entering = entry && sortOrder(entry);
  const before = new Float64Array(size);
  let n = entry === undefined ? count.reduce((sum, weight) => sum + weight, 0) : 0;
  let survival = 1;
  let next = 0;
  for (let i = 0; i < size; ) {
    const at = duration[order[i] as number] as number;
    for (; entry !== undefined && entering !== undefined && next < size; next++) {
      const row = entering[next] as number;
      if ((entry[row] as number) >= at && (entry[row] as number) > 0) break;
      n += count[row] as number;
    }
    let gone = 0;
    let events = 0;
    for (; i < size && duration[order[i] as number] === at; i++) {
      const row = order[i] as number;
      before[row] = survival;
      gone += count[row] as number;
      events += (count[row] as number) * (churned[row] as number);
    }
    survival *= (n - events) / n;
    n -= gone;
  }
  return before;
}
