import type { Interval } from "../estimate.ts";
import { type Minimum, minimise, type Objective } from "../math/minimise.ts";

const REACH = 30;
const MOST_STEPS = 60;

/**
 * The values of one coordinate that the likelihood-ratio test does not reject, the others being at their best for
 * each: where twice the rise of the objective above its minimum is z^2. Venzon and Moolgavkar (1988)
 * [VenzonMoolgavkar1988]; here each end is found by doubling and then by regula falsi on the signed root, which is
 * nearly a straight line. An end that is not reached is `null`: the data do not exclude any value on that side.
 */
export function profileInterval(
  objective: Objective,
  minimum: Minimum,
  coordinate: number,
  error: number,
  z: number,
): Interval {
  return { low: end(-1), high: end(1) };

  function end(side: -1 | 1): number | null {
    const centre = minimum.at[coordinate] as number;
    let others = without(minimum.at, coordinate);
    let hessian = withoutBoth(minimum.hessian, minimum.at.length, coordinate);
    // How far the signed root of the profile is beyond z.
    const beyond = (distance: number): number => {
      const value = centre + side * distance;
      const profile = minimise(restricted(objective, coordinate, value), others, { reach: REACH, hessian });
      // A search that ended nowhere is no place to start the next one from.
      if (Number.isFinite(profile.value)) ({ at: others, hessian } = profile);
      return Math.sqrt(Math.max(0, 2 * (profile.value - minimum.value))) - z;
    };
    let [near, nearBeyond] = [0, -z];
    // Not 0, which no doubling leaves.
    let far = Math.max(z * error, 1e-9);
    let farBeyond = beyond(far);
    while (farBeyond < 0) {
      [near, nearBeyond] = [far, farBeyond];
      far *= 2;
      if (far > REACH) return null;
      farBeyond = beyond(far);
    }
    let lastSide = 0;
    for (let step = 0; step < MOST_STEPS && far - near > 1e-10 * far; step++) {
      const share = farBeyond < Infinity ? nearBeyond / (nearBeyond - farBeyond) : 0.5;
      const middle = near + (far - near) * share;
      const middleBeyond = beyond(middle);
      if (Math.abs(middleBeyond) < 1e-10) return centre + side * middle;
      if (middleBeyond < 0) {
        [near, nearBeyond] = [middle, middleBeyond];
        // The Illinois variant: an end that stays twice counts half [DowellJarratt1971].
        if (lastSide === -1) farBeyond /= 2;
        lastSide = -1;
      } else {
        [far, farBeyond] = [middle, middleBeyond];
        if (lastSide === 1) nearBeyond /= 2;
        lastSide = 1;
      }
    }
    return centre + side * far;
  }
}

/** The objective with one coordinate held. */
function restricted(objective: Objective, coordinate: number, value: number): Objective {
  return (others, gradient) => {
    const at = new Float64Array(others.length + 1);
    at.set(others.subarray(0, coordinate));
    at[coordinate] = value;
    at.set(others.subarray(coordinate), coordinate + 1);
    const full = new Float64Array(at.length);
    const result = objective(at, full);
    gradient.set(without(full, coordinate));
    return result;
  };
}

function withoutBoth(matrix: Float64Array, size: number, coordinate: number): Float64Array {
  return matrix.filter((_, i) => i % size !== coordinate && Math.floor(i / size) !== coordinate);
}

function without(values: Float64Array, coordinate: number): Float64Array {
  return values.filter((_, i) => i !== coordinate);
}
