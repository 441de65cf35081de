import { CoxMoments, CoxRiskSet } from "./coxRiskSet.ts";
import type { CoxSample } from "./coxSample.ts";
import { type EfronSums, efronSums } from "./efronSums.ts";

/** How tied times are handled: Efron's approximation, or Breslow's. */
export type CoxTies = "efron" | "breslow";

/** What one time at which somebody left adds to the partial likelihood. The same record serves every time. */
export interface CoxEventTime {
  /** One of the rows at that time. */
  row: number;
  logLikelihood: number;
  /** Its first derivatives. */
  readonly score: Float64Array;
  /** Its second derivatives with the sign turned; the lower triangle. */
  readonly information: Float64Array;
  /** How many left. */
  deaths: number;
}

/**
 * Visits every time at which somebody left, within each stratum from the last to the first, and works out what it
 * adds to the partial likelihood of Cox (1972) [Cox1972] at `beta`. With d leaving, R the risk set, D those who leave:
 *
 *     log L = sum over D of x' beta - sum over l of log a_l
 *     U     = sum over D of x       - sum over l of m_l
 *     I     = sum over l of (sum of r x x' / a_l - m_l m_l'),   m_l = sum of r x / a_l,   r = exp(x' beta)
 *
 * over l = 0 … d - 1, where the sums run over R and leave out l/d of D [Efron1977], or nothing [Breslow1974]; a_l is
 * the sum of r. One pass: O(n p^2).
 *
 * With `level`, each risk set holds only its rows of the highest level; log L is -Infinity when somebody else leaves.
 */
export function visitEventTimes(
  sample: CoxSample,
  beta: Float64Array,
  ties: CoxTies,
  visit: (time: CoxEventTime) => void,
  level?: Float64Array,
): void {
  const { width, duration, churned, entry, byEntry, count, x, starts } = sample;
  const predictor = linearPredictor(sample, beta);
  const risk = new CoxRiskSet(sample, predictor, level);
  const leaving = new CoxMoments(width);
  const time: CoxEventTime = {
    row: 0,
    logLikelihood: 0,
    score: new Float64Array(width),
    information: new Float64Array(width * width),
    deaths: 0,
  };
  const efron: EfronSums = { logarithms: 0, inverses: 0, squares: 0 };
  for (let stratum = 0; stratum + 1 < starts.length; stratum++) {
    const start = starts[stratum] as number;
    const end = starts[stratum + 1] as number;
    risk.clear();
    let late = start;
    for (let from = start; from < end; ) {
      const at = duration[from] as number;
      if (entry !== undefined && byEntry !== undefined) {
        for (; late < end; late++) {
          const row = byEntry[late] as number;
          // Rows come in by duration, which is beyond entry: this one is in. An entry of 0 never ends.
          if (!((entry[row] as number) >= at && (entry[row] as number) > 0)) break;
          risk.remove(row);
        }
        if (risk.worn) {
          risk.clear();
          for (let row = start; row < from; row++)
            if (entry[row] === 0 || (entry[row] as number) < at) risk.addRows(row, row + 1);
        }
      }
      let to = from + 1;
      while (to < end && duration[to] === at) to++;
      risk.addRows(from, to);
      leaving.clear();
      time.score.fill(0);
      time.deaths = 0;
      time.logLikelihood = 0;
      for (let row = from; row < to; row++) {
        if (churned[row] === 0) continue;
        const weight = count[row] as number;
        leaving.add(x, row * width, risk.weightOf(row));
        time.deaths += weight;
        if (!risk.holds(row)) time.logLikelihood = -Infinity;
        time.logLikelihood += weight * ((predictor[row] as number) - risk.reference);
        for (let j = 0; j < width; j++)
          time.score[j] = (time.score[j] as number) + weight * (x[row * width + j] as number);
      }
      if (time.deaths > 0) {
        time.row = from;
        const tied = ties === "efron" && time.deaths > 1 && leaving.weight > 1e-17 * risk.sums.weight;
        if (tied) subtractEfron(time, risk.sums, leaving, efron);
        else subtractBreslow(time, risk.sums);
        visit(time);
      }
      from = to;
    }
  }
}

/** x' beta of every row. */
export function linearPredictor({ size, width, x }: CoxSample, beta: Float64Array): Float64Array {
  const predictor = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (x[row * width + j] as number) * (beta[j] as number);
    predictor[row] = sum;
  }
  return predictor;
}

function subtractBreslow(time: CoxEventTime, { weight, first, second }: CoxMoments): void {
  const { score, information, deaths } = time;
  const width = score.length;
  time.logLikelihood -= deaths * Math.log(weight);
  for (let j = 0; j < width; j++) {
    const mean = (first[j] as number) / weight;
    score[j] = (score[j] as number) - deaths * mean;
    for (let k = 0; k <= j; k++) {
      const place = j * width + k;
      information[place] =
        deaths * ((second[place] as number) / weight - mean * ((first[k] as number) / weight));
    }
  }
}

/**
 * About the mean q of those who leave, what l/d of them take away has no first moment: m_l - q = r / a_l with
 * r = (sum over R of r x) - a q, and every sum over l is one of 1 / a_l or 1 / a_l^2.
 */
function subtractEfron(time: CoxEventTime, all: CoxMoments, leaving: CoxMoments, efron: EfronSums): void {
  const { score, information, deaths } = time;
  const width = score.length;
  const e = leaving.weight;
  const a = Math.max(all.weight, e);
  efronSums((deaths * a) / e, deaths, efron);
  const { logarithms, inverses, squares } = efron;
  time.logLikelihood -= deaths * Math.log(a) + logarithms;
  for (let j = 0; j < width; j++) {
    const qj = (leaving.first[j] as number) / e;
    const rj = (all.first[j] as number) / a - qj;
    score[j] = (score[j] as number) - deaths * qj - rj * inverses;
    for (let k = 0; k <= j; k++) {
      const place = j * width + k;
      const qk = (leaving.first[k] as number) / e;
      const rk = (all.first[k] as number) / a - qk;
      const spread = (all.second[place] as number) / a - qj * qk - qj * rk - rj * qk;
      const own = (leaving.second[place] as number) / e - qj * qk;
      information[place] = inverses * spread - (inverses - deaths) * own - squares * rj * rk;
    }
  }
}
