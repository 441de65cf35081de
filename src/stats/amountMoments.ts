import { CompensatedSum } from "../math/compensatedSum.ts";
import { countedMoments } from "../math/moments.ts";

/** Amounts by their moments. */
export interface AmountMoments {
  readonly n: number;
  /** 0 without amounts. */
  readonly mean: number;
  /** The sum of (x - mean)^2; 0 when the amounts show no spread. */
  readonly squares: number;
  /** The sum of (x - mean)^3. */
  readonly cubes: number;
  /** The amounts themselves, for the bootstrap alone. */
  readonly values: () => Float64Array;
}

/** Amounts by their sums. */
export interface AmountSums {
  readonly n: number;
  readonly sum: CompensatedSum;
  readonly sumOfSquares: CompensatedSum;
  readonly sumOfCubes: CompensatedSum;
  /** The amounts themselves, for the bootstrap alone. */
  readonly values: () => Float64Array;
}

const NONE = { mean: 0, squares: 0, cubes: 0 } as const;

/** The moments of amounts that are at hand, by two passes, so that nothing cancels. */
export function amountMoments(amounts: Float64Array): AmountMoments {
  const n = amounts.length;
  const values = (): Float64Array => amounts;
  if (n === 0) return { ...NONE, n, values };
  const { mean, sumOfSquares: squares, sumOfCubes: cubes } = countedMoments(amounts);
  const spread = squares > noiseOf(n, squares + n * mean * mean);
  return { n, mean, squares: spread ? squares : 0, cubes: spread ? cubes : 0, values };
}

/** The moments of amounts of which only sums are kept. */
export function momentsOfSums(sums: AmountSums): AmountMoments {
  const { n, sum, values } = sums;
  if (n === 0) return { ...NONE, n, values };
  const mean = sum.value / n;
  return { n, mean, ...deviations(sums, mean), values };
}

/** What rounding in twice the digits may leave of a sum of squares: for each amount a share of 2^-100. */
function noiseOf(n: number, sumOfSquares: number): number {
  return n * 7.888609052210118e-31 * sumOfSquares;
}

/**
 * The sums of (x - m)^2 and (x - m)^3 from those of x, x^2 and x^3, all in twice the digits of a double:
 *
 *     Q - m (2 S - m n),   C - m (3 Q - m (3 S - m n))
 *
 * What is no more than their rounding is 0: no spread, and no skewness.
 */
function deviations(
  { n, sum: S, sumOfSquares: Q, sumOfCubes: C }: AmountSums,
  m: number,
): { readonly squares: number; readonly cubes: number } {
  const squares = less(Q, m, lessTimes(2, S, m, n)).value;
  const cubes = less(C, m, less(scaled(3, Q), m, lessTimes(3, S, m, n))).value;
  const noise = noiseOf(n, Q.value);
  return {
    squares: squares > noise ? squares : 0,
    cubes: squares > noise && Math.abs(cubes) > noise * Math.abs(m) ? cubes : 0,
  };
}

/** a - m b. */
function less(a: CompensatedSum, m: number, b: CompensatedSum): CompensatedSum {
  const rest = new CompensatedSum();
  rest.add(a.high);
  rest.add(a.low);
  rest.addProduct(-m, b.high);
  rest.addProduct(-m, b.low);
  return rest;
}

/** k a - m n. */
function lessTimes(k: number, a: CompensatedSum, m: number, n: number): CompensatedSum {
  const rest = scaled(k, a);
  rest.addProduct(-m, n);
  return rest;
}

/** k a. */
function scaled(k: number, a: CompensatedSum): CompensatedSum {
  const product = new CompensatedSum();
  product.addProduct(k, a.high);
  product.addProduct(k, a.low);
  return product;
}
