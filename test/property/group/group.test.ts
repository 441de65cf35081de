import fc from "fast-check";
import { expect, it } from "vitest";
import { rolling } from "../../../src/group/rolling.ts";
import { rollup } from "../../../src/group/rollup.ts";
import { timeline } from "../../../src/group/timeline.ts";
import { nps } from "../../../src/survey/nps.ts";
import { calendarDays } from "../../../src/time/calendarDays.ts";
import { isoWeeks } from "../../../src/time/isoWeeks.ts";

interface Row {
  readonly a: string | number | boolean | null;
  readonly b: string;
  readonly at: number;
  readonly score: number | null;
}
const label = fc.constantFrom<Row["a"]>(
  1,
  "1",
  0,
  "0",
  true,
  "true",
  false,
  null,
  "null",
  "",
  "__proto__",
  "constructor",
);
const row: fc.Arbitrary<Row> = fc.record({
  a: label,
  b: fc.constantFrom("", "x", "__proto__"),
  at: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 2, 31) }),
  score: fc.option(fc.integer({ min: 0, max: 10 })),
});
const table = fc.array(row, { maxLength: 60 });
const at = (row: Row): number => row.at;
const bucket = isoWeeks("America/Toronto");
const size = (group: readonly unknown[]): { size: number } => ({ size: group.length });
const total = (results: readonly { readonly size: number }[]): number =>
  results.reduce((sum, result) => sum + result.size, 0);

it("rollup partitions the rows: every row is in the one group that has its labels", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const groups = rollup(rows, ["a", "b"], (group) => ({ group }));
      expect(groups.flatMap(({ group }) => group).length).toBe(rows.length);
      for (const { a, b, group } of groups) {
        expect(group).toEqual(rows.filter((row) => Object.is(row.a, a) && row.b === b));
      }
    }),
  );
});

it("rollup keeps the order in which groups first appear", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const seen = [...new Set(rows.map((row) => row.a))];
      expect(rollup(rows, ["a"], size).map((result) => result.a)).toEqual(seen);
    }),
  );
});

it("rollup by functions is rollup by the fields they read, and by one label after the other", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const byNames = rollup(rows, ["a", "b"], nps);
      expect(rollup(rows, { a: (row) => row.a, b: (row) => row.b }, nps)).toEqual(byNames);
      const nested = rollup(rows, ["a"], (group) => rollup(group, ["b"], nps));
      expect(new Set(nested.map((result) => JSON.stringify(result)))).toEqual(
        new Set(byNames.map((result) => JSON.stringify(result))),
      );
    }),
  );
});

it("timeline holds every row once, in buckets without a gap, whatever the order of the rows", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const line = timeline(rows, { at, bucket }, size);
      expect(total(line)).toBe(rows.length);
      const indexes = rows.map((row) => bucket.indexOf(row.at)).sort((a, b) => a - b);
      const [first = 0, last = -1] = [indexes[0], indexes.at(-1)];
      const labels = Array.from({ length: last - first + 1 }, (_, step) => bucket.labelOf(first + step));
      expect(line.map((result) => result.period)).toEqual(labels);
      expect(timeline([...rows].reverse(), { at, bucket }, size)).toEqual(line);
    }),
  );
});

it("timeline agrees with rollup by the bucket's label", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const filled = timeline(rows, { at, bucket }, size).filter((result) => result.size > 0);
      const grouped = rollup(rows, { period: (row) => bucket.labelOf(bucket.indexOf(row.at)) }, size);
      expect(filled).toEqual([...grouped].sort((a, b) => (a.period < b.period ? -1 : 1)));
    }),
  );
});

it("rolling of width 1 is the timeline, and of any width sums that many periods of it", () => {
  const days = calendarDays();
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, width) => {
      const line = timeline(rows, { at, bucket: days }, size);
      const one = rolling(rows, { at, bucket: days, width: 1 }, size);
      expect(one).toEqual(line.map(({ period, size }) => ({ period, complete: true, size })));
      rolling(rows, { at, bucket: days, width }, size).forEach((result, index) => {
        expect(result.size).toBe(total(line.slice(Math.max(0, index - width + 1), index + 1)));
        expect(result.complete).toBe(index >= width - 1);
      });
    }),
  );
});

it("minimum shows no number of a group below it, and leaves the others as they are", () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 12 }), (rows, minimum) => {
      const plain = rollup(rows, ["a"], nps);
      rollup(rows, ["a"], nps, { minimum }).forEach((result, index) => {
        const { suppressed, ...shown } = result;
        expect(suppressed).toBe((plain[index]?.n ?? 0) < minimum);
        if (!suppressed) expect(shown).toEqual(plain[index]);
        const { a: _, level: __, ...rest } = shown;
        if (suppressed) expect(Object.values(rest).filter((value) => typeof value === "number")).toEqual([]);
      });
    }),
  );
});
