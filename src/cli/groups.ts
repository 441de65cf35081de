/** Something with the labels of its group. */
export interface LabelledGroup<Value> {
  readonly labels: readonly string[];
  readonly value: Value;
}

interface Branch<Value> {
  readonly branches: Map<string, Branch<Value>>;
  group: LabelledGroup<Value> | undefined;
}

/** One value for each combination of labels, in order of first appearance. */
export class Groups<Value> {
  readonly #list: LabelledGroup<Value>[] = [];
  readonly #root: Branch<Value> = { branches: new Map(), group: undefined };
  readonly #make: () => Value;

  constructor(make: () => Value) {
    this.#make = make;
  }

  /** The value of a group, which is made when it is asked for the first time. */
  at(labels: readonly string[]): Value {
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
    return branch.group.value;
  }

  list(): readonly LabelledGroup<Value>[] {
    return this.#list;
  }

  #newGroup(labels: readonly string[]): LabelledGroup<Value> {
    const group = { labels: labels.map(detached), value: this.#make() };
    this.#list.push(group);
    return group;
  }
}

/** A cell may be a view into a large piece of the file, which would stay in memory with it. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
