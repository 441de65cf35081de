import { dotProduct } from "./dotProduct.ts";
import { hessianOf } from "./hessianOf.ts";
import { ldlFactors, ldlSolve } from "./ldl.ts";
import { lineSearch } from "./lineSearch.ts";

/** The value at a point, whose gradient it writes. Where there is none, the value is not finite. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** A point with the value and the gradient there. */
export interface Evaluation {
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Where a search ended. */
export interface Minimum extends Evaluation {
  /** The second derivatives there, by rows. */
  readonly hessian: Float64Array;
  readonly iterations: number;
  /**
   * Whether it is a minimum: the Hessian is positive definite, and the square of the distance to its minimum in the
   * metric of the Hessian (for a log-likelihood, in standard errors) is next to nothing.
   */
  readonly converged: boolean;
}

/** How {@link minimise} searches. */
export interface Search {
  /** The second derivatives near the start, by rows, when they are known from a similar problem. */
  readonly hessian?: Float64Array | undefined;
  /** No coordinate goes further from 0 than this. Default 30. */
  readonly reach?: number;
}

const MOST_STEPS = 200;
const MOST_NEWTON_STEPS = 30;
// From this squared distance to the minimum on, Newton's steps take over …
const NEAR = 1e-6;
// … and end here, or where rounding lets them come no nearer, which is a minimum if it is this near.
const THERE = 1e-16;
const NEAR_ENOUGH = 1e-8;
// A pivot this small a share of its entry leaves the matrix singular.
const SINGULAR = 1e-11;

/**
 * A local minimum of a smooth function of few variables: quasi-Newton steps with the inverse Hessian of Broyden,
 * Fletcher, Goldfarb and Shanno (Nocedal and Wright (2006), Numerical Optimization, algorithm 6.1 [NocedalWright2006]),
 * then Newton steps with a Hessian from differences of the gradient, until rounding ends them.
 */
export function minimise(objective: Objective, start: Float64Array, search: Search = {}): Minimum {
  const { reach = 30 } = search;
  const size = start.length;
  let here = evaluate(objective, start);
  let inverse = startingInverse(search.hessian, size);
  let iterations = 0;
  for (; iterations < MOST_STEPS && Number.isFinite(here.value); iterations++) {
    const direction = times(inverse, here.gradient, -1);
    const distance = -dotProduct(direction, here.gradient);
    if (!(distance > NEAR)) break;
    const next = lineSearch(objective, here, direction, reach);
    if (next === undefined) {
      if (inverse === undefined) break;
      inverse = undefined;
      continue;
    }
    inverse = updated(inverse, here, next);
    here = next;
  }
  return newton(objective, here, iterations, reach);
}

/** Newton's method from near a minimum; where the Hessian is not positive definite, its diagonal is raised. */
function newton(objective: Objective, start: Evaluation, before: number, reach: number): Minimum {
  const size = start.at.length;
  let here = start;
  let iterations = before;
  let hessian = hessianOf(objective, here.at);
  let last = Infinity;
  for (let steps = 0; ; steps++) {
    const factors = ldlFactors(hessian, size, SINGULAR);
    const definite = factors.rank === size;
    const step = definite ? ldlSolve(factors, here.gradient) : damped(hessian, here.gradient);
    const distance = dotProduct(step, here.gradient);
    const stuck = !(distance < 0.25 * last) && distance < NEAR_ENOUGH;
    if (!(distance > THERE) || stuck || steps === MOST_NEWTON_STEPS)
      return { ...here, hessian, iterations, converged: definite && distance < NEAR_ENOUGH };
    const next = lineSearch(
      objective,
      here,
      step.map((value) => -value),
      reach,
    );
    if (next === undefined)
      return { ...here, hessian, iterations, converged: definite && distance < NEAR_ENOUGH };
    here = next;
    iterations++;
    last = distance;
    hessian = hessianOf(objective, here.at);
  }
}

function evaluate(objective: Objective, at: Float64Array): Evaluation {
  const gradient = new Float64Array(at.length);
  const value = objective(at, gradient);
  return { at, value, gradient };
}

function startingInverse(hessian: Float64Array | undefined, size: number): Float64Array | undefined {
  if (hessian === undefined) return undefined;
  const factors = ldlFactors(hessian, size, SINGULAR);
  if (factors.rank < size) return undefined;
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    inverse.set(ldlSolve(factors, unit), i * size);
  }
  return inverse;
}

/** The step with the diagonal raised until the matrix is positive definite. */
function damped(hessian: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  let most = 0;
  for (const value of hessian) if (Math.abs(value) > most) most = Math.abs(value);
  for (let share = 1e-8; share < 1e8; share *= 10) {
    const raised = hessian.slice();
    for (let i = 0; i < size; i++) raised[i * size + i] = (raised[i * size + i] as number) + share * most;
    const factors = ldlFactors(raised, size, SINGULAR);
    if (factors.rank === size) return ldlSolve(factors, gradient);
  }
  return gradient.slice();
}

/** The inverse Hessian after a step; left as it was where the function does not curve upwards along it. */
function updated(
  inverse: Float64Array | undefined,
  from: Evaluation,
  to: Evaluation,
): Float64Array | undefined {
  const size = from.at.length;
  const s = to.at.map((value, i) => value - (from.at[i] as number));
  const y = to.gradient.map((value, i) => value - (from.gradient[i] as number));
  const sy = dotProduct(s, y);
  if (!(sy > 1e-12 * Math.sqrt(dotProduct(s, s) * dotProduct(y, y)))) return inverse;
  const first = inverse ?? scaledIdentity(size, sy / dotProduct(y, y));
  const Hy = times(first, y, 1);
  const scale = 1 + dotProduct(y, Hy) / sy;
  return first.map((value, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    const [si, sj] = [s[i] as number, s[j] as number];
    return value + (scale * si * sj - (Hy[i] as number) * sj - si * (Hy[j] as number)) / sy;
  });
}

function scaledIdentity(size: number, scale: number): Float64Array {
  return new Float64Array(size * size).map((_, at) => (Math.floor(at / size) === at % size ? scale : 0));
}

/** factor M v, where no matrix at all stands for one that makes v of length 1. */
function times(matrix: Float64Array | undefined, vector: Float64Array, factor: number): Float64Array {
  if (matrix === undefined) {
    const length = Math.sqrt(dotProduct(vector, vector));
    return vector.map((value) => (length > 0 ? (factor * value) / length : 0));
  }
  const size = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (matrix[i * size + j] as number) * (vector[j] as number);
    return factor * sum;
  });
}
