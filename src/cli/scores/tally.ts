import { Groups, type LabelledGroup } from "../groups.ts";

/** Equal answers of one group and period, counted. */
export interface TalliedRow {
  /** The number of the period; `undefined` without periods. */
  readonly bucket: number | undefined;
  readonly score: number | null;
  readonly count: number;
}

/** The labels of one group, and its answers. */
export type TalliedGroup = LabelledGroup<readonly TalliedRow[]>;

/** Counts by period and score. */
type Cells = Map<number | undefined, Map<number | null, number>>;

/**
 * Counts answers by their labels, period and score, so that memory grows with the number of different ones and not
 * with the number of rows.
 */
export class Tally {
  readonly #groups: Groups<Cells> = new Groups(() => new Map());

  add(labels: readonly string[], bucket: number | undefined, score: number | null, count: number): void {
    const cells = this.#groups.at(labels);
    let scores = cells.get(bucket);
    if (scores === undefined) {
      scores = new Map();
      cells.set(bucket, scores);
    }
    scores.set(score, (scores.get(score) ?? 0) + count);
  }

  /** The groups, in order of first appearance. */
  groups(): TalliedGroup[] {
    return this.#groups.list().map(({ labels, value }) => ({
      labels,
      value: [...value].flatMap(([bucket, scores]) =>
        [...scores].map(([score, count]) => ({ bucket, score, count })),
      ),
    }));
  }
}
