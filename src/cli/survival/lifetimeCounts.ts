import type { LifetimeRow } from "../../index.ts";
import { Groups } from "../groups.ts";
import type { LifetimeGroup } from "./lifetimeSource.ts";

/** How many left at a duration, and how many were still there. */
interface Counts {
  churned: number;
  kept: number;
}

/** By entry, then by duration. */
type Cells = Map<number, Map<number, Counts>>;

/** Counts lifetimes by their labels, so that memory grows with the number of different ones and not with the rows. */
export class LifetimeCounts {
  readonly #groups: Groups<Cells> = new Groups(() => new Map());

  /** The counts of a duration; those of a new one are there once `isValid` says so. */
  countsOf(
    labels: readonly string[],
    duration: number,
    entry: number,
    isValid: () => boolean,
  ): Counts | undefined {
    const cells = this.#groups.at(labels);
    const known = cells.get(entry)?.get(duration);
    if (known !== undefined || !isValid()) return known;
    const durations = cells.get(entry) ?? new Map<number, Counts>();
    const counts = { churned: 0, kept: 0 };
    cells.set(entry, durations);
    durations.set(duration, counts);
    return counts;
  }

  /** The groups, in order of first appearance; without labels there is one, even of no rows. */
  groups(hasLabels: boolean): readonly LifetimeGroup[] {
    if (!hasLabels) this.#groups.at([]);
    return this.#groups.list().map(({ labels, value }) => ({ labels, value: [...rowsOf(value)] }));
  }
}

function* rowsOf(cells: Cells): Generator<LifetimeRow> {
  for (const [entry, durations] of cells) {
    for (const [duration, { churned, kept }] of durations) {
      if (churned > 0) yield { duration, entry, churned: true, count: churned };
      if (kept > 0) yield { duration, entry, churned: false, count: kept };
    }
  }
}
