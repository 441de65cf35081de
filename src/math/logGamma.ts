import { logGammaOfOnePlus, logGammaOfTwoPlus } from "./logGammaSeries.ts";
import { stirlingError } from "./stirlingError.ts";

const HALF_LOG_2PI = 0.9189385332046728;

/**
 * The logarithm of the gamma function for x > 0, with full relative accuracy also around its zeros 1 and 2;
 * Infinity at 0, NaN below.
 *
 * Taylor series about 1 and 2 (see logGammaSeries.ts), Stirling's formula with its exact remainder beyond.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x < 0.5) return logGammaOfOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaOfOnePlus(x - 1);
  if (x <= 2.5) return logGammaOfTwoPlus(x - 2);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_2PI + stirlingError(x);
}
