import type { Objective } from "./minimise.ts";

// The truncation error is in proportion to the fourth power of the step, and rounding is divided by it: either is
// some 1e-11 of the derivatives.
const STEP = 2e-3;
const STENCIL: readonly (readonly [steps: number, weight: number])[] = [
  [-2, 1],
  [-1, -8],
  [1, 8],
  [2, -1],
];

/**
 * The second derivatives by rows, from differences of the gradient g at five points (Abramowitz and Stegun, 25.3.6
 * [AbramowitzStegun1964]), made symmetric. Exact enough for standard errors that agree to eight digits wherever they
 * are computed.
 *
 *     g'(x) = (g(x - 2h) - 8 g(x - h) + 8 g(x + h) - g(x + 2h)) / (12 h)
 */
export function hessianOf(objective: Objective, at: Float64Array): Float64Array {
  const size = at.length;
  const hessian = new Float64Array(size * size);
  const moved = at.slice();
  const gradient = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (const [steps, weight] of STENCIL) {
      moved[i] = (at[i] as number) + steps * STEP;
      objective(moved, gradient);
      for (let j = 0; j < size; j++) {
        const half = (weight * (gradient[j] as number)) / (24 * STEP);
        hessian[i * size + j] = (hessian[i * size + j] as number) + half;
        hessian[j * size + i] = (hessian[j * size + i] as number) + half;
      }
    }
    moved[i] = at[i] as number;
  }
  return hessian;
}
