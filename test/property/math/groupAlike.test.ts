import fc from "fast-check";
import { expect, test } from "vitest";
import { groupAlike } from "../../../src/math/groupAlike.ts";

const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(-0, 0.1, 1e-300, 1e300, 2 ** 32, 0.1 + 2 ** -56),
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(60))
  .chain(([width, height]) =>
    fc.array(fc.tuple(...Array<typeof value>(width).fill(value)), { maxLength: height }),
  );

test("the groups are those of a Map, in the order of the columns", () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 3 }), (rows, width) => {
      const size = rows[0]?.length ?? width;
      const columns = Array.from({ length: size }, (_, i) =>
        Float64Array.from(rows, (row) => row[i] as number),
      );
      const { first, groupOf } = groupAlike(columns);
      const key = (row: readonly number[]): string => row.map((own) => String(own + 0)).join(" ");
      const firsts = new Map<string, number>();
      rows.forEach((row, index) => {
        if (!firsts.has(key(row))) firsts.set(key(row), index);
      });
      const order = [...firsts.values()].sort((a, b) => {
        const at = columns.findIndex((column) => column[a] !== column[b]);
        return (columns[at]?.[a] ?? 0) - (columns[at]?.[b] ?? 0);
      });
      expect([...first]).toEqual(order);
      expect([...groupOf]).toEqual(rows.map((row) => order.indexOf(firsts.get(key(row)) ?? -1)));
    }),
  );
});
