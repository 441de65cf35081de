import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedSpend, fitGammaGamma, type SpendRow } from "../../../src/index.ts";
import { expectNested, expectSound } from "../../support/laws.ts";
import { rowHazards } from "../../support/rowHazards.ts";

const FIT = fitGammaGamma([
  { frequency: 1, monetaryValue: 10, count: 20 },
  { frequency: 1, monetaryValue: 30, count: 25 },
  { frequency: 1, monetaryValue: 100, count: 10 },
  { frequency: 5, monetaryValue: 20, count: 8 },
  { frequency: 5, monetaryValue: 40, count: 8 },
]);
const RANGE = [0, Number.MAX_VALUE] as const;

const ROW: fc.Arbitrary<SpendRow> = fc.record({
  frequency: fc.nat(5000),
  monetaryValue: fc.double({ min: 0, max: 1e12, noNaN: true }),
  count: fc.integer({ min: 1, max: 9 }),
});

rowHazards("expectedSpend", (rows) => expectedSpend(FIT, rows as Iterable<SpendRow>), [
  { customerId: 1, frequency: 0, monetaryValue: 0, count: 2 },
  { customerId: "1", frequency: 3, monetaryValue: 12.5, extra: "kept" },
  { customerId: "__proto__", frequency: 1, monetaryValue: 0 },
]);

describe("laws of the answer", () => {
  test("each row is sound, and a higher level contains a lower one", () => {
    fc.assert(
      fc.property(fc.array(ROW), (rows) => {
        const narrow = expectedSpend(FIT, rows, { level: 0.5 });
        const wide = expectedSpend(FIT, rows);
        expect(wide).toHaveLength(rows.length);
        wide.forEach((row, i) => {
          expectSound(row, RANGE);
          expectNested(narrow[i] ?? row, row, [0, 1]);
          expect(row).toMatchObject(rows[i] ?? {});
          expect(row.n).toBe(rows[i]?.count);
        });
      }),
    );
  });

  test("it lies between the customer's own mean and the population's, the nearer to the own the more is known", () => {
    const population = FIT.meanSpend as number;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1e4, noNaN: true }), (x, m) => {
        const [less, more] = expectedSpend(FIT, [
          { frequency: x, monetaryValue: m },
          { frequency: x + 1, monetaryValue: m },
        ]).map(({ estimate }) => estimate as number) as [number, number];
        expect(less).toBeGreaterThanOrEqual(Math.min(m, population) * (1 - 1e-12));
        expect(less).toBeLessThanOrEqual(Math.max(m, population) * (1 + 1e-12));
        expect(Math.abs(more - m)).toBeLessThanOrEqual(Math.abs(less - m) * (1 + 1e-9) + 1e-9);
      }),
    );
  });
});
