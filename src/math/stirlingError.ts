import { horner } from "./horner.ts";
import { logGammaOfOnePlus, logGammaOfTwoPlus } from "./logGammaSeries.ts";

const HALF_LOG_2PI = 0.9189385332046728;

/**
 * log Gamma(n + 1) minus Stirling's approximation (n + 1/2) log n - n + log(2 pi) / 2, for real n >= 0
 * (Infinity at 0, where Stirling's approximation of 0! is 0).
 *
 * What Loader (2000), "Fast and accurate computation of binomial probabilities", calls delta(n): left over
 * when the large terms of a log-factorial have cancelled on paper instead of in floating point. Stirling's
 * series from 10 up; below, the exact difference of neighbours; below 1, log-gamma itself. [Loader2000]
 */
export function stirlingError(n: number): number {
  let sum = 0;
  let argument = n;
  if (argument >= 1) {
    for (; argument < 10; argument += 1) sum += stepDown(argument);
    return sum + stirlingSeries(argument);
  }
  const logGamma = n <= 0.5 ? logGammaOfOnePlus(n) : logGammaOfTwoPlus(n - 1);
  return logGamma - (n + 0.5) * Math.log(n) + n - HALF_LOG_2PI;
}

/**
 * delta(n) - delta(n + 1) = (n + 1/2) log(1 + 1/n) - 1. With s = 1 / (2n + 1) the logarithm is 2 artanh(s),
 * and the 1 cancels against the first term of its series.
 */
function stepDown(n: number): number {
  const s = 1 / (2 * n + 1);
  const square = s * s;
  let sum = 0;
  let power = square;
  for (let k = 3; power > 1e-18; k += 2) {
    sum += power / k;
    power *= square;
  }
  return sum;
}

/** 1/(12 n) - 1/(360 n^3) + …: B_2k / (2k (2k - 1) n^(2k - 1)). */
function stirlingSeries(n: number): number {
  const coefficients = [
    -3617 / 122400,
    1 / 156,
    -691 / 360360,
    1 / 1188,
    -1 / 1680,
    1 / 1260,
    -1 / 360,
    1 / 12,
  ];
  return horner(1 / n / n, coefficients) / n;
}
