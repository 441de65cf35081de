import { checkCount, checkIterable } from "../check.ts";
import { InvalidInputError } from "../errors.ts";
import type { LifetimeTally } from "./tallyLifetimes.ts";

/**
 * The lifetimes behind a list of survivors: how many customers of one cohort were there at the start, and
 * after each period. Those lost between period t - 1 and t have the duration t; the rest were still there at
 * the last.
 *
 * @param survivors - Counts that never rise, from period 0; BigInt is accepted.
 * @throws {InvalidInputError} When a count is not an integer from 0, or above the one before it.
 * @example
 * const lifetimes = lifetimesFromSurvivors([1000, 631, 468]);
 * lifetimes.length; // => 3
 * lifetimes[0]; // => { duration: 1, churned: true, count: 369 }
 * lifetimes[2]; // => { duration: 2, churned: false, count: 468 }
 * @see docs/metrics/survival.md
 */
export function lifetimesFromSurvivors(survivors: Iterable<number | bigint>): LifetimeTally[] {
  const task = "compute lifetimesFromSurvivors";
  checkIterable(task, "survivors", survivors);
  const lifetimes: LifetimeTally[] = [];
  let previous: number | undefined;
  let duration = -1;
  for (const value of survivors) {
    duration += 1;
    const path = `survivors[${duration}]`;
    const count = checkCount(task, path, value);
    if (previous !== undefined && count > previous)
      throw new InvalidInputError(task, path, `must be at most the count before it, ${previous}`, value);
    if (previous !== undefined && count < previous)
      lifetimes.push({ duration, churned: true, count: previous - count });
    previous = count;
  }
  if (previous !== undefined && previous > 0) lifetimes.push({ duration, churned: false, count: previous });
  return lifetimes;
}
