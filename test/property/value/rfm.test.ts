import fc from "fast-check";
import { expect, test } from "vitest";
import { rfm } from "../../../src/index.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const BINS = fc.integer({ min: 2, max: 12 });
const asOf = "2024-07-31";
const fields = [
  ["daysSinceLast", "recencyScore", -1],
  ["frequency", "frequencyScore", 1],
  ["monetary", "monetaryScore", 1],
] as const;

test("better is never worse, equal is equal, and scores lie between 1 and bins", () => {
  fc.assert(
    fc.property(transactions(true), BINS, (rows, bins) => {
      const { customers } = rfm(rows, { asOf, bins });
      for (const [field, score, sign] of fields) {
        const sorted = [...customers].sort((a, b) => sign * (a[field] - b[field]));
        for (const [i, row] of sorted.entries()) {
          expect(row[score]).toBeGreaterThanOrEqual(sorted[i - 1]?.[score] ?? 1);
          expect(row[score]).toBeLessThanOrEqual(bins);
          if (row[field] === sorted[i - 1]?.[field]) expect(row[score]).toBe(sorted[i - 1]?.[score]);
        }
      }
    }),
  );
});

test("without ties, bins differ in size by one at most", () => {
  const spent = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 60 });
  fc.assert(
    fc.property(spent, BINS, (amounts, bins) => {
      const rows = amounts.map((amount, customerId) => ({ customerId, at: "2024-01-01", amount }));
      const sizes = new Array<number>(bins).fill(0);
      for (const { monetaryScore } of rfm(rows, { asOf, bins }).customers)
        sizes[monetaryScore - 1] = (sizes[monetaryScore - 1] ?? 0) + 1;
      for (const size of sizes) expect(Math.abs(size - amounts.length / bins)).toBeLessThan(1);
    }),
  );
});

test("segments add up to everybody; its boundaries give the same again; order only moves customers", () => {
  fc.assert(
    fc.property(shuffled(transactions(true)), BINS, ([rows, other], bins) => {
      const record = rfm(rows, { asOf, bins });
      const { segments, customers, boundaries, n } = record;
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
      expect(segments.reduce((sum, row) => sum + row.n, 0)).toBe(n);
      const total = customers.reduce((sum, row) => sum + row.monetary, 0);
      expect(segments.reduce((sum, row) => sum + row.monetary, 0)).toBeCloseTo(total, 6);
      if (n > 0) expect(rfm(rows, { asOf, boundaries })).toEqual(record);
      const { customers: moved, ...rest } = rfm(other, { asOf, bins });
      const { customers: _, ...expected } = record;
      expect(rest).toEqual(expected);
      expect(new Set(moved.map((row) => JSON.stringify(row)))).toEqual(
        new Set(customers.map((row) => JSON.stringify(row))),
      );
    }),
  );
});
