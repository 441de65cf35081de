import { randomBinomial } from "./binomial.ts";
import type { Uniform } from "./random.ts";

/**
 * A bootstrap resample of n = sum of `counts`: `take` learns how often each kind was drawn, when it was. A multinomial
 * draw as one binomial after the other, at a cost that depends on the number of kinds and not on n.
 */
export function resampleCounts(
  counts: ArrayLike<number>,
  n: number,
  uniform: Uniform,
  take: (kind: number, times: number) => void,
): void {
  let draws = n;
  let mass = n;
  for (let kind = 0; draws > 0; kind++) {
    const count = counts[kind] ?? 0;
    if (count === 0) continue;
    const drawn = count === mass ? draws : randomBinomial(draws, count / mass, uniform);
    if (drawn > 0) take(kind, drawn);
    draws -= drawn;
    mass -= count;
  }
}
