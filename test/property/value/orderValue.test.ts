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

const rowsWith = (amount: fc.Arbitrary<number>): fc.Arbitrary<TransactionRow[]> =>
  fc.array(
    fc.record({
      customerId: fc.integer({ min: 1, max: 50 }),
      at: fc.constantFrom("2024-01-01", "2024-01-02", "2024-03-01"),
      amount,
    }),
    { maxLength: 60 },
  );

/** Amounts that are nearly alike, or beside which others vanish. */
const unevenRows: fc.Arbitrary<TransactionRow[]> = fc.oneof(
  rowsWith(fc.integer({ min: -9, max: 9 }).map((tenths) => 10_000_000 + tenths / 10)),
  rowsWith(fc.constantFrom(1e300, -1e300, 1e150, -1e150, 1e17, -1e17, 3, 0.1)),
  rowsWith(fc.double({ min: -1e12, max: 1e12, noNaN: true })),
);

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

  const expectSame = (list: fc.Arbitrary<TransactionRow[]>, method: MoneyMethod, numRuns: number): void =>
    fc.assert(
      fc.property(shuffled(list), ([a, b]) => {
        const options = { level: 0.9, method };
        expect(metric(b.values(), options)).toEqual(metric(a, options));
      }),
      { numRuns },
    );
  test.each([
    ["hall", 100],
    ["t", 100],
    ["bootstrap", 5],
  ] as const)("order does not matter, %s", (method, numRuns) => {
    expectSame(rows, method, numRuns);
    if (amounts) expectSame(unevenRows, method, numRuns);
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
