import { expect, test } from "vitest";
import { groupAlike } from "../../../src/math/groupAlike.ts";

test("by hand: groups stand in the order of their values, whatever the order of the rows", () => {
  const { first, groupOf } = groupAlike([Float64Array.of(2, 1, 2, 1, 2), Float64Array.of(0, 5, 0, 3, -1)]);
  expect([...first]).toEqual([3, 1, 4, 0]);
  expect([...groupOf]).toEqual([3, 1, 3, 0, 2]);
});

test("0 and -0 are one", () => expect([...groupAlike([Float64Array.of(0, -0)]).groupOf]).toEqual([0, 0]));
test("no rows, and no columns", () => {
  expect(groupAlike([new Float64Array(0)]).first).toHaveLength(0);
  expect(groupAlike([]).groupOf).toHaveLength(0);
});
test("values that share a half of their bits are kept apart", () => {
  const column = Float64Array.from({ length: 4096 }, (_, i) => 1 + i * 2 ** -52);
  expect([...groupAlike([column]).groupOf]).toEqual(Array.from(column.keys()));
  const powers = Float64Array.from({ length: 2000 }, (_, i) => 2 ** (i - 1000));
  expect(groupAlike([powers]).first).toHaveLength(2000);
});
