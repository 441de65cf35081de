/** Equal answers of one group and period, counted. */
export interface TalliedRow {
  /** The number of the period; `undefined` without periods. */
  readonly bucket: number | undefined;
  readonly score: number | null;
  readonly count: number;
}

/** The labels of one group, and its answers. */
export interface TalliedGroup {
  readonly labels: readonly string[];
  readonly rows: readonly TalliedRow[];
}

/** Counts by period and score. */
type Cells = Map<number | undefined, Map<number | null, number>>;

interface Group {
  readonly labels: readonly string[];
  readonly cells: Cells;
}

/**
 * Counts answers by their labels, period and score, so that memory grows with the number of different ones and not
 * with the number of rows.
 */
export class Tally {
  readonly #groups: Group[] = [];
  readonly #root: Branch = { branches: new Map(), group: undefined };

  add(labels: readonly string[], bucket: number | undefined, score: number | null, count: number): void {
    const { cells } = this.#groupOf(labels);
    let scores = cells.get(bucket);
    if (scores === undefined) {
      scores = new Map();
      cells.set(bucket, scores);
    }
    scores.set(score, (scores.get(score) ?? 0) + count);
  }

  /** The groups, in order of first appearance. */
  groups(): TalliedGroup[] {
    return this.#groups.map(({ labels, cells }) => ({
      labels,
      rows: [...cells].flatMap(([bucket, scores]) =>
        [...scores].map(([score, count]) => ({ bucket, score, count })),
      ),
    }));
  }

  #groupOf(labels: readonly string[]): Group {
    let branch = this.#root;
    for (const label of labels) {
      let next = branch.branches.get(label);
      if (next === undefined) {
        next = { branches: new Map(), group: undefined };
        branch.branches.set(detached(label), next);
      }
      branch = next;
    }
    branch.group ??= this.#newGroup(labels);
    return branch.group;
  }

  #newGroup(labels: readonly string[]): Group {
    const group = { labels: labels.map(detached), cells: new Map() };
    this.#groups.push(group);
    return group;
  }
}

interface Branch {
  readonly branches: Map<string, Branch>;
  group: Group | undefined;
}

/** A cell may be a view into a large piece of the file, which would stay in memory with it. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}
