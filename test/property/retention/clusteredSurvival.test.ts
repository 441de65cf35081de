import fc from "fast-check";
import { expect, test } from "vitest";
import { kaplanMeier } from "../../../src/index.ts";
import { clusteredCurve } from "../../../src/retention/clusteredSurvival.ts";
import { curveRows } from "../../../src/retention/kaplanMeier.ts";
import { readLifetimes } from "../../../src/history/lifetimes.ts";
import { lifetimes } from "../../support/lifetimes.ts";

// Not so with late entry, where those at risk together do not share their past.
test("with every lifetime a cluster of its own it is Greenwood's variance", () => {
  fc.assert(
    fc.property(lifetimes({ late: false }), (rows) => {
      const single = rows.map(({ count, ...row }) => row);
      const own = Int32Array.from(single, (_, index) => index);
      const clustered = curveRows(clusteredCurve(readLifetimes("test", single), own), "plain", 0.95);
      const plain = kaplanMeier(single, { method: "plain" });
      expect(clustered).toHaveLength(plain.length);
      clustered.forEach((row, index) => {
        expect(row.estimate).toBe(plain[index]?.estimate);
        expect(row.standardError).toBeCloseTo(plain[index]?.standardError ?? Number.NaN, 7);
      });
    }),
  );
});

test("k customers with the same m lifetimes each vary as k lifetimes do", () => {
  fc.assert(
    fc.property(lifetimes({ late: false }), fc.integer({ min: 2, max: 4 }), (rows, m) => {
      const single = rows.map(({ count, ...row }) => row);
      const repeated = single.flatMap((row) => Array.from({ length: m }, () => row));
      const cluster = Int32Array.from(repeated, (_, index) => Math.floor(index / m));
      const clustered = curveRows(clusteredCurve(readLifetimes("test", repeated), cluster), "log", 0.95);
      kaplanMeier(single, { method: "log" }).forEach((row, index) => {
        expect(clustered[index]?.estimate).toBeCloseTo(row.estimate ?? Number.NaN, 14);
        expect(clustered[index]?.standardError).toBeCloseTo(row.standardError ?? Number.NaN, 7);
      });
    }),
  );
});

test("the order of rows does not matter, nor which number a cluster has", () => {
  const pairs = fc
    .array(
      fc.record({
        duration: fc.integer({ min: 0, max: 9 }),
        churned: fc.boolean(),
        id: fc.integer({ min: 0, max: 4 }),
      }),
    )
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
  fc.assert(
    fc.property(pairs, ([rows, other]) => {
      const errors = (list: typeof rows, sign: 1 | -1): number[] => {
        const cluster = Int32Array.from(list, ({ id }) => (sign === 1 ? id : 4 - id));
        return Array.from(clusteredCurve(readLifetimes("test", list), cluster).logError);
      };
      const [a, b] = [errors(rows, 1), errors(other, -1)];
      expect(a).toHaveLength(b.length);
      a.forEach((error, index) => {
        if (error < Infinity) expect(error).toBeCloseTo(b[index] ?? Number.NaN, 7);
      });
    }),
  );
});
