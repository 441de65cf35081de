import { CompensatedSum } from "../math/compensatedSum.ts";
import { digammaDifference } from "../math/gammaRatio.ts";
import { gaussLegendre } from "../math/gaussLegendre.ts";
import { type Contract, logRetained, power } from "./contractModel.ts";

// Terms that are added one by one, for c up to 1. After them the steepness of the terms' logarithm is below 40/1000 as
// long as a term is above e^-40, because the chance to leave falls with time (for c > 1, in units of t^c).
const TERMS = 1000;
const POINTS = 16;
const NOTHING_LEFT = 1e-18;

/**
 * The sum of S(first + t) / S(given) / (1 + discountRate)^t over t = 0, 1, 2, …; Infinity when there is none.
 *
 * The first terms are added; the rest is their integral, with the first two corrections of Euler and Maclaurin, formula
 * 3.6.28 of [AbramowitzStegun1964]: f(M)/2 - f'(M)/12. So no transformation of 2F1 is needed, whose special
 * cases would be every whole alpha, and c may be anything.
 */
export function lifetimeSum(contract: Contract, given: number, first: number, discountRate: number): number {
  const { alpha, beta, c } = contract;
  if (alpha === 0) return (1 + discountRate) / discountRate;
  if (beta === 0 && given === 0) return first === 0 ? 1 : 0;
  const beyond = criticality(alpha, c);
  if (discountRate === 0 && !(beyond > 0)) return Infinity;
  const delta = Math.log1p(discountRate);
  const term = (at: number): number => Math.exp(logRetained(contract, given, at) - delta * (at - first));
  const most = first + Math.ceil(TERMS * Math.max(1, c));
  let sum = 0;
  for (let at = first; at < most; at++) {
    const own = term(at);
    sum += own;
    if (own < 1e-30 * sum) return sum;
  }
  const end = term(most);
  return sum + end / 2 + (end * (steepness(contract, most) + delta)) / 12 + integral(most);

  /** Of the terms, from `start` on, in panels over which they fall by no more than e^3 or so. */
  function integral(start: number): number {
    const { nodes, weights } = gaussLegendre(POINTS);
    let area = 0;
    let from = start;
    for (;;) {
      const slope = steepness(contract, from);
      const rest = remaining(from, slope);
      if (!(rest.area > NOTHING_LEFT * (sum + area)) || rest.known) return area + rest.area;
      const half = Math.min(from / (4 * Math.max(1, c)), 1.5 / (slope + delta));
      for (let i = 0; i < POINTS; i++)
        area += half * (weights[i] as number) * term(from + half * (1 + (nodes[i] as number)));
      from += 2 * half;
      if (!(from < 1e300)) return Infinity;
    }
  }

  /** What is to come from `from` on: a bound, or without discounting and far out the area itself. */
  function remaining(from: number, slope: number): { readonly area: number; readonly known: boolean } {
    const now = term(from);
    if (delta > 0) return { area: now / delta, known: false };
    // S(t) = C u^-alpha (1 - g + …) with u = t^c and g = alpha (alpha + 2 beta - 1) / (2 u): 6.1.47 there.
    const u = power(from, c);
    if (u > 1e7 * (alpha + beta + 1) ** 2) {
      const g = (alpha * (alpha + 2 * beta - 1)) / (2 * u);
      return { area: ((now * from) / (1 - g)) * (1 / beyond - g / (beyond + c)), known: true };
    }
    // The steepness by log t only rises.
    const fall = slope * from - 1;
    return { area: fall > 0 ? (now * from) / fall : Infinity, known: false };
  }
}

/** -d log S / dt = c t^(c - 1) (psi(alpha + beta + t^c) - psi(beta + t^c)). */
function steepness({ alpha, beta, c }: Contract, t: number): number {
  const u = power(t, c);
  return ((c * u) / t) * digammaDifference(beta + u, alpha);
}

/** alpha c - 1, rounded once: without discounting there is a mean lifetime when it is above 0. */
export function criticality(alpha: number, c: number): number {
  const sum = new CompensatedSum();
  sum.addProduct(alpha, c);
  sum.add(-1);
  return sum.value;
}
