/**
 * x log(x / mean) + mean - x for x, mean > 0: never negative, 0 where they agree.
 *
 * The deviance term (bd0) of Loader's (2000) saddle-point form. Close to the mean its parts cancel, so there
 * it is summed as a series in v = (x - mean) / (x + mean). [Loader2000]
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  const v = difference / (x + mean);
  if (!(Math.abs(v) <= 0.1)) return x * logRatio(x, mean) - difference;
  let sum = 0;
  let term = 2 * (x * v) * (v * v);
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    sum += term / k;
    term *= v * v;
  }
  return difference * v + sum;
}

/** log(x / y), also where the quotient itself would overflow or lose bits. */
function logRatio(x: number, y: number): number {
  const ratio = x / y;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(y);
}
