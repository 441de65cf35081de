import { type LdlFactors, ldlFactors, ldlQuadratic, ldlSolve } from "../math/ldl.ts";
import { type CoxTies, linearPredictor, visitEventTimes } from "./coxLikelihood.ts";
import type { CoxSample } from "./coxSample.ts";

/** What is known of a coefficient. `rising` and `falling` ones run to infinity and minus infinity. */
export type CoxStatus = "fitted" | "constant" | "dependent" | "rising" | "falling";

/** Where the partial likelihood is largest, on the scale of the sample's `x`. */
export interface CoxFit {
  readonly beta: Float64Array;
  readonly status: readonly CoxStatus[];
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number;
  /** The score statistic at 0. */
  readonly score: number;
  /** The information at `beta` of the coefficients that are fitted. */
  readonly information: LdlFactors;
  /** How many coefficients the data tell apart. */
  readonly rank: number;
  /** Whether the likelihood has reached its largest value, if only in the limit. */
  readonly settled: boolean;
  readonly iterations: number;
}

interface Evaluation {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

const MOST_ITERATIONS = 200;
const MOST_HALVINGS = 40;
// A column whose variance within the risk sets is this small a share of its own depends on those before it …
const DEPENDENT = 1e-11;
// … and one whose information per event is this small, when its standard deviation is 1, does not vary.
const CONSTANT = 1e-12;
// The square of the distance to the maximum, in standard errors, from which one more step is exact.
const NEAR = 1e-12;

/**
 * Newton's method from 0, each step halved until the likelihood does not fall; being concave, it has no other maximum.
 *
 * Near a maximum each step squares the distance. Where the likelihood only rises towards a limit (Heinze and Schemper
 * (2001) [HeinzeSchemper2001]) a step shrinks it by a constant factor, while x' beta goes on by about 1. What runs off
 * so is set aside where it is, and the other coefficients are fitted to the end.
 */
export function coxFit(sample: CoxSample, ties: CoxTies): CoxFit {
  const { width, events } = sample;
  let beta: Float64Array = new Float64Array(width);
  let current = evaluate(sample, beta, ties);
  const atNull = current;
  const status = Array.from(
    beta,
    (_, j): CoxStatus => (varies(current.information, j, width, events) ? "fitted" : "constant"),
  );
  let information = factors(current.information, status);
  information.pivots.forEach((pivot, j) => {
    if (pivot === 0 && status[j] === "fitted") status[j] = "dependent";
  });
  const score = Math.max(0, ldlQuadratic(information, current.score));
  const rank = information.rank;
  let step = ldlSolve(information, current.score);
  let iterations = 0;
  let settled = rank === 0;
  while (!settled && iterations < MOST_ITERATIONS) {
    iterations++;
    const distance = product(step, current.score);
    const next = advance(sample, ties, beta, step, current, distance);
    if (next === undefined) break;
    const last = step;
    beta = next.beta;
    current = next;
    information = factors(current.information, status);
    const gone = status.findIndex(
      (each, j) => each === "fitted" && lost(current, information, j, width, events),
    );
    if (gone >= 0) setAside(sample, status, vanishingDirection(current, information, gone), last);
    else {
      step = ldlSolve(information, current.score);
      if (distance > NEAR) continue;
      settled =
        product(step, current.score) <= 0.01 * distance || spread(linearPredictor(sample, step), 0, 1) < 0.01;
      if (settled) break;
      setAside(sample, status, step, step);
    }
    information = factors(current.information, status);
    step = ldlSolve(information, current.score);
    settled = information.rank === 0;
  }
  const { logLikelihood } = current;
  return {
    beta,
    status,
    logLikelihood,
    logLikelihoodNull: atNull.logLikelihood,
    score,
    information,
    rank,
    settled,
    iterations,
  };
}

function evaluate(sample: CoxSample, beta: Float64Array, ties: CoxTies): Evaluation {
  const score = new Float64Array(sample.width);
  const information = new Float64Array(sample.width ** 2);
  let logLikelihood = 0;
  visitEventTimes(sample, beta, ties, (time) => {
    logLikelihood += time.logLikelihood;
    for (let j = 0; j < score.length; j++) score[j] = (score[j] as number) + (time.score[j] as number);
    for (let j = 0; j < information.length; j++)
      information[j] = (information[j] as number) + (time.information[j] as number);
  });
  return { logLikelihood, score, information };
}

function varies(information: Float64Array, column: number, width: number, events: number): boolean {
  return (information[column * width + column] as number) > CONSTANT * events;
}

/** Factors the information of the coefficients that are fitted. */
function factors(information: Float64Array, status: readonly CoxStatus[]): LdlFactors {
  const width = status.length;
  const masked = information.slice();
  status.forEach((each, j) => {
    if (each !== "fitted") masked[j * width + j] = 0;
  });
  return ldlFactors(masked, width, DEPENDENT);
}

/** The step, halved until the likelihood does not fall; `undefined` when it falls however short the step. */
function advance(
  sample: CoxSample,
  ties: CoxTies,
  beta: Float64Array,
  step: Float64Array,
  from: Evaluation,
  distance: number,
): (Evaluation & { readonly beta: Float64Array }) | undefined {
  const rounding = 1e-12 * Math.abs(from.logLikelihood);
  let share = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const next = beta.map((value, j) => value + share * (step[j] as number));
    const evaluation = evaluate(sample, next, ties);
    // So near, what the likelihood gains is lost in its rounding.
    const least = distance < 1e-8 ? Number.NEGATIVE_INFINITY : from.logLikelihood - rounding;
    if (evaluation.logLikelihood >= least && evaluation.score.every(Number.isFinite))
      return { ...evaluation, beta: next };
    share /= 2;
  }
  return undefined;
}

/** Whether the information on a coefficient, there at 0, has run off with the coefficient. */
function lost(
  { information }: Evaluation,
  { pivots }: LdlFactors,
  column: number,
  width: number,
  events: number,
): boolean {
  return pivots[column] === 0 || !varies(information, column, width, events);
}

/** The combination of coefficients about which the information says nothing. */
function vanishingDirection({ information }: Evaluation, known: LdlFactors, column: number): Float64Array {
  const { size } = known;
  const own = Float64Array.from({ length: size }, (_, j) =>
    j === column ? 0 : (information[Math.max(j, column) * size + Math.min(j, column)] as number),
  );
  const direction = ldlSolve(known, own).map((value) => -value);
  direction[column] = 1;
  return direction;
}

/** Sets aside the coefficients that run off in a direction, which `step` turns the right way. */
function setAside(sample: CoxSample, status: CoxStatus[], direction: Float64Array, step: Float64Array): void {
  const sign = product(direction, step) < 0 ? -1 : 1;
  const reach = direction.map((value, j) => value * spread(sample.x, j, sample.width));
  const largest = reach.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  reach.forEach((value, j) => {
    if (status[j] === "fitted" && Math.abs(value) >= 0.01 * largest)
      status[j] = value * sign > 0 ? "rising" : "falling";
  });
}

/** The largest less the smallest of the values at `from`, `from + stride`, … */
function spread(values: Float64Array, from: number, stride: number): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < values.length; i += stride) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return most - least;
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);
}
