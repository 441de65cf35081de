import { type LdlFactors, ldlQuadratic } from "../math/ldl.ts";
import { sortOrder } from "../math/sortOrder.ts";
import { type CoxTies, linearPredictor } from "./coxLikelihood.ts";
import {
  type CoxEvaluation,
  coxSearch,
  evaluateCox,
  factorInformation,
  range,
  vanishing,
  varies,
} from "./coxNewton.ts";
import type { CoxSample } from "./coxSample.ts";

/**
 * What is known of a coefficient: fitted; without information, since it does not vary among those at risk; determined
 * by the ones before it; running to infinity, or minus infinity; or left without information once others have.
 */
export type CoxStatus = "fitted" | "constant" | "dependent" | "rising" | "falling" | "swallowed";

/** Where the partial likelihood is largest, on the scale of the sample's `x`. */
export interface CoxFit {
  readonly beta: Float64Array;
  readonly status: readonly CoxStatus[];
  /** Its largest value, if only in the limit. */
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number;
  /** The score statistic at 0. */
  readonly score: number;
  /** The information at `beta`. */
  readonly information: LdlFactors;
  /** How many coefficients the data tell apart. */
  readonly rank: number;
  /** False when neither a maximum nor a limit was found. */
  readonly settled: boolean;
  readonly iterations: number;
}

// A coefficient that moves x' beta by less than this share of what another does has no part in a direction …
const NEGLIGIBLE = 0.01;
// … unless a search that went to its end does not separate without it.
const PARTS: readonly number[] = [NEGLIGIBLE, 1e-4, 0];
// Rows whose x' direction differs by less than this share of the range are alike in it.
const ALIKE = 1e-6;
const EXACT = 1e-13;
// What a dependence holds of a coefficient, in standard deviations, when it is more than rounding.
const ENTANGLED = 1e-3;
const MOST_ROUNDS = 20;

/**
 * Maximizes the partial likelihood. Where it only rises towards a limit, in some direction g (separation, or monotone
 * likelihood: Heinze and Schemper (2001) [HeinzeSchemper2001]), the fit goes on with the limit itself: there only the
 * rows with the largest g'x are left in each risk set. That everybody who left is among them proves the separation.
 */
export function coxFit(sample: CoxSample, ties: CoxTies): CoxFit {
  const { width, events } = sample;
  let level: Float64Array | undefined;
  const evaluate = (beta: Float64Array) => evaluateCox(sample, beta, ties, level);
  const atNull = evaluate(new Float64Array(width));
  const known = factorInformation(atNull, events);
  const status = Array.from(known.pivots, (pivot, j): CoxStatus => {
    if (pivot > 0) return "fitted";
    return varies(atNull, j, events) ? "dependent" : "constant";
  });
  const separates = (direction: Float64Array, at: CoxEvaluation): boolean => {
    return limitAlong(sample, ties, level, cleaned(sample, direction, NEGLIGIBLE), at, 0) !== undefined;
  };
  let search = coxSearch(sample, atNull, evaluate, separates);
  let { iterations } = search;
  for (let round = 0; search.ended === "direction" && round < MOST_ROUNDS; round++) {
    let limit: CoxLimit | undefined;
    for (const direction of search.directions)
      for (const part of PARTS)
        limit ??= limitAlong(sample, ties, level, cleaned(sample, direction, part), search.at, round);
    if (limit === undefined) break;
    limit.direction.forEach((value, j) => {
      if (value !== 0 && status[j] === "fitted") status[j] = value > 0 ? "rising" : "falling";
    });
    level = limit.level;
    search = coxSearch(sample, limit.at, evaluate, separates);
    iterations += search.iterations;
  }
  const { at, factors } = search;
  for (let j = 0; j < width; j++) {
    if (factors.pivots[j] !== 0 || (known.pivots[j] as number) === 0) continue;
    // What moves x' beta of nobody in the limit when it moves along with this one: of those only combinations are known.
    vanishing(at, factors, j).forEach((value, k) => {
      if (Math.abs(value) > ENTANGLED && status[k] === "fitted") status[k] = "swallowed";
    });
  }
  return {
    beta: at.beta,
    status,
    logLikelihood: at.logLikelihood,
    logLikelihoodNull: atNull.logLikelihood,
    score: Math.max(0, ldlQuadratic(known, atNull.score)),
    information: factors,
    rank: known.rank,
    settled: search.ended === "maximum",
    iterations,
  };
}

/** The likelihood at the end of a direction. */
interface CoxLimit {
  readonly direction: Float64Array;
  readonly level: Float64Array;
  readonly at: CoxEvaluation;
}

/** The limit of the likelihood in a direction; `undefined` when it falls there without end. */
function limitAlong(
  sample: CoxSample,
  ties: CoxTies,
  before: Float64Array | undefined,
  direction: Float64Array,
  { beta }: CoxEvaluation,
  round: number,
): CoxLimit | undefined {
  const level = refined(before, linearPredictor(sample, direction), direction, round);
  const at = evaluateCox(sample, beta, ties, level);
  return Number.isFinite(at.logLikelihood) ? { direction, level, at } : undefined;
}

/** The direction without the coefficients that hardly matter in it. */
function cleaned(sample: CoxSample, direction: Float64Array, negligible: number): Float64Array {
  const reach = direction.map((value, j) => Math.abs(value) * range(sample.x, j, sample.width));
  const largest = reach.reduce((most, value) => Math.max(most, value), 0);
  return direction.map((value, j) => ((reach[j] as number) < negligible * largest ? 0 : value));
}

/** The levels of the rows: by those before, then by the values, as whole numbers from 0. */
function refined(
  level: Float64Array | undefined,
  values: Float64Array,
  direction: Float64Array,
  round: number,
): Float64Array {
  // A direction of several coefficients is known within rounding only, but better from round to round.
  const several = direction.filter((value) => value !== 0).length > 1;
  const alike = several ? Math.max(EXACT, ALIKE * 0.01 ** round) : EXACT;
  const ranks = rankBy(values, alike * range(values, 0, 1));
  if (level === undefined) return ranks;
  return rankBy(
    ranks.map((rank, row) => (level[row] as number) * values.length + rank),
    0,
  );
}

/** Ranks from 0; values no further than `alike` from the next share one. */
function rankBy(values: Float64Array, alike: number): Float64Array {
  const ranks = new Float64Array(values.length);
  let rank = 0;
  let last = NaN;
  for (const row of sortOrder(values)) {
    const value = values[row] as number;
    if (value - last > alike) rank++;
    last = value;
    ranks[row] = rank;
  }
  return ranks;
}
