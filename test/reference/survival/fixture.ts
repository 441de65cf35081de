import { expect } from "vitest";
import type { LifetimeRow } from "../../../src/index.ts";

/** The columns of a case in the fixtures. */
export interface Columns {
  readonly entry: readonly number[];
  readonly duration: readonly number[];
  readonly churned: readonly number[];
  readonly count?: readonly number[];
}

export function rowsOf({ entry, duration, churned, count }: Columns): LifetimeRow[] {
  return duration.map((lasted, row) => ({
    duration: lasted,
    churned: churned[row] === 1,
    ...(entry[row] === 0 ? {} : { entry: entry[row] ?? 0 }),
    count: count?.[row] ?? 1,
  }));
}

/** Equal within a relative difference; `null` only where `null` is expected. */
export function expectClose(
  actual: readonly (number | null)[],
  expected: readonly (number | null)[],
  tolerance = 1e-12,
): void {
  expect(actual).toHaveLength(expected.length);
  const far = expected.flatMap((value, index) => {
    const own = actual[index] ?? null;
    const close =
      value === null || own === null ? value === own : Math.abs(own - value) <= tolerance * Math.abs(value);
    return close ? [] : [{ index, expected: value, actual: own }];
  });
  expect(far).toEqual([]);
}
