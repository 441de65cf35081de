import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "./answers.ts";

/** What holds for every function of rows, whatever the rows are. */
export function rowHazards(
  name: string,
  compute: (rows: Iterable<object>) => unknown,
  rows: readonly object[],
): void {
  describe(name, () => {
    const expected = compute(rows);

    test("frozen rows are accepted, and never changed or sorted in place", () => {
      expect(compute(deepFreeze(rows.map((row) => ({ ...row }))))).toEqual(expected);
    });

    test("a one-shot iterator is read once, and so is every field", () => {
      expect(compute(rows.values())).toEqual(expected);
      const counted = rows.map((row) => countingReads(row));
      expect(compute(counted.map(({ proxy }) => proxy))).toEqual(expected);
      const most = counted.flatMap(({ reads }) => [...reads.values()]);
      expect(most.filter((times) => times > 1)).toEqual([]);
    });

    test("rows from another realm are rows", () => {
      const foreign = runInNewContext(`JSON.parse(${JSON.stringify(JSON.stringify(rows))})`);
      expect(compute(foreign)).toEqual(expected);
    });

    test("the order of rows changes no number", () => {
      expect(sorted(compute([...rows].reverse()))).toEqual(sorted(expected));
    });

    test("text and other things that are no rows are refused by name", () => {
      for (const bad of ["rows", 7, null, undefined, {}])
        expect(() => compute(bad as unknown as Iterable<object>)).toThrow(
          /must be an iterable of rows, received/,
        );
      for (const bad of [null, 3, "row"]) {
        const withBad = [...rows, bad] as readonly object[];
        expect(() => compute(withBad)).toThrow(new RegExp(`\\[${rows.length}\\] must be a`));
      }
    });

    test("results survive JSON, and hold no -0, NaN or Infinity", () => {
      for (const result of [expected, compute([])]) {
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(JSON.stringify(result)).not.toMatch(/-0[,}\]]/);
      }
    });
  });
}

/** Counts how often each field of a row is read, where a getter stands for the field. */
function countingReads(row: object): { readonly proxy: object; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const proxy = {};
  for (const [field, value] of Object.entries(row)) {
    const get = (): unknown => {
      reads.set(field, (reads.get(field) ?? 0) + 1);
      return value;
    };
    Object.defineProperty(proxy, field, { get, enumerable: true });
  }
  return { proxy, reads };
}

/** Lists in one order, since customers and groups come in order of appearance. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((one) => JSON.stringify(sorted(one)));
    return texts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, own]) => [field, sorted(own)]));
  return value;
}
