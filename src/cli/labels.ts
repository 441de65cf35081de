import type { LabelledGroup } from "./groups.ts";

/** Readers of the labels of a group by the names of their columns, for `rollup`. */
export function labelReaders(
  columns: readonly string[],
): Record<string, (group: LabelledGroup<unknown>) => string | undefined> {
  // fromEntries defines fields rather than assigning them: a column named __proto__ is a field like any other.
  return Object.fromEntries(columns.map((name, index) => [name, ({ labels }) => labels[index]]));
}
