import { CompensatedSum } from "./compensatedSum.ts";

/** The first three moments of counted values: the deviations are from the mean, weighted by the counts. */
export interface Moments {
  /** The sum of the counts. */
  readonly n: number;
  /** NaN when n is 0 or a value is not finite; otherwise always finite. */
  readonly mean: number;
  /** The sum of count (value - mean)^2; Infinity where it exceeds the largest double. */
  readonly sumOfSquares: number;
  /** The sum of count (value - mean)^3; ±Infinity where it exceeds the largest double. */
  readonly sumOfCubes: number;
}

const STEP = 2.037035976334486e90; // 2^300

/**
 * The mean and the sums of squared and cubed deviations of values, each standing for `counts[i]` observations
 * (1 if there are no counts).
 *
 * Two passes, as Chan, Golub and LeVeque (1983), "Algorithms for computing the sample variance", The American
 * Statistician 37, 242-247, advise, with compensated sums [ChanGolubLeVeque1983]. Values near either end of the
 * range of doubles are first scaled by a power of two, so that neither their sum nor their cubes overflow or
 * vanish on the way.
 */
export function countedMoments(values: ArrayLike<number>, counts?: ArrayLike<number>): Moments {
  const scale = scaleOf(values);
  const countOf = (index: number): number => (counts === undefined ? 1 : (counts[index] ?? 0));
  let n = 0;
  const sum = new CompensatedSum();
  for (let i = 0; i < values.length; i += 1) {
    const count = countOf(i);
    n += count;
    sum.addProduct((values[i] ?? NaN) / scale, count);
  }
  const rounded = sum.value / n;
  const correction = remainder(sum, rounded, n) / n;
  const mean = rounded + correction;
  const rest = significant(correction - (mean - rounded), mean);

  const squares = new CompensatedSum();
  const cubes = new CompensatedSum();
  for (let i = 0; i < values.length; i += 1) {
    const count = countOf(i);
    const deviation = (values[i] ?? NaN) / scale - mean - rest;
    squares.addProduct(deviation * deviation, count);
    cubes.addProduct(deviation * deviation * deviation, count);
  }
  return {
    n,
    mean: mean * scale,
    sumOfSquares: squares.value * scale * scale,
    sumOfCubes: cubes.value * scale * scale * scale,
  };
}

/** A power of two that brings the largest value into the middle of the range of doubles. */
function scaleOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) most = Math.max(most, Math.abs(values[i] ?? NaN));
  let scale = 1;
  if (!(most > 0 && most < Infinity)) return scale;
  while (most / scale > STEP) scale *= STEP;
  while (most / scale < 1 / STEP) scale /= STEP;
  return scale;
}

/** What rounding took from the mean; 0 if only noise of the sum, so that equal values have no deviations. */
function significant(rest: number, mean: number): number {
  return Math.abs(rest) > Math.abs(mean) * 1e-29 ? rest : 0;
}

/** What the rounded mean leaves of the sum: sum - n mean. */
function remainder(sum: CompensatedSum, mean: number, n: number): number {
  const rest = new CompensatedSum();
  rest.add(sum.high);
  rest.add(sum.low);
  rest.addProduct(-mean, n);
  return rest.value;
}
