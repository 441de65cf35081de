/** Sums over the d risk sets that Efron's approximation makes of one tied time. */
export interface EfronSums {
  /** sum of log(u_l / z). */
  logarithms: number;
  /** sum of z / u_l. */
  inverses: number;
  /** sum of (z / u_l)^2. */
  squares: number;
}

// From here on the sums are closed forms, so that the cost does not grow with a count.
const CLOSED_FROM = 64;
const SMALLEST = 32;

/**
 * With z = d (risk of all) / (risk of those who leave), and so z >= d: sums over u_l = z - l, l = 0 … d - 1.
 *
 * Large d take the 32 smallest u one by one, and the rest by the Euler-Maclaurin formula
 * (formula 23.1.30 of [AbramowitzStegun1964]), whose first term left out is below 1e-14 there.
 */
export function efronSums(z: number, d: number, sums: EfronSums): void {
  const oneByOne = d < CLOSED_FROM ? d : SMALLEST;
  let logarithms = 0;
  let inverses = 0;
  let squares = 0;
  for (let l = d - oneByOne; l < d; l++) {
    const ratio = z / (z - l);
    logarithms += Math.log1p(-l / z);
    inverses += ratio;
    squares += ratio * ratio;
  }
  const rest = d - oneByOne;
  if (rest > 0) {
    const u = z - rest + 1;
    const [v, w] = [1 / (u * u), 1 / (z * z)];
    const log = Math.log1p((rest - 1) / u);
    logarithms +=
      u * log -
      (rest - 1) -
      log / 2 +
      (1 / z - 1 / u) / 12 -
      (w / z - v / u) / 360 +
      ((w * w) / z - (v * v) / u) / 1260;
    const inverse =
      log + (1 / u + 1 / z) / 2 + (v - w) / 12 - (v * v - w * w) / 120 + (v * v * v - w * w * w) / 252;
    inverses += z * inverse;
    const square =
      (rest - 1) / (u * z) +
      (v + w) / 2 +
      (v / u - w / z) / 6 -
      ((v * v) / u - (w * w) / z) / 30 +
      ((v * v * v) / u - (w * w * w) / z) / 42;
    squares += z * z * square;
  }
  sums.logarithms = logarithms;
  sums.inverses = inverses;
  sums.squares = squares;
}
