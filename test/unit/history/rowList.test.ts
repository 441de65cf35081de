import { expect, test } from "vitest";
import { rowList } from "../../../src/history/rowList.ts";

test("a list stays as it is, anything else is read once", () => {
  const rows = Object.freeze([{ a: 1 }, { a: 2 }]);
  expect(rowList("read", "rows", rows)).toBe(rows);
  const once = rows.values();
  expect(rowList("read", "rows", once)).toEqual([{ a: 1 }, { a: 2 }]);
  expect([...once]).toEqual([]);
});

test("what holds no rows is refused by its name", () => {
  for (const wrong of [undefined, null, 5, "text", { a: 1 }])
    expect(() => rowList("read", "rows", wrong as unknown as [])).toThrow(
      "Cannot read: rows must be an iterable of rows",
    );
});
