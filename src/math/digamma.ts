import { horner } from "./horner.ts";

/**
 * The logarithmic derivative of the gamma function, for x > 0: -Infinity at 0.
 *
 * The recurrence psi(x) = psi(x + 1) - 1/x up to 10, then the asymptotic series
 * log x - 1/(2x) - 1/(12x^2) + 1/(120x^4) - …: formulas 6.3.5 and 6.3.18 of [AbramowitzStegun1964].
 */
export function digamma(x: number): number {
  let sum = 0;
  let argument = x;
  for (; argument < 10; argument += 1) sum -= 1 / argument;
  return sum + Math.log(argument) - digammaRemainder(argument);
}

/** log x - psi(x) for x >= 10: 1/(2x) + sum of B_2k / (2k x^2k). */
export function digammaRemainder(x: number): number {
  const coefficients = [1 / 12, -691 / 32760, 1 / 132, -1 / 240, 1 / 252, -1 / 120, 1 / 12];
  const inverse = 1 / x;
  return inverse * (0.5 + inverse * horner(inverse * inverse, coefficients));
}
