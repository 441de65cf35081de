/** A polynomial by Horner's rule; the coefficients run from the highest power down to the constant. */
export function horner(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
