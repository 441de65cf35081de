import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageOrderValue,
  type Estimate,
  historicClv,
  type MoneyMethod,
  purchaseFrequency,
  simpleClv,
  type TransactionRow,
} from "../../../src/index.ts";
import { countedLaws } from "../../support/laws.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

type Metric = (
  rows: Iterable<TransactionRow>,
  options: { readonly level: number; readonly method: MoneyMethod },
) => Estimate;

const metrics: readonly (readonly [string, Metric, boolean, readonly [number, number]])[] = [
  ["historicClv", historicClv, true, [-1e9, 1e9]],
  ["averageOrderValue", averageOrderValue, true, [0, 1e9]],
  ["purchaseFrequency", purchaseFrequency, false, [1, 1e9]],
];

describe.each(metrics)("%s", (name, metric, amounts, range) => {
  const rows = transactions(amounts);
  // Two customers at 1 - 1e-9 have ends of 1e11, beside which nothing else could be compared.
  const capped = (level: number): number => Math.min(level, 0.9999);
  for (const method of ["hall", "t"] as const)
    countedLaws(
      `${name}, ${method}`,
      rows,
      (value, level) => metric(value, { level: capped(level), method }),
      range,
    );
  countedLaws(
    `${name}, bootstrap`,
    rows,
    (value, level) => metric(value, { level: capped(level), method: "bootstrap" }),
    range,
    5,
  );

  test("order does not matter", () => {
    fc.assert(
      fc.property(shuffled(rows), ([a, b]) => {
        const options = { level: 0.9, method: "hall" } as const;
        expect(metric(b.values(), options)).toEqual(metric(a, options));
      }),
    );
    fc.assert(
      fc.property(shuffled(rows), ([a, b]) => {
        const options = { level: 0.9, method: "bootstrap" } as const;
        expect(metric(b, options)).toEqual(metric(a, options));
      }),
      { numRuns: 5 },
    );
  });
});

test("value per customer is value per order times orders per customer", () => {
  fc.assert(
    fc.property(transactions(true), (rows) => {
      const paid = rows.filter(({ amount = 0 }) => amount >= 0);
      const [value, order] = [historicClv(paid).estimate, averageOrderValue(paid).estimate];
      const { orders, customers } = purchaseFrequency(paid);
      if (value === null || order === null) expect(customers).toBe(0);
      else expect(value).toBeCloseTo((order * orders) / customers, 8);
    }),
  );
});

test("simpleClv rises with margin, falls with churn and with the discount rate", () => {
  const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (margin, churnRate, discountRate) => {
      const inputs = { averageOrderValue: 20, purchasesPerPeriod: 2, margin, churnRate, discountRate };
      const value = simpleClv(inputs).estimate ?? Number.NaN;
      expect(simpleClv({ ...inputs, margin: margin * 1.1 }).estimate).toBeGreaterThan(value);
      expect(simpleClv({ ...inputs, churnRate: churnRate * 1.1 }).estimate).toBeLessThan(value);
      expect(simpleClv({ ...inputs, discountRate: discountRate * 1.1 }).estimate).toBeLessThan(value);
      expect(value).toBeGreaterThanOrEqual(40 * margin);
    }),
  );
});
