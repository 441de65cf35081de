import { seededUniform } from "../../../src/stats/random.ts";
import { randomBeta, randomGamma } from "../../../src/stats/randomVariates.ts";

export interface Simulated {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly alive: boolean;
  /** Purchases in the time after `age`. */
  readonly future: number;
}

/** Customers of the story of a model: purchase by purchase, leaving by the toss of a coin; seen until an age in `ages`. */
export function simulated(
  model: string,
  [r = NaN, alpha = NaN, a = NaN, b = NaN]: readonly number[],
  size: number,
  ages: readonly [number, number],
  seed: number,
  horizon: number = 0,
): Simulated[] {
  const uniform = seededUniform(seed);
  return Array.from({ length: size }, () => {
    const age = ages[0] + (ages[1] - ages[0]) * uniform();
    const rate = randomGamma(r, uniform) / alpha;
    const leaves = model === "nbd" ? 0 : randomBeta(a, b, uniform);
    let [frequency, recency, future, t] = [0, 0, 0, 0];
    let goneAt = model === "mbgNbd" && uniform() < leaves ? 0 : Infinity;
    while (goneAt === Infinity) {
      t -= Math.log(1 - uniform()) / rate;
      if (t > age + horizon) break;
      if (t <= age) [frequency, recency] = [frequency + 1, t];
      else future += 1;
      if (uniform() < leaves) goneAt = t;
    }
    return { frequency, recency, age, alive: goneAt > age, future };
  });
}
