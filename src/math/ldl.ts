import { dotProduct } from "./dotProduct.ts";

/** A symmetric positive semidefinite matrix as L D L', with L unit lower triangular. Matrices are stored by rows. */
export interface LdlFactors {
  readonly size: number;
  /** The entries of L below its diagonal of ones. */
  readonly lower: Float64Array;
  /** The diagonal of D; 0 where a column depends on those before it. */
  readonly pivots: Float64Array;
  /** How many columns do not depend on those before them. */
  readonly rank: number;
}

/**
 * Factors a symmetric positive semidefinite matrix, of which only the lower triangle is read, in the order of its
 * columns: Golub and Van Loan (2013), Matrix Computations, section 4.1.2 [GolubVanLoan2013].
 *
 * A column whose pivot is at most `tolerance` of its own diagonal entry depends on the columns before it, within
 * rounding. It is left out: its pivot is 0, and {@link ldlSolve} gives it 0.
 */
export function ldlFactors(matrix: Float64Array, size: number, tolerance: number): LdlFactors {
  const lower = new Float64Array(size * size);
  const pivots = new Float64Array(size);
  let rank = 0;
  for (let column = 0; column < size; column++) {
    const own = matrix[column * size + column] as number;
    const pivot = own - inner(lower, pivots, size, column, column);
    if (!(pivot > tolerance * own && pivot > 0)) continue;
    pivots[column] = pivot;
    rank++;
    for (let row = column + 1; row < size; row++) {
      const entry = (matrix[row * size + column] as number) - inner(lower, pivots, size, row, column);
      lower[row * size + column] = entry / pivot;
    }
  }
  return { size, lower, pivots, rank };
}

/** The sum of l(row, k) d(k) l(column, k) over the columns k before `column`. */
function inner(lower: Float64Array, pivots: Float64Array, size: number, row: number, column: number): number {
  let sum = 0;
  for (let k = 0; k < column; k++) {
    sum += (lower[row * size + k] as number) * (pivots[k] as number) * (lower[column * size + k] as number);
  }
  return sum;
}

/** The x with A x = b, for a b in the range of A; 0 where a column was left out. */
export function ldlSolve({ size, lower, pivots }: LdlFactors, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = 0; row < size; row++) {
    let value = x[row] as number;
    for (let k = 0; k < row; k++) value -= (lower[row * size + k] as number) * (x[k] as number);
    x[row] = pivots[row] === 0 ? 0 : value;
  }
  for (let row = size - 1; row >= 0; row--) {
    if (pivots[row] === 0) continue;
    let value = (x[row] as number) / (pivots[row] as number);
    for (let k = row + 1; k < size; k++) value -= (lower[k * size + row] as number) * (x[k] as number);
    x[row] = value;
  }
  return x;
}

/** The inverse; a generalized one, with 0 in the rows and columns that were left out. */
export function ldlInverse(factors: LdlFactors): Float64Array {
  const { size, pivots } = factors;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    if (pivots[column] === 0) continue;
    unit.fill(0);
    unit[column] = 1;
    const solved = ldlSolve(factors, unit);
    // Each entry once: computed twice, the two would differ in their last bits.
    for (let row = column; row < size; row++) {
      inverse[row * size + column] = solved[row] as number;
      inverse[column * size + row] = solved[row] as number;
    }
  }
  return inverse;
}

/** b' A^-1 b, for a b in the range of A. */
export function ldlQuadratic(factors: LdlFactors, b: Float64Array): number {
  return dotProduct(b, ldlSolve(factors, b));
}
