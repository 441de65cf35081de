import { checkLabel } from "../check.ts";
import type { Label } from "../rows.ts";
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
interface Branch {
  /** The labels that lead here. */
  readonly labels: readonly Label[];
  /** Made when something grows here: the last labels, of which there may be millions, need none. */
  branches: Map<Label, Branch> | undefined;
  /** The number of the group with these labels; -1 when there is none. */
  group: number;
}

/**
 * Groups rows by their labels, in order of first appearance. Reads every row, and every label of it, once. Groups
 * are counted first and then filled: arrays that grow by the row cost more than the second pass.
 */
export function groupRows<Row>(
  task: string,
  rows: Iterable<Row>,
  readers: readonly LabelReader<Row>[],
): Group<Row>[] {
  const list = [...rows];
  const groupOf = new Uint32Array(list.length);
  const sizes: number[] = [];
  const labels: (readonly Label[])[] = [];
  const root = branchFor([]);
  let index = 0;
  for (const row of list) {
    let branch = root;
    for (const reader of readers) branch = branchAt(branch, labelOf(task, reader, row, index));
    if (branch.group < 0) branch.group = labels.push(branch.labels) - 1;
    groupOf[index++] = branch.group;
    sizes[branch.group] = (sizes[branch.group] ?? 0) + 1;
  }
  const groups = sizes.map((size) => new Array<Row>(size));
  const filled = new Uint32Array(groups.length);
  index = 0;
  for (const row of list) {
    const number = groupOf[index++] ?? 0;
    const place = filled[number] ?? 0;
    filled[number] = place + 1;
    const group = groups[number];
    if (group !== undefined) group[place] = row;
  }
  return groups.map((group, number) => ({ labels: labels[number] ?? [], rows: group }));
}

function labelOf<Row>(task: string, reader: LabelReader<Row>, row: Row, index: number): Label {
  try {
    return checkLabel(task, "label", reader.read(row));
  } catch (error) {
    throw relocate(error, task, `rows[${index}].${reader.name}`);
  }
}

function branchAt(branch: Branch, label: Label): Branch {
  branch.branches ??= new Map();
  const known = branch.branches.get(label);
  if (known !== undefined) return known;
  const added = branchFor([...branch.labels, label]);
  branch.branches.set(label, added);
  return added;
}

function branchFor(labels: readonly Label[]): Branch {
  return { labels, branches: undefined, group: -1 };
}
