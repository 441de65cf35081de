import { sortOrder } from "../math/sortOrder.ts";

/**
 * The group of each value, 0 for the smallest ones, in groups that are nearly equal in size: a value belongs where its
 * rank lies. Equal values have their middle rank and stay together, so that the order of rows decides nothing.
 */
export function rankGroups(values: Float64Array, groups: number): Uint8Array {
  const size = values.length;
  const order = sortOrder(values);
  const groupOf = new Uint8Array(size);
  for (let start = 0; start < size; ) {
    const value = values[order[start] as number];
    let end = start;
    while (end < size && values[order[end] as number] === value) end++;
    const group = Math.floor((groups * (start + end)) / (2 * size));
    for (; start < end; start++) groupOf[order[start] as number] = group;
  }
  return groupOf;
}
