import { horner } from "./horner.ts";

/**
 * The z with P(Z <= z) = p for a standard normal Z; -Infinity at 0, Infinity at 1, NaN outside.
 *
 * Rational approximations of Wichura (1988), "Algorithm AS 241", Applied Statistics 37, 477-484 (PPND16):
 * one in (p - 1/2)^2 for the centre, two in sqrt(-log(tail)) beyond. [Wichura1988]
 */
export function normalQuantile(p: number): number {
  if (p === 0 || p === 1) return (p - 0.5) / 0;
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return centred * ratio(r, CENTRE_TOP, CENTRE_BOTTOM);
  }
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, TAIL_TOP, TAIL_BOTTOM) : ratio(r - 5, FAR_TOP, FAR_BOTTOM);
  return centred < 0 ? -z : z;
}

const CENTRE_TOP: readonly number[] = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM: readonly number[] = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const TAIL_TOP: readonly number[] = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496837,
];
const TAIL_BOTTOM: readonly number[] = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_TOP: readonly number[] = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501104,
];
const FAR_BOTTOM: readonly number[] = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/** A rational function: one polynomial over another. */
function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  return horner(x, top) / horner(x, bottom);
}

/**
 * P(Z <= z) for a standard normal Z, with full relative accuracy in the lower tail (down to z = -37.5, where
 * the result leaves the normal range of doubles). For the upper tail use normalCdf(-z).
 *
 * Rational Chebyshev approximations of Cody (1969), "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23, 631-637, in the form for the normal distribution given by Cody (1993),
 * "Algorithm 715: SPECFUN", ACM Transactions on Mathematical Software 19, 22-30. [Cody1969] [Cody1993]
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.66291) {
    const square = z * z;
    return 0.5 + z * ratio(square, NEAR_TOP, NEAR_BOTTOM);
  }
  const tail = upperTail(size);
  return z > 0 ? 1 - tail : tail;
}

const SQRT_32 = 5.656854249492381;
const INVERSE_SQRT_2PI = 0.3989422804014327;

/** P(Z > z) for z above 0.66. */
function upperTail(z: number): number {
  if (z > 39) return 0;
  if (z <= SQRT_32) return ratio(z, MIDDLE_TOP, MIDDLE_BOTTOM) * halfSquareExp(z);
  const r = 1 / (z * z);
  const correction = r * ratio(r, OUTER_TOP, OUTER_BOTTOM);
  return ((INVERSE_SQRT_2PI - correction) / z) * halfSquareExp(z);
}

/** exp(-z^2 / 2). The square of the leading bits of z is exact, so that the exponent loses nothing. */
function halfSquareExp(z: number): number {
  const leading = Math.trunc(z * 16) / 16;
  return Math.exp((-leading * leading) / 2) * Math.exp((-(z - leading) * (z + leading)) / 2);
}

const NEAR_TOP: readonly number[] = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.689485460371, 18154.98125334356,
];
const NEAR_BOTTOM: readonly number[] = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
];
const MIDDLE_TOP: readonly number[] = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388375, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_BOTTOM: readonly number[] = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const OUTER_TOP: readonly number[] = [
  0.02307344176494017, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278936,
  0.000029112874951168793,
];
const OUTER_BOTTOM: readonly number[] = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.0000729751555083966,
];
