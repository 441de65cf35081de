import { horner } from "./horner.ts";

/**
 * log Gamma(2 + z) for |z| <= 1/2, with full relative accuracy (the value is 0 at z = 0).
 *
 * The Taylor series z (1 - gamma) + sum over k >= 2 of (-1)^k (zeta(k) - 1) z^k / k: formula 6.1.33 of
 * Abramowitz and Stegun (1964), Handbook of Mathematical Functions, shifted by one. [AbramowitzStegun1964]
 */
export function logGammaOfTwoPlus(z: number): number {
  return z * horner(z, COEFFICIENTS);
}

/** log Gamma(1 + z) for |z| <= 1/2, with full relative accuracy (the value is 0 at z = 0). */
export function logGammaOfOnePlus(z: number): number {
  return logGammaOfTwoPlus(z) - Math.log1p(z);
}

/** (-1)^k (zeta(k) - 1) / k from k = 26 down to 2, then 1 - gamma. */
const COEFFICIENTS: readonly number[] = [
  5.731367241678862e-10, -1.1921401405860912e-9, 2.4836745438024785e-9, -5.183475041970047e-9,
  1.0838659214896955e-8, -2.2711094608943164e-8, 4.7698101693639804e-8, -1.0043224823968099e-7,
  2.1207184805554665e-7, -4.492469198764566e-7, 9.55141213040742e-7, -0.000002039215753801366,
  0.000004374866789907488, -0.000009439488275268397, 0.00002050721277567069, -0.00004492623673813314,
  0.00009945751278180853, -0.00022315475845357939, 0.0005096695247430425, -0.001192753911703261,
  0.0028905103307415234, -0.007385551028673986, 0.020580808427784546, -0.0673523010531981, 0.3224670334241132,
  0.42278433509846713,
];
