import { expect, test } from "vitest";
import { groupColumns, sampleColumns } from "../../../src/value/groupedColumns.ts";

test("rows that are alike become one, in order, with the sum of their counts", () => {
  const grouped = groupColumns(
    [Float64Array.of(2, 1, 2), Float64Array.of(5, 0, 5)],
    Float64Array.of(3, 4, 5),
  );
  expect(grouped).toEqual({
    size: 2,
    columns: [Float64Array.of(1, 2), Float64Array.of(0, 5)],
    count: Float64Array.of(4, 8),
    n: 12,
  });
});

test("a sample has every part of the data in its share", () => {
  const data = groupColumns([Float64Array.of(1, 2, 3)], Float64Array.of(1, 8, 1));
  expect(sampleColumns(data, 3)).toBe(data);
  const wide = groupColumns([Float64Array.of(1, 2, 3, 4, 5)], Float64Array.of(1, 8, 1, 6, 4));
  // Of 20, the numbers (k + 1/2) 5: 2.5, 7.5 (both in the second), 12.5 (the fourth) and 17.5 (the fifth).
  expect(sampleColumns(wide, 4)).toEqual({
    size: 3,
    columns: [Float64Array.of(2, 4, 5)],
    count: Float64Array.of(2, 1, 1),
    n: 4,
  });
});
