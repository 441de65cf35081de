import { type Label, toLabel } from "./label.ts";
import { relocate } from "./relocate.ts";

/** How one label is read from a row. */
export interface LabelReader<Row> {
  readonly name: string;
  readonly read: (row: Row) => unknown;
}

/** The rows that share all their labels. */
export interface Group<Row> {
  readonly labels: readonly Label[];
  readonly rows: readonly Row[];
}

/** A map for each label in turn. Labels are compared as they are: joined into one key, 1 and "1" would meet. */
interface Branch<Row> {
  /** The labels that lead here. */
  readonly labels: readonly Label[];
  readonly branches: Map<Label, Branch<Row>>;
  group: Row[] | undefined;
}

/** Groups rows by their labels, in order of first appearance. Reads every row, and every label of it, once. */
export function groupRows<Row>(
  task: string,
  rows: Iterable<Row>,
  readers: readonly LabelReader<Row>[],
): Group<Row>[] {
  const root: Branch<Row> = { labels: [], branches: new Map(), group: undefined };
  const groups: Group<Row>[] = [];
  let index = 0;
  for (const row of rows) {
    let branch = root;
    for (const reader of readers) branch = branchAt(branch, labelOf(task, reader, row, index));
    if (branch.group === undefined) {
      branch.group = [];
      groups.push({ labels: branch.labels, rows: branch.group });
    }
    branch.group.push(row);
    index++;
  }
  return groups;
}

function labelOf<Row>(task: string, reader: LabelReader<Row>, row: Row, index: number): Label {
  try {
    return toLabel(task, reader.read(row));
  } catch (error) {
    throw relocate(error, task, `rows[${index}].${reader.name}`);
  }
}

function branchAt<Row>(branch: Branch<Row>, label: Label): Branch<Row> {
  const known = branch.branches.get(label);
  if (known !== undefined) return known;
  const added: Branch<Row> = { labels: [...branch.labels, label], branches: new Map(), group: undefined };
  branch.branches.set(label, added);
  return added;
}
