import { logGammaRatio } from "./gammaRatio.ts";
import { gaussLegendre } from "./gaussLegendre.ts";

// Terms are added one by one until the next is smaller than its neighbor by less than this share.
const SMOOTH = 0.005;
// Stirling's series for neighboring terms is smooth from here on.
const LARGE = 200;
// What is smaller by the factor exp(-45) is left out.
const DROP = 45;

/**
 * The sum of the first `terms` terms (which may be infinitely many) of
 *
 *     exp(-rate k) (a)_k / (a + g)_k,   k = 0, 1, …,   (a)_k = Gamma(a + k) / Gamma(a),
 *
 * for a > 0, g >= 0 and rate >= 0: the discounted share of a beta-geometric lifetime that survives k periods. Of
 * infinitely many terms it is the hypergeometric function 2F1(1, a; a + g; exp(-rate)); of finitely many without a
 * rate, ((a + g - 1) / (g - 1)) (1 - (a)_n / (a + g - 1)_n). Both have their troubles (near 1 the series needs a
 * trillion terms, at g = 1 the quotient is 0 / 0); the sum itself has none. From where neighbors are nearly equal,
 *
 *     sum of f(k) from K to M - 1 = integral of f from K - 1/2 to M - 1/2 - (1/24) (f'(M - 1/2) - f'(K - 1/2)) + …,
 *
 * Euler and Maclaurin's formula about midpoints, 25.4.2 and 3.6.28 of [AbramowitzStegun1964], with the derivatives from
 * differences of neighbors.
 */
export function betaGeometricSum(a: number, g: number, rate: number, terms: number): number {
  const discount = Math.exp(-rate);
  let sum = 0;
  let term = 1;
  for (let k = 0; k < terms; k++) {
    const b = a + k;
    if (g / b + rate < SMOOTH && b > LARGE && terms - k > LARGE)
      return sum + term * tail(b, g, rate, terms - k);
    sum += term;
    if (term < 1e-20 * sum) break;
    term *= discount * (b / (b + g));
  }
  return sum;
}

/** The sum of the terms left, as a multiple of the first of them. */
function tail(b: number, g: number, rate: number, terms: number): number {
  const start = b - 0.5;
  const { nodes, weights } = gaussLegendre(16);
  // log f(K - 1/2) / f(K)
  const first = rate / 2 + logGammaRatio(start + g, 0.5) - logGammaRatio(start, 0.5);
  let sum = 0;
  let [u, j] = [0, 0];
  const end = Math.log1p(terms / start);
  while (u < end && rate * j + fall(start, g, j) - u < DROP) {
    // In u = log(1 + j / start) a panel is as wide as the logarithm of the integrand is nearly straight.
    const half = Math.min((end - u) / 2, 2 / (4 + g + 3 * rate * (start + j)));
    for (let i = 0; i < nodes.length; i++) {
      const at = u + half * (1 + (nodes[i] as number));
      const grown = start * Math.expm1(at);
      const value = Math.exp(first - rate * grown - fall(start, g, grown));
      sum += half * (weights[i] as number) * (start + grown) * value;
    }
    u += 2 * half;
    j = start * Math.expm1(u);
  }
  // Minus the differences of neighbors around both ends, f(k - 1) - f(k) = f(k) (exp(rate) (1 + g / (b + k - 1)) - 1).
  const difference = (k: number): number => Math.expm1(rate) + (Math.exp(rate) * g) / (b + k - 1);
  sum -= difference(0) / 24;
  if (terms < Infinity) sum += (Math.exp(-rate * terms - fall(b, g, terms)) * difference(terms)) / 24;
  return sum;
}

/** log (b + g)_j / (b)_j, from the ratio whose parts are smaller. */
function fall(b: number, g: number, j: number): number {
  return j < g
    ? logGammaRatio(b + g, j) - logGammaRatio(b, j)
    : logGammaRatio(b + j, g) - logGammaRatio(b, g);
}
