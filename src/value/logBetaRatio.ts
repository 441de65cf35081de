import { horner } from "../math/horner.ts";

/**
 * log(B(alpha, b + d) / B(alpha, b)) for alpha, b, d >= 0: a number at or below 0, with full relative accuracy also
 * where it is next to 0, and -Infinity where b is 0.
 *
 * It is minus the second difference of log-gamma at b, with steps of alpha and d. With
 * q = alpha d / ((b + alpha) (b + d)), one step up the recurrence of the gamma function is exact,
 *
 *     R(b) = R(b + 1) + log(1 - q),
 *
 * and from b = 10 on the large terms of Stirling's formula, 6.1.40 of [AbramowitzStegun1964], cancel on paper:
 *
 *     R(b) = -(b - 1/2) log(1 - q) - alpha log(1 + d/(b + alpha)) - d log(1 + alpha/(b + d)) - remainder.
 */
export function logBetaRatio(alpha: number, b: number, d: number): number {
  if (alpha === 0 || d === 0) return 0;
  if (d === Infinity) return -Infinity;
  if (d === 1) return -Math.log1p(alpha / b);
  let sum = 0;
  let from = b;
  for (; from < 10; from += 1) sum += logOneLessQ(alpha, from, d);
  const curve = (from - 0.5) * logOneLessQ(alpha, from, d);
  return (
    sum -
    (curve + alpha * Math.log1p(d / (from + alpha)) + d * Math.log1p(alpha / (from + d))) -
    remainder(alpha, from, d)
  );
}

function logOneLessQ(alpha: number, b: number, d: number): number {
  const q = (alpha / (b + alpha)) * (d / (b + d));
  return q < 0.5 ? Math.log1p(-q) : Math.log((b / (b + alpha)) * ((alpha + b + d) / (b + d)));
}

/** The second difference of 1/(12 x) - 1/(360 x^3) + …: of its first term, which is nearly all of it, exactly. */
function remainder(alpha: number, b: number, d: number): number {
  const all = alpha + b + d;
  const first = ((alpha / (b + alpha)) * (d / (b + d)) * (1 + b / all)) / (12 * b);
  return first + tail(b) - tail(b + alpha) - (tail(b + d) - tail(all));
}

function tail(x: number): number {
  const coefficients = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360];
  return horner(1 / x / x, coefficients) / x / x / x;
}
