import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { InvalidInputError } from "../errors.ts";

/** The seed of everything random unless the caller gives one: the same data always give the same interval. */
export const DEFAULT_SEED = 1;

/** A source of independent uniform numbers from 0 (included) to 1 (left out). */
export type Uniform = () => number;

/** The uniform numbers that belong to a seed. */
export function seededUniform(seed: number): Uniform {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** A seed: an integer that the generator takes whole, so that two seeds never give the same numbers. */
export function checkSeed(task: string, seed: number): number {
  if (Number.isInteger(seed) && seed >= -(2 ** 31) && seed < 2 ** 31) return seed;
  throw new InvalidInputError(task, "seed", "must be an integer from -2147483648 to 2147483647", seed);
}
