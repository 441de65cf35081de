import type { Tails } from "./tails.ts";

const MOST_STEPS = 200;
const SMALLEST = 5e-324;

/** A distribution on the positive numbers, seen on the scale of log x. */
export interface LogDistribution {
  /** P(X <= x) and P(X > x). */
  readonly tails: (x: number) => Tails;
  /** d P(X <= x) / d log x. */
  readonly logDensity: (x: number) => number;
  /** The derivative of log(logDensity) by log x. */
  readonly slope: (x: number) => number;
}

/**
 * The x in (0, most] below which the probability is p and above which it is q = 1 - p.
 *
 * Halley's method on the logarithm of the smaller tail as a function of log x, which is nearly linear in the
 * tails, kept inside a bracket that every step narrows. Where a step leaves the bracket or gains too little, the
 * geometric middle is taken, so that it always ends.
 */
export function quantileRoot(
  p: number,
  q: number,
  start: number,
  most: number,
  distribution: LogDistribution,
): number {
  let low = SMALLEST;
  let high = most;
  let x = start > low && start < high ? start : start >= high ? high / 2 : middle(low, high);
  let previous = Infinity;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { lower, upper } = distribution.tails(x);
    const density = distribution.logDensity(x);
    const excess = p <= q ? Math.log(lower / p) : Math.log(q / upper);
    if (Number.isNaN(excess)) return NaN;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const rate = p <= q ? density / lower : density / upper;
    const bend = distribution.slope(x) + (p <= q ? -rate : rate);
    const newton = -excess / rate;
    const change = newton / Math.max(0.5, 1 + (newton * bend) / 2);
    const next = x + x * Math.expm1(change);
    if (Math.abs(excess) < 1e-6 && Math.abs(change) < 1e-5) return Math.min(next, most);
    const isSlow = Math.abs(excess) > previous / 2;
    previous = isSlow ? Infinity : Math.abs(excess);
    x = next > low && next < high && !isSlow ? next : middle(low, high);
    if (x === low || x === high) return x;
  }
  return x;
}

/** The geometric middle: the arithmetic one on the scale of log x. */
function middle(low: number, high: number): number {
  return Math.sqrt(low) * Math.sqrt(high);
}
