import { betaMean } from "../math/betaMean.ts";
import { gaussLegendre } from "../math/gaussLegendre.ts";

/*
 * Purchases of somebody who is alive now: at rate lambda ~ Gamma(s, beta), and after each they leave with probability
 * p ~ Beta(a, b). Time w is measured in units of beta, so that the number N of purchases by w, were nobody to leave,
 * is negative binomial: P(N = n) = (s)_n / n! z^n (1 - z)^s with z = w / (1 + w).
 */

// More terms than this take longer than the quadrature.
const MOST_TERMS = 2000;
// exp(-SMALLEST) and what it is multiplied with stay normal doubles.
const SMALLEST = 600;
// exp(-37) is below the last bit of 1.
const FORGOTTEN = 37;
const POINTS = 16;
const WIDEST_PANEL = 2.5;
// By so many powers of e may the discount fall in a panel.
const STEEPEST_PANEL = 13;

/**
 * How many purchases somebody alive makes by w: E[(1 - (1 + p w)^-s) / p].
 *
 * Of n purchases that would be made, E[1 + (1-p) + … + (1-p)^(n-1)] = sum of g_j, j < n, are, g_j = (b)_j / (a + b)_j:
 * a sum of positive terms over the negative binomial distribution, without cancellation for any a (1 is nothing
 * special) and any w. Where it is long, by quadrature over p.
 */
export function purchasesOfAlive(a: number, b: number, s: number, w: number): number {
  if (!(w > 0)) return 0;
  if (isLong(s, w)) return betaMean(a, b, purchasesOfShare, s, w);
  const z = w / (1 + w);
  let probability = Math.exp(-s * Math.log1p(w));
  let g = 1;
  let made = 0;
  let sum = 0;
  for (let n = 0; ; n++) {
    const ratio = ((s + n) / (n + 1)) * z;
    probability *= ratio;
    made += g;
    g *= (b + n) / (a + b + n);
    const term = probability * made;
    sum += term;
    // Also the end of a sum that is not a number.
    if (!(term >= 1e-17 * (1 - ratio) * sum)) return sum;
  }
}

/**
 * How fast somebody alive now buys at w, in units of s: E[(1 + p w)^-(s + 1)] = 2F1(s + 1, a; a + b; -w), which falls
 * from 1. It is E[g_N] for N purchases of shape s + 1, since each of them must leave the customer alive.
 */
export function paceOfAlive(a: number, b: number, s: number, w: number): number {
  if (isLong(s + 1, w)) return betaMean(a, b, paceOfShare, s, w);
  const z = w / (1 + w);
  let probability = Math.exp(-(s + 1) * Math.log1p(w));
  let g = 1;
  let sum = probability;
  for (let n = 0; ; n++) {
    const ratio = ((s + 1 + n) / (n + 1)) * z;
    probability *= ratio;
    g *= (b + n) / (a + b + n);
    const term = probability * g;
    sum += term;
    if (!(term > 1e-17 * (1 - ratio) * sum)) return sum;
  }
}

/**
 * What the purchases of somebody alive are worth when one at w is worth exp(-delta w): s times the integral of the
 * pace, from 0 to w, which may be infinite when delta is above 0.
 *
 * The pace falls, so that what comes after delta w = 37 is less than e^-37 of the whole. Gauss-Legendre panels in
 * log(1 + k w), where the pace, a mixture of powers of 1 + p w, is smooth: k is the fastest rate there is.
 */
export function discountedOfAlive(a: number, b: number, s: number, w: number, delta: number): number {
  if (!(w > 0)) return 0;
  const k = s + 1;
  const end = delta > 0 ? Math.min(w, FORGOTTEN / delta) : w;
  // Discounted faster than it slows down, it would need narrower panels.
  if (end < w && delta < k) return (s / k) * discountedForEver(a, b, s, delta);
  const span = Math.log1p(k * end);
  const panels = Math.ceil(Math.max(span / WIDEST_PANEL, (delta * end) / STEEPEST_PANEL));
  const width = span / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++)
    sum += discountedPanel(pacesOf(a, b, s, panel, width), k, panel, width, delta);
  return (s / k) * sum;
}

/**
 * The same for all times: the panels do not depend on delta, nor the pace in them. So it is kept, and of customers with
 * the same x and parameters only the first one costs much. The last panel may reach beyond the end, where nothing is.
 */
function discountedForEver(a: number, b: number, s: number, delta: number): number {
  const k = s + 1;
  let course = recent.find((kept) => kept.a === a && kept.b === b && kept.s === s);
  if (course === undefined) {
    course = { a, b, s, panels: [] };
    recent[newest] = course;
    newest = (newest + 1) % RECENT;
  }
  const panels = Math.ceil(Math.log1p((k * FORGOTTEN) / delta) / WIDEST_PANEL);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    course.panels[panel] ??= pacesOf(a, b, s, panel, WIDEST_PANEL);
    sum += discountedPanel(course.panels[panel] as Float64Array, k, panel, WIDEST_PANEL, delta);
  }
  return sum;
}

/** The pace at the nodes of panels: how someone with these parameters goes on. */
interface Course {
  readonly a: number;
  readonly b: number;
  readonly s: number;
  readonly panels: Float64Array[];
}

// One for each of the parameters that a standard error is made of, and some.
const RECENT = 16;
const recent: Course[] = [];
let newest = 0;

function pacesOf(a: number, b: number, s: number, panel: number, width: number): Float64Array {
  const { nodes } = gaussLegendre(POINTS);
  return nodes.map((node) =>
    paceOfAlive(a, b, s, Math.expm1((width / 2) * (2 * panel + 1 + node)) / (s + 1)),
  );
}

/** The integral of exp(v - delta u) times the pace over a panel in v = log(1 + k u). */
function discountedPanel(
  paces: Float64Array,
  k: number,
  panel: number,
  width: number,
  delta: number,
): number {
  const { nodes, weights } = gaussLegendre(POINTS);
  let sum = 0;
  for (let i = 0; i < POINTS; i++) {
    const v = (width / 2) * (2 * panel + 1 + (nodes[i] as number));
    sum += (weights[i] as number) * Math.exp(v - (delta * Math.expm1(v)) / k) * (paces[i] as number);
  }
  return (width / 2) * sum;
}

/** Whether the negative binomial sum is long, or begins below the smallest double. */
function isLong(s: number, w: number): boolean {
  const spread = Math.sqrt(s * w * (1 + w));
  return s * Math.log1p(w) > SMALLEST || s * w + 9 * spread + 39 / Math.log1p(1 / w) > MOST_TERMS;
}

function purchasesOfShare(p: number, s: number, w: number): number {
  return p === 0 ? s * w : -Math.expm1(-s * Math.log1p(p * w)) / p;
}

function paceOfShare(p: number, s: number, w: number): number {
  return Math.exp(-(s + 1) * Math.log1p(p * w));
}
