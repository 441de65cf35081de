import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { calendarMonths, cohortRevenue, inactivityChurn, repeatPurchaseRate } from "../../../src/index.ts";
import { openShop, purchaseDays, revenueCells } from "./database.ts";

// DuckDB computes the expected numbers while the test runs, from the same file.
const shops = [
  { name: "orders.csv", file: resolve("test/reference/shop/fixtures/orders.csv"), asOf: "2024-06-14" },
  {
    name: "online-retail-invoices.csv.gz",
    file: resolve("../shared/data/online-retail-invoices.csv.gz"),
    asOf: "2011-11-30",
  },
];
const zones = ["UTC", "Asia/Tokyo", "America/Los_Angeles"];

describe.each(shops)("$name", ({ file, asOf }) => {
  test.skipIf(!existsSync(file)).each(zones)("inactivityChurn in %s", async (timeZone) => {
    const { rows, query } = await openShop(file);
    for (const window of [1, 7, 30, 90, 400]) {
      const [expected] = await query(
        `SELECT count(*) FILTER (before)::DOUBLE AS atRisk, count(*) FILTER (before AND NOT lately)::DOUBLE AS churned,
          count(*) FILTER (lately AND NOT before)::DOUBLE AS newOrReturned, count(*)::DOUBLE AS customers,
          count(*) FILTER (NOT lately)::DOUBLE AS lapsed
        FROM (SELECT bool_or(day > DATE '${asOf}' - ${window}) AS lately,
          bool_or(day > DATE '${asOf}' - ${2 * window} AND day <= DATE '${asOf}' - ${window}) AS before
          FROM (${purchaseDays(timeZone, asOf)}) GROUP BY customerId)`,
      );
      const { churned, atRisk, newOrReturned, customers, lapsed } = inactivityChurn(rows, {
        asOf,
        window,
        timeZone,
      });
      expect({ churned, atRisk, newOrReturned, customers, lapsed }).toEqual(expected);
      expect(customers).toBeGreaterThan(50);
    }
  });

  test.skipIf(!existsSync(file)).each(zones)("repeatPurchaseRate in %s", async (timeZone) => {
    const { rows, query } = await openShop(file);
    const [expected] = await query(
      `SELECT count(*)::DOUBLE AS customers, count(*) FILTER (days > 1)::DOUBLE AS repeated
      FROM (SELECT count(*) AS days FROM (${purchaseDays(timeZone, asOf)}) GROUP BY customerId)`,
    );
    const { repeated, customers } = repeatPurchaseRate(rows, { asOf, timeZone });
    expect({ repeated, customers }).toEqual(expected);
  });

  for (const mode of ["on", "cumulative"] as const)
    test.skipIf(!existsSync(file)).each(zones)(`cohortRevenue, ${mode}, in %s`, async (timeZone) => {
      const { rows, query } = await openShop(file);
      const expected = await query(revenueCells(timeZone, asOf, mode));
      const cells = cohortRevenue(rows, { bucket: calendarMonths(timeZone), asOf, mode });
      const triangle = cells.map(({ cohort, offset, size }) => ({ cohort, offset, size }));
      expect(triangle).toEqual(expected.map(({ cohort, offset, size }) => ({ cohort, offset, size })));
      expect(cells.length).toBeGreaterThan(30);
      for (const [i, { revenue, estimate, standardError }] of cells.entries()) {
        const cell = expected[i] as Record<"revenue" | "estimate" | "standardError", number | null>;
        // The database adds doubles as they come; revenues are below 1e6.
        expectNear(revenue, cell.revenue);
        expectNear(estimate, cell.estimate);
        if (standardError !== null) expectNear(standardError, cell.standardError);
        else expect(cell.standardError ?? 0).toBeLessThan(1e-9);
      }
    });

  test.skipIf(!existsSync(file))("refunds and rows after the last day", async () => {
    const { rows, query } = await openShop(file);
    const [expected] = await query(
      `WITH known AS (SELECT *, date_trunc('month', timezone('UTC', instant)) AS month FROM orders
        WHERE timezone('UTC', instant)::DATE <= DATE '${asOf}'),
      firsts AS (SELECT customerId, min(month) AS cohort FROM known WHERE amount >= 0 GROUP BY 1)
      SELECT (SELECT count(*) FROM orders)::DOUBLE - (SELECT count(*) FROM known)::DOUBLE AS afterAsOf,
        count(*) FILTER (amount < 0)::DOUBLE AS refunds,
        count(*) FILTER (amount < 0 AND (cohort IS NULL OR month < cohort))::DOUBLE AS refundsBefore
      FROM known LEFT JOIN firsts USING (customerId)`,
    );
    const { afterAsOf, refunds } = repeatPurchaseRate(rows, { asOf });
    const [cell] = cohortRevenue(rows, { bucket: calendarMonths(), asOf });
    expect({ afterAsOf, refunds, refundsBefore: cell?.refundsBefore }).toEqual(expected);
    expect(cell).toMatchObject({ afterAsOf });
    expect(Math.min(afterAsOf, refunds, cell?.refundsBefore ?? 0)).toBeGreaterThan(3);
  });
});

function expectNear(value: number | null, expected: number | null): void {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(Math.abs(value - expected)).toBeLessThan(1e-8);
}
