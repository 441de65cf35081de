import { expect, test } from "vitest";
import { groupColumns } from "../../../src/value/groupedColumns.ts";
import { timesByFrequency } from "../../../src/value/timesByFrequency.ts";

test("rows of one frequency share their points of time", () => {
  const columns = [
    [0, 2, 2, 0],
    [0, 3, 5, 0],
    [9, 9, 5, 4],
  ].map((column) => Float64Array.from(column));
  const data = groupColumns(columns, undefined);
  const { runs, from, to, most } = timesByFrequency(data);
  expect(runs.map(({ x, start, end, times }) => [x, start, end, [...times]])).toEqual([
    [0, 0, 2, [0, 4, 9]],
    [2, 2, 4, [3, 5, 9]],
  ]);
  // Sorted: (0, 0, 4), (0, 0, 9), (2, 3, 9), (2, 5, 5).
  expect([[...from], [...to]]).toEqual([
    [0, 0, 0, 1],
    [1, 2, 2, 1],
  ]);
  expect(most).toBe(3);
});
