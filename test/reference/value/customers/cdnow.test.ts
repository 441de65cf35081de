import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { summarizeCustomers, tallyCustomers } from "../../../../src/index.ts";

const DATA = new URL("../../../../../shared/data/", import.meta.url);
const [SUMMARY, ORDERS] = ["cdnow-customers.csv", "cdnow-sample-transactions.csv"].map(
  (file) => new URL(file, DATA),
) as [URL, URL];

function cells(file: URL): string[][] {
  const [, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

// The published summary of the 2,357 customers of the CDNOW sample is the oracle for their transactions.
describe.skipIf(!existsSync(SUMMARY) || !existsSync(ORDERS))("CDNOW, from its transactions", () => {
  const load = (): ReturnType<typeof summarizeCustomers> => {
    const orders = cells(ORDERS).map(([customerId = "", at = "", , amount]) => ({
      customerId,
      at,
      amount: Number(amount),
    }));
    return summarizeCustomers(orders, { calibrationEnd: "1997-09-30", asOf: "1998-06-30", unit: "week" });
  };

  test("every row of the published summary, to the two decimals that it has", () => {
    const rows = load();
    const published = cells(SUMMARY).map((row) => row.map(Number));
    expect(rows).toHaveLength(2357);
    for (const [i, row] of rows.entries()) {
      const [id, x, recency = 0, age = 0, spend = 0] = published[i] ?? [];
      expect([Number(row.customerId), row.frequency]).toEqual([id, x]);
      // Half of the last decimal, and what 0.005 is off as a double.
      expect(Math.abs(row.recency - recency)).toBeLessThan(0.005 + 1e-9);
      expect(Math.abs(row.age - age)).toBeLessThan(0.005 + 1e-9);
      expect(Math.abs((row.monetaryValue ?? 0) - spend)).toBeLessThan(0.005 + 1e-9);
      expect(row.monetaryValue === null).toBe(x === 0);
    }
  });

  test("the frequency table and the holdout total of the papers", () => {
    const table = [0, 0, 0, 0, 0, 0, 0, 0];
    let holdout = 0;
    for (const { frequency, holdoutFrequency = 0, count } of tallyCustomers(load())) {
      table[Math.min(7, frequency)] = (table[Math.min(7, frequency)] ?? 0) + count;
      holdout += count * holdoutFrequency;
    }
    expect(table).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    expect(holdout).toBe(1882);
  });
});
