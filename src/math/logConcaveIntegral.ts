import { gaussLegendre } from "./gaussLegendre.ts";

/** A function of y with up to five parameters, so that nothing is allocated for an integral. */
export type Integrand = (y: number, a: number, b: number, c: number, d: number, e: number) => number;

/** What is smaller than the largest value by the factor exp(-37) = 1e-16 is left out. */
const DROP = 37;
const WIDEST_PANEL = 3;

/**
 * The logarithm of the integral of exp(log(y)) from `low` to `high`, both finite, where `log` is concave and `slope`
 * its derivative.
 *
 * From the peak to either side, as far as the integrand counts (Newton's method, which for a concave function comes
 * from outside and never overshoots), in panels of at most 3 with 32 Gauss-Legendre points each. Within 1e-12 when
 * exp(log(y)) is analytic at a distance of 2 around the real line, as functions of a logarithm of time are.
 */
export function logConcaveIntegral(
  log: Integrand,
  slope: Integrand,
  low: number,
  high: number,
  a: number,
  b: number = 0,
  c: number = 0,
  d: number = 0,
  e: number = 0,
): number {
  if (!(high > low)) return -Infinity;
  let from = low;
  let to = high;
  let peak = low;
  if (slope(low, a, b, c, d, e) > 0) {
    peak = high;
    if (slope(high, a, b, c, d, e) < 0) {
      // Where the slope turns; close is enough, since the peak only tells where to look.
      let [left, right] = [low, high];
      for (let step = 0; step < 30; step++) {
        peak = (left + right) / 2;
        if (slope(peak, a, b, c, d, e) > 0) left = peak;
        else right = peak;
      }
    }
  }
  const top = log(peak, a, b, c, d, e);
  while (log(from, a, b, c, d, e) < top - DROP - 3)
    from += (top - DROP - log(from, a, b, c, d, e)) / slope(from, a, b, c, d, e);
  while (log(to, a, b, c, d, e) < top - DROP - 3)
    to += (top - DROP - log(to, a, b, c, d, e)) / slope(to, a, b, c, d, e);

  const { nodes, weights } = gaussLegendre();
  let sum = 0;
  for (let side = 0; side < 2; side++) {
    const start = side === 0 ? from : peak;
    const span = (side === 0 ? peak : to) - start;
    const panels = Math.ceil(span / WIDEST_PANEL);
    const half = span / panels / 2;
    for (let panel = 0; panel < panels; panel++) {
      const middle = start + (2 * panel + 1) * half;
      for (let i = 0; i < nodes.length; i++) {
        const y = middle + half * (nodes[i] as number);
        sum += half * (weights[i] as number) * Math.exp(log(y, a, b, c, d, e) - top);
      }
    }
  }
  return top + Math.log(sum);
}
