import { readLifetimes } from "../history/lifetimes.ts";
import type { LifetimeRow } from "../rows.ts";

/** How many lifetimes are alike. */
export interface LifetimeTally extends LifetimeRow {
  /** The same of all of them, from 0. */
  readonly duration: number;
  /** Whether these lifetimes have ended. */
  readonly churned: boolean;
  /** Only where it is not 0. */
  readonly entry?: number;
  /** How many, from 1. */
  readonly count: number;
}

/** How many, by duration. */
type Counts = Map<number, number>;

/**
 * The same lifetimes as the fewest rows: `{ duration, churned, count }`, and `entry` where it is not 0;
 * ascending by duration, then entry, those still there before those who left. Every metric of lifetimes gives
 * the same for the tally; tallies merge by concatenation and tallying again.
 *
 * @param lifetimes - As for {@link kaplanMeier}.
 * @throws {InvalidInputError} When a row is not valid.
 * @example
 * const lifetimes = [30, 12, 30].map((duration) => ({ duration, churned: true }));
 * tallyLifetimes(lifetimes); // => [{ duration: 12, churned: true, count: 1 }, { duration: 30, churned: true, count: 2 }]
 * @see docs/metrics/survival.md
 */
export function tallyLifetimes(lifetimes: Iterable<LifetimeRow>): LifetimeTally[] {
  const { size, duration, churned, entry, count } = readLifetimes("compute tallyLifetimes", lifetimes);
  const byEntry = new Map<number, readonly [censored: Counts, left: Counts]>();
  for (let row = 0; row < size; row++) {
    const entered = entry === undefined ? 0 : (entry[row] as number);
    let counts = byEntry.get(entered);
    if (counts === undefined) {
      counts = [new Map(), new Map()];
      byEntry.set(entered, counts);
    }
    const own = counts[churned[row] === 1 ? 1 : 0];
    const lasted = duration[row] as number;
    own.set(lasted, (own.get(lasted) ?? 0) + (count === undefined ? 1 : (count[row] as number)));
  }
  const rows: LifetimeTally[] = [];
  for (const [entered, counts] of byEntry) {
    for (const [index, own] of counts.entries()) {
      for (const [lasted, count] of own)
        rows.push({
          duration: lasted,
          churned: index === 1,
          ...(entered === 0 ? {} : { entry: entered }),
          count,
        });
    }
  }
  return rows.sort(
    (a, b) =>
      a.duration - b.duration || (a.entry ?? 0) - (b.entry ?? 0) || Number(a.churned) - Number(b.churned),
  );
}
