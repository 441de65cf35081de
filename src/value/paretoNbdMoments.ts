import { gaussLegendre } from "../math/gaussLegendre.ts";

/** How many numbers {@link writeMoments} writes. */
export const MOMENTS = 5;

// Where the integrand has fallen by the factor exp(-40), the rest is nothing.
const DROP = 40;

/**
 * The integrals over u from `start` to `end` of
 *
 *     f(u) / f(start),   f(u) = (1 + u/alpha)^-m (1 + u/beta)^-q,
 *
 * alone and times log(1 + u/alpha), log(1 + u/beta), u/(alpha + u) and u/(beta + u), written into `moments` from `at`
 * on: what a likelihood of the Pareto/NBD model and its derivatives consist of.
 *
 * Gauss-Legendre on panels as wide as f is smooth: as many points as make the error about 1e-13, for what f falls
 * within the panel and for how far the panel reaches compared with alpha + u and beta + u.
 */
export function writeMoments(
  m: number,
  q: number,
  alpha: number,
  beta: number,
  start: number,
  end: number,
  moments: Float64Array,
  at: number,
): void {
  const top = m * Math.log1p(start / alpha) + q * Math.log1p(start / beta);
  let [whole, byLogAlpha, byLogBeta, byAlpha, byBeta] = [0, 0, 0, 0, 0];
  let from = start;
  while (from < end) {
    const least = Math.min(alpha, beta) + from;
    const fall = m / (alpha + from) + q / (beta + from);
    const width = Math.min(end - from, 2.5 * least, 12 / fall);
    const { nodes, weights } = gaussLegendre(pointsFor(width * fall, width / least));
    const half = width / 2;
    let last = 0;
    for (let i = 0; i < nodes.length; i++) {
      const u = from + half * (1 + (nodes[i] as number));
      const logAlpha = Math.log1p(u / alpha);
      const logBeta = Math.log1p(u / beta);
      last = top - m * logAlpha - q * logBeta;
      const value = half * (weights[i] as number) * Math.exp(last);
      whole += value;
      byLogAlpha += value * logAlpha;
      byLogBeta += value * logBeta;
      byAlpha += (value * u) / (alpha + u);
      byBeta += (value * u) / (beta + u);
    }
    if (last < -DROP || !(from + width > from)) break;
    from += width;
  }
  moments[at] = whole;
  moments[at + 1] = byLogAlpha;
  moments[at + 2] = byLogBeta;
  moments[at + 3] = byAlpha;
  moments[at + 4] = byBeta;
}

function pointsFor(fall: number, reach: number): number {
  if (fall < 0.005 && reach < 0.002) return 2;
  if (fall < 0.25 && reach < 0.1) return 4;
  if (fall < 1 && reach < 0.25) return 6;
  return fall < 3 && reach < 0.6 ? 8 : 16;
}
