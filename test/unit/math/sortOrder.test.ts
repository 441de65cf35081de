import fc from "fast-check";
import { expect, test } from "vitest";
import { groupOrder, sortOrder } from "../../../src/math/sortOrder.ts";

test("ascending, equal values in their order", () => {
  expect([...sortOrder(Float64Array.of(3, -1, 2, 3, 0, -0, -2.5))]).toEqual([6, 1, 4, 5, 2, 0, 3]);
  expect([...sortOrder(new Float64Array(0))]).toEqual([]);
  expect([...sortOrder(Float64Array.of(7, 7))]).toEqual([0, 1]);
});

test("any finite values are sorted as a comparator sorts them", () => {
  const values = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()));
  fc.assert(
    fc.property(values, (list) => {
      const wanted = list.map((_, i) => i).sort((a, b) => (list[a] ?? 0) - (list[b] ?? 0) || a - b);
      expect([...sortOrder(Float64Array.from(list))]).toEqual(wanted);
    }),
  );
});

test("groups keep the order within them", () => {
  const codes = Uint32Array.of(2, 0, 2, 0, 3);
  const { order, starts } = groupOrder(Uint32Array.of(4, 3, 2, 1, 0), codes, 4);
  expect([...order]).toEqual([3, 1, 2, 0, 4]);
  expect([...starts]).toEqual([0, 2, 2, 4, 5]);
  expect([...groupOrder(Uint32Array.of(1, 0), Uint32Array.of(1, 1), 3).starts]).toEqual([0, 0, 2, 2]);
});
