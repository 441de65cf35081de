import { digammaDifference, logGammaRatio } from "../math/gammaRatio.ts";
import type { Objective } from "../math/minimise.ts";
import type { GroupedColumns } from "./groupedColumns.ts";
import { MOMENTS, writeMoments } from "./paretoNbdMoments.ts";
import { type FrequencyRun, timesByFrequency } from "./timesByFrequency.ts";

/**
 * The log-likelihood of the Pareto/NBD model by the logarithms of r, alpha, s and beta, and its gradient, for columns x,
 * tx and T. With m = r + x, f(u) = (1 + u/alpha)^-m (1 + u/beta)^-(s + 1):
 *
 *     log L = log Gamma(r + x)/Gamma(r) - x log alpha + log((1 + T/beta) f(T) + s/beta (integral from tx to T of f))
 *
 * The integrand depends on x alone. So for all customers with one x the integrals from each point of time to the last
 * one are taken once, between neighbouring points, and a customer's integral is the one from tx less the one from T. As
 * f falls, little is lost by that: no more than (last - T)/(T - tx) units of rounding, where tx to T matters little.
 *
 * The derivatives are means over the two ways to have bought so: being alive at T, or having left at some u after tx.
 */
export function paretoNbdLikelihood(data: GroupedColumns): Objective {
  const { runs, from, to, most } = timesByFrequency(data);
  const { count } = data;
  // Of each point of time: log(1 + t/alpha), log(1 + t/beta), and the integrals to the last point, over f(t).
  const logAlpha = new Float64Array(most);
  const logBeta = new Float64Array(most);
  const tails = new Float64Array(MOMENTS * most);

  return (at, gradient) => {
    const [r, alpha, s, beta] = Array.from(at, Math.exp) as [number, number, number, number];
    let [sum, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
    for (const run of runs) {
      const { x, start, end, times } = run;
      const m = r + x;
      const slope = digammaDifference(r, x);
      const front = logGammaRatio(r, x) - x * Math.log(alpha);
      writeTails(run, m, s + 1, alpha, beta, logAlpha, logBeta, tails);
      for (let row = start; row < end; row++) {
        const i = from[row] as number;
        const j = to[row] as number;
        const T = times[j] as number;
        const logAlphaT = logAlpha[j] as number;
        const logBetaT = logBeta[j] as number;
        const top = -m * (logAlpha[i] as number) - (s + 1) * (logBeta[i] as number);
        const share = Math.exp(-m * logAlphaT - (s + 1) * logBetaT - top);
        const stayed = share * (1 + T / beta);
        const first = MOMENTS * i;
        const second = MOMENTS * j;
        const left = (s / beta) * ((tails[first] as number) - share * (tails[second] as number));
        const total = stayed + left;
        const weight = count[row] as number;
        sum += weight * (front + top + Math.log(total));
        const alive = stayed / total;
        const gone = 1 - alive;
        // Turns integrals into means, and those behind T into what is taken off.
        const factor = s / beta / total;
        const less = share * factor;
        const meanLogAlpha = factor * (tails[first + 1] as number) - less * (tails[second + 1] as number);
        const meanLogBeta = factor * (tails[first + 2] as number) - less * (tails[second + 2] as number);
        const meanAlpha = factor * (tails[first + 3] as number) - less * (tails[second + 3] as number);
        const meanBeta = factor * (tails[first + 4] as number) - less * (tails[second + 4] as number);
        byR += weight * (slope - alive * logAlphaT - meanLogAlpha);
        byAlpha += weight * (m * ((alive * T) / (alpha + T) + meanAlpha) - x);
        byS += weight * (gone - s * (alive * logBetaT + meanLogBeta));
        byBeta += weight * (s * ((alive * T) / (beta + T) + meanBeta) - gone + meanBeta);
      }
    }
    gradient[0] = r * byR;
    gradient[1] = byAlpha;
    gradient[2] = byS;
    gradient[3] = byBeta;
    return sum;
  };
}

/** The integrals from each point of time of a run to its last one, each over f at its own point. */
function writeTails(
  { times }: FrequencyRun,
  m: number,
  q: number,
  alpha: number,
  beta: number,
  logAlpha: Float64Array,
  logBeta: Float64Array,
  tails: Float64Array,
): void {
  const last = times.length - 1;
  for (let i = last; i >= 0; i--) {
    const time = times[i] as number;
    const place = MOMENTS * i;
    logAlpha[i] = Math.log1p(time / alpha);
    logBeta[i] = Math.log1p(time / beta);
    if (i === last) {
      tails.fill(0, place, place + MOMENTS);
      continue;
    }
    writeMoments(m, q, alpha, beta, time, times[i + 1] as number, tails, place);
    const share = Math.exp(
      m * ((logAlpha[i] as number) - (logAlpha[i + 1] as number)) +
        q * ((logBeta[i] as number) - (logBeta[i + 1] as number)),
    );
    for (let k = place; k < place + MOMENTS; k++)
      tails[k] = (tails[k] as number) + share * (tails[k + MOMENTS] as number);
  }
}
