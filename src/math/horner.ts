/** A polynomial by Horner's rule; the coefficients run from the highest power down to the constant. */
export function horner(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
