import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clv, type ClvModel, type ClvOptions, clv, type TransactionRow } from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { clvOrders } from "../../support/clvOrders.ts";
import { expectNested, expectSound } from "../../support/laws.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const RANGE = [0, Number.POSITIVE_INFINITY] as const;
const asOf = "2024-06-30";
const models = fc.constantFrom<ClvModel>("bgNbd", "mbgNbd", "paretoNbd", "nbd");
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

/** Simulated orders, where fits have answers, and odd ones, where they may have none. */
const orders: fc.Arbitrary<TransactionRow[]> = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((seed): TransactionRow[] => clvOrders(60, true, seed)),
  transactions(true, 60).map((rows) => rows.map((row) => ({ ...row, amount: Math.abs(row.amount ?? 0) }))),
);
const compute = (rows: Iterable<TransactionRow>, options: Partial<ClvOptions> = {}): Clv =>
  clv(rows, { asOf, horizon: 100, discountRate: 0.001, ...options });
const value = (record: Clv): number => record.total.estimate ?? Number.NaN;
const numRuns = 25;

describe("clv", () => {
  test("every row and the total are sound, the record survives JSON, and the total is the sum", () => {
    fc.assert(
      fc.property(orders, models, level, (rows, model, one) => {
        const record = compute(deepFreeze(rows), { model, level: one });
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        for (const each of [...record.customers, record.total]) expectSound(each, RANGE);
        if (record.total.estimate === null) {
          expect(record.reason).not.toBeNull();
          return;
        }
        // Without a finite maximum the limit of the model answers, and says so.
        if (record.reason !== null) expect(record.reason).toMatch(/^purchases are expected by the limit/);
        const sum = record.customers.reduce((all, row) => all + (row.estimate ?? Number.NaN), 0);
        expect(value(record) / sum).toBeCloseTo(1, 12);
        // Customers share the parameters, so that their errors are never less than perfectly alike.
        const errors = record.customers.reduce((all, row) => all + (row.standardError ?? Number.NaN), 0);
        expect(record.total.standardError).toBeLessThanOrEqual(errors * (1 + 1e-9));
      }),
      { numRuns },
    );
  });

  test("a higher level contains a lower one", () => {
    fc.assert(
      fc.property(orders, level, level, (rows, a, b) => {
        const narrow = compute(rows, { level: Math.min(a, b) });
        const wide = compute(rows, { level: Math.max(a, b) });
        const slack = [0, 1e-6] as const;
        expectNested(narrow.total, wide.total, slack);
        narrow.customers.forEach((row, i) => {
          const other = wide.customers[i];
          if (other) expectNested(row, other, slack);
        });
      }),
      { numRuns },
    );
  });

  test("the margin scales everything that is money", () => {
    fc.assert(
      fc.property(orders, fc.double({ min: 0.01, max: 1, noNaN: true }), (rows, margin) => {
        const [whole, part] = [compute(rows), compute(rows, { margin })];
        for (const field of ["estimate", "low", "high", "standardError"] as const) {
          expect(part.total[field] === null).toBe(whole.total[field] === null);
          if (part.total[field] !== null && whole.total[field] !== null)
            expect(part.total[field]).toBeCloseTo(margin * whole.total[field], 6);
        }
        expect(part.customers.map((row) => row.expectedSpend)).toEqual(
          whole.customers.map((row) => row.expectedSpend),
        );
      }),
      { numRuns },
    );
  });

  test("the order of rows changes the order of customers alone", () => {
    const byName = ({ customers }: Clv): Map<unknown, number | null> =>
      new Map(customers.map((row) => [row.customerId, row.estimate]));
    fc.assert(
      fc.property(shuffled(orders), models, ([rows, other], model) => {
        const [one, two] = [compute(rows, { model }), compute(other, { model })];
        expect(two.total).toEqual(one.total);
        expect([two.purchaseFit, two.spendFit, two.reason]).toEqual([
          one.purchaseFit,
          one.spendFit,
          one.reason,
        ]);
        const theirs = byName(two);
        for (const [name, estimate] of byName(one)) expect(theirs.get(name)).toBe(estimate);
      }),
      { numRuns },
    );
  });

  test("discounting lowers, and a longer horizon raises", () => {
    fc.assert(
      fc.property(orders, models, (rows, model) => {
        const near = compute(rows, { model });
        if (near.reason !== null) return;
        expect(value(compute(rows, { model, discountRate: 0.002 }))).toBeLessThan(value(near));
        expect(value(compute(rows, { model, discountRate: 0 }))).toBeGreaterThan(value(near));
        expect(value(compute(rows, { model, horizon: 150 }))).toBeGreaterThan(value(near));
      }),
      { numRuns },
    );
  });

  test("the unit of time changes no value, nor does splitting an order", () => {
    fc.assert(
      fc.property(orders, (rows) => {
        const days = compute(rows);
        const weeks = compute(rows, { unit: "week", horizon: 100 / 7, discountRate: 1.001 ** 7 - 1 });
        expect(weeks.total.estimate === null).toBe(days.total.estimate === null);
        if (days.total.estimate !== null) expect(value(weeks) / value(days)).toBeCloseTo(1, 6);
        const halves = rows.map((row) => ({ ...row, amount: (row.amount ?? 0) / 2 }));
        expect(compute([...halves, ...halves]).total).toEqual(days.total);
      }),
      { numRuns },
    );
  });
});
