import { dotProduct } from "../math/dotProduct.ts";
import { type LdlFactors, ldlFactors, ldlSolve } from "../math/ldl.ts";
import { type CoxTies, linearPredictor, visitEventTimes } from "./coxLikelihood.ts";
import type { CoxSample } from "./coxSample.ts";

/** The partial likelihood at some coefficients. */
export interface CoxEvaluation {
  readonly beta: Float64Array;
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** The lower triangle. */
  readonly information: Float64Array;
}

/** How a search ended. */
export interface CoxSearch {
  readonly at: CoxEvaluation;
  /** The information at the end; a pivot is 0 where the data do not determine a coefficient. */
  readonly factors: LdlFactors;
  readonly iterations: number;
  /** `direction` when the likelihood goes on rising along it, if only towards a limit. */
  readonly ended: "maximum" | "direction" | "nowhere";
  /** Where it may be going. */
  readonly directions: readonly Float64Array[];
}

const MOST_ITERATIONS = 200;
const MOST_HALVINGS = 40;
// A column whose variance within the risk sets is this small a share of its own depends on those before it …
const DEPENDENT = 1e-11;
// … and one whose information per event is this small, when its standard deviation is 1, does not vary.
const CONSTANT = 1e-12;
// The square of the distance to the maximum, in standard errors, from which one more step is exact.
const NEAR = 1e-12;
// A search that takes this long is asked whether it goes anywhere.
const PATIENCE = 8;

/**
 * Newton's method, each step halved until the likelihood does not fall; being concave, it has no other maximum.
 *
 * Near a maximum a step squares the distance. Where the likelihood only rises towards a limit, a step shrinks it by a
 * constant factor, while x' beta goes on by about 1: that step is the direction. So is a combination of coefficients
 * on which the information, there at the start, vanishes.
 */
export function coxSearch(
  sample: CoxSample,
  start: CoxEvaluation,
  evaluate: (beta: Float64Array) => CoxEvaluation,
  separates: (direction: Float64Array, at: CoxEvaluation) => boolean,
): CoxSearch {
  const { events } = sample;
  let at = start;
  let factors = factorInformation(at, events);
  const determined = factors.pivots.map((pivot) => (pivot > 0 ? 1 : 0));
  let step = ldlSolve(factors, at.score);
  let iterations = 0;
  const end = (ended: CoxSearch["ended"], direction = step): CoxSearch => {
    return { at, factors, iterations, ended, directions: [direction, step] };
  };
  if (factors.rank === 0) return end("maximum");
  while (iterations < MOST_ITERATIONS) {
    iterations++;
    const distance = dotProduct(step, at.score);
    const next = advance(at, step, distance, evaluate);
    if (next === undefined) break;
    at = next;
    const last = step;
    factors = factorInformation(at, events, determined);
    const gone = determined.findIndex((known, j) => known === 1 && factors.pivots[j] === 0);
    if (gone >= 0) return end("direction", turned(vanishing(at, factors, gone), last));
    step = ldlSolve(factors, at.score);
    if (distance > NEAR) {
      if (iterations >= PATIENCE && separates(step, at)) return end("direction");
      continue;
    }
    if (dotProduct(step, at.score) <= 0.01 * distance) return end("maximum");
    return range(linearPredictor(sample, step), 0, 1) < 0.01 ? end("maximum") : end("direction");
  }
  return end("nowhere");
}

/** The likelihood and its derivatives; `level` as in {@link visitEventTimes}. */
export function evaluateCox(
  sample: CoxSample,
  beta: Float64Array,
  ties: CoxTies,
  level: Float64Array | undefined,
): CoxEvaluation {
  const score = new Float64Array(sample.width);
  const information = new Float64Array(sample.width ** 2);
  let logLikelihood = 0;
  const add = (time: { logLikelihood: number; score: Float64Array; information: Float64Array }): void => {
    logLikelihood += time.logLikelihood;
    for (let j = 0; j < score.length; j++) score[j] = (score[j] as number) + (time.score[j] as number);
    for (let j = 0; j < information.length; j++)
      information[j] = (information[j] as number) + (time.information[j] as number);
  };
  visitEventTimes(sample, beta, ties, add, level);
  return { beta, logLikelihood, score, information };
}

/** Whether there is information on a coefficient at all. */
export function varies({ beta, information }: CoxEvaluation, column: number, events: number): boolean {
  return (information[column * beta.length + column] as number) > CONSTANT * events;
}

/** Factors the information, leaving out the columns that do not vary or are not `determined`. */
export function factorInformation(at: CoxEvaluation, events: number, determined?: Float64Array): LdlFactors {
  const width = at.beta.length;
  const masked = at.information.slice();
  for (let j = 0; j < width; j++)
    if (determined?.[j] === 0 || !varies(at, j, events)) masked[j * width + j] = 0;
  return ldlFactors(masked, width, DEPENDENT);
}

/** The step, halved until the likelihood does not fall; `undefined` when it falls however short the step. */
function advance(
  from: CoxEvaluation,
  step: Float64Array,
  distance: number,
  evaluate: (beta: Float64Array) => CoxEvaluation,
): CoxEvaluation | undefined {
  // So near, what the likelihood gains is lost in its rounding.
  const least = distance < 1e-8 ? -Infinity : from.logLikelihood - 1e-12 * Math.abs(from.logLikelihood);
  let share = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const next = evaluate(from.beta.map((value, j) => value + share * (step[j] as number)));
    if (next.logLikelihood >= least && next.score.every(Number.isFinite)) return next;
    share /= 2;
  }
  return undefined;
}

/** The combination of coefficients about which the information says nothing: `column` and what it depends on. */
export function vanishing({ information }: CoxEvaluation, known: LdlFactors, column: number): Float64Array {
  const { size } = known;
  const own = Float64Array.from({ length: size }, (_, j) =>
    j === column ? 0 : (information[Math.max(j, column) * size + Math.min(j, column)] as number),
  );
  const direction = ldlSolve(known, own).map((value) => -value);
  direction[column] = 1;
  return direction;
}

/** The direction, or the opposite one, whichever goes along with the step. */
function turned(direction: Float64Array, step: Float64Array): Float64Array {
  return dotProduct(direction, step) < 0 ? direction.map((value) => -value) : direction;
}

/** The largest less the smallest of the values at `from`, `from + stride`, … */
export function range(values: Float64Array, from: number, stride: number): number {
  let [least, most] = [Infinity, -Infinity];
  for (let i = from; i < values.length; i += stride) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return most - least;
}
