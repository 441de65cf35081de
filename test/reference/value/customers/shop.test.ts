import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  type Bucket,
  calendarDays,
  calendarMonths,
  historicClv,
  isoWeeks,
  purchaseFrequency,
  rfm,
  summarizeCustomers,
} from "../../../../src/index.ts";
import { averagesSql, openShop, rfmSql, summarySql } from "./shop.ts";

// DuckDB computes the expected numbers while the test runs, from the same file.
const shops = [
  {
    name: "made-up orders",
    file: resolve("test/reference/shop/fixtures/orders.csv"),
    end: "2024-03-10",
    asOf: "2024-06-14",
  },
  {
    name: "online-retail-invoices.csv.gz",
    file: resolve("../shared/data/online-retail-invoices.csv.gz"),
    end: "2011-07-15",
    asOf: "2011-11-30",
  },
];
const zones = ["UTC", "America/Los_Angeles"];
const merges: readonly (readonly [string, (timeZone: string) => Bucket])[] = [
  ["day", calendarDays],
  ["week", isoWeeks],
  ["month", calendarMonths],
];

/** The same number, but for the order of adding doubles. */
function expectNear(value: number | null | undefined, expected: unknown): void {
  if (typeof value !== "number" || typeof expected !== "number") expect(value ?? null).toBe(expected);
  else expect(Math.abs(value - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
}

describe.each(shops)("$name", ({ file, end, asOf }) => {
  describe.skipIf(!existsSync(file)).each(zones)("in %s", (timeZone) => {
    test.each(merges)("summarizeCustomers, merged by %s", async (merge, bucketIn) => {
      const { rows, query } = await openShop(file);
      const expected = await query(summarySql(timeZone, merge, end, asOf));
      const mergeWithin = bucketIn(timeZone);
      const summary = summarizeCustomers(rows, { asOf, calibrationEnd: end, timeZone, mergeWithin });
      expect(summary.length).toBe(expected.length);
      expect(summary.length).toBeGreaterThan(50);
      for (const [i, { monetaryValue, ...row }] of summary.entries()) {
        const { monetaryValue: mean, refunds, ...rest } = expected[i] ?? {};
        expect(row).toEqual(refunds === null ? rest : { ...rest, refunds });
        expectNear(monetaryValue, mean);
      }
    });

    test.each([2, 5, 7])("rfm with %i bins", async (bins) => {
      const { rows, query } = await openShop(file);
      const expected = await query(rfmSql(timeZone, asOf, bins));
      // Sums of whole cents: doubles of cents would make equals differ by what rounding leaves.
      const cents = rows.map((row) => ({ ...row, amount: Math.round((row.amount ?? 0) * 100) }));
      const { customers, n } = rfm(cents, { asOf, bins, timeZone });
      const sorted = [...customers].sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
      const plain = sorted.map(({ monetary, segment: _, ...row }) => ({ ...row, cents: monetary }));
      expect(plain).toEqual(expected);
      expect(n).toBeGreaterThan(50);
    });

    test("historicClv, averageOrderValue and purchaseFrequency", async () => {
      const { rows, query } = await openShop(file);
      const [expected = {}] = await query(averagesSql(timeZone, asOf));
      const value = historicClv(rows, { asOf, timeZone });
      const order = averageOrderValue(rows, { asOf, timeZone });
      const purchases = purchaseFrequency(rows, { asOf, timeZone });
      expect([value.n, order.n, purchases.n]).toEqual([expected.n, expected.n, expected.n]);
      expectNear(value.estimate, expected.value);
      expectNear(value.standardError, expected.valueError);
      expectNear(order.estimate, expected.aov);
      expectNear(order.standardError, expected.aovError);
      expectNear(purchases.estimate, expected.purchases);
      expectNear(purchases.standardError, expected.purchasesError);
    });
  });
});
