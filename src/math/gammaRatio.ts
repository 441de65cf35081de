import { digamma, digammaRemainder } from "./digamma.ts";
import { logGamma } from "./logGamma.ts";
import { stirlingError } from "./stirlingError.ts";

const FEW = 24;

/**
 * log(Gamma(a + d) / Gamma(a)) for a > 0 and d >= 0. Subtracting two log-gammas would lose what they share, which for
 * a large a is nearly everything; here the large terms cancel on paper:
 *
 *     (a + d - 1/2) log(1 + d/a) + d (log a - 1) + delta(a + d) - delta(a),
 *
 * from Stirling's formula with its remainder delta, formula 6.1.40 of [AbramowitzStegun1964]. A short product of whole
 * steps is taken as it is.
 */
export function logGammaRatio(a: number, d: number): number {
  if (d <= FEW && Number.isInteger(d)) {
    let product = 1;
    let sum = 0;
    for (let i = 0; i < d; i++) {
      product *= a + i;
      if (product > 1e200) {
        sum += Math.log(product);
        product = 1;
      }
    }
    return sum + Math.log(product);
  }
  if (a < 1) return logGamma(a + d) - logGamma(a);
  return (
    (a + d - 0.5) * Math.log1p(d / a) + d * (Math.log(a) - 1) + (stirlingError(a + d) - stirlingError(a))
  );
}

/** psi(a + d) - psi(a), the derivative of {@link logGammaRatio} by a, with the same care. */
export function digammaDifference(a: number, d: number): number {
  if (d <= FEW && Number.isInteger(d)) {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += 1 / (a + i);
    return sum;
  }
  if (a < 10) return digamma(a + d) - digamma(a);
  return Math.log1p(d / a) - (digammaRemainder(a + d) - digammaRemainder(a));
}
