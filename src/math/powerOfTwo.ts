/** The power of two at or below a number above 0, to divide by without a loss of digits; 1 for 0. */
export function powerOfTwoBelow(value: number): number {
  // The logarithm of the largest double is rounded up, to 1024.
  return value > 0 ? 2 ** Math.min(1023, Math.floor(Math.log2(value))) : 1;
}

/** That of the largest of some numbers: in units of it neither their sums nor their cubes overflow or vanish. */
export function scaleOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return powerOfTwoBelow(most);
}
