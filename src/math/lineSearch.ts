import { dotProduct } from "./dotProduct.ts";
import type { Evaluation, Objective } from "./minimise.ts";

const MOST_TRIALS = 60;
const LONGEST = 4;
// The constants of the two conditions, as Nocedal and Wright recommend them.
const FALL = 1e-4;
const FLATTENING = 0.9;

/**
 * A point along a direction of descent where the value has fallen enough and the slope has flattened (the weak Wolfe
 * conditions), found by doubling and halving: Lewis and Overton (2013), algorithm 2.6 [LewisOverton2013]. No step
 * moves a coordinate by more than 4, nor beyond `reach`. `undefined` when no shorter step falls either.
 */
export function lineSearch(
  objective: Objective,
  from: Evaluation,
  direction: Float64Array,
  reach: number,
): Evaluation | undefined {
  const slope = dotProduct(from.gradient, direction);
  // So little is lost in the rounding of the value.
  const slack = 1e-14 * Math.abs(from.value);
  const most = longest(from.at, direction, reach);
  if (!(slope < 0 && most > 0)) return undefined;
  let [low, high] = [0, Infinity];
  let best: Evaluation | undefined;
  let t = Math.min(1, most);
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const at = from.at.map((value, i) => value + t * (direction[i] as number));
    const gradient = new Float64Array(at.length);
    const value = objective(at, gradient);
    const fell = value <= from.value + FALL * t * slope + slack && gradient.every(Number.isFinite);
    if (fell) {
      best = { at, value, gradient };
      if (dotProduct(gradient, direction) >= FLATTENING * slope || t >= most) return best;
      low = t;
    } else high = t;
    t = high < Infinity ? (low + high) / 2 : Math.min(2 * t, most);
  }
  return best;
}

function longest(at: Float64Array, direction: Float64Array, reach: number): number {
  let most = Infinity;
  for (let i = 0; i < at.length; i++) {
    const speed = Math.abs(direction[i] as number);
    if (speed === 0) continue;
    const room = reach - Math.sign(direction[i] as number) * (at[i] as number);
    most = Math.min(most, Math.min(LONGEST, Math.max(0, room)) / speed);
  }
  return most;
}
