import fc from "fast-check";
import { expect, test } from "vitest";
import {
  calendarMonths,
  cohortRetention,
  cohortRevenue,
  type CohortRevenueCell,
  type TransactionRow,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { expectNested, expectSound } from "../../support/laws.ts";
import { meanMethods } from "../../support/methods.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const bucket = calendarMonths();
const asOf = "2024-06-10";
const RANGE = [-1e7, 1e7] as const;
const rows = transactions(true);
const mode = fc.constantFrom("on" as const, "cumulative" as const);
const level = fc.double({ min: 1e-6, max: 1 - 1e-9, noNaN: true });

/** Every cell as its customers' amounts in cents, in the plainest way there is. */
function plainCells(list: readonly TransactionRow[], cumulative: boolean): Map<string, number[]> {
  const end = Date.parse(asOf) + 86_400_000;
  const known = list
    .map((row) => ({ ...row, ms: typeof row.at === "number" ? row.at : Date.parse(row.at as string) }))
    .filter(({ ms }) => ms < end)
    .map((row) => ({ ...row, month: bucket.indexOf(row.at), cents: Math.round((row.amount ?? 0) * 100) }));
  const cells = new Map<string, number[]>();
  for (const who of new Set(known.map(({ customerId }) => customerId))) {
    const own = known.filter(({ customerId }) => customerId === who);
    const bought = own.filter(({ cents }) => cents >= 0).map(({ month }) => month);
    if (bought.length === 0) continue;
    const cohort = bought.reduce((a, b) => Math.min(a, b));
    for (let month = cohort; month <= bucket.indexOf(asOf); month++) {
      const counted = own.filter((row) => (cumulative ? row.month <= month : row.month === month));
      const cents = counted.filter((row) => row.month >= cohort).reduce((sum, row) => sum + row.cents, 0);
      const key = `${bucket.labelOf(cohort)} ${month - cohort}`;
      cells.set(key, [...(cells.get(key) ?? []), cents]);
    }
  }
  return cells;
}

test("cells are the means of plain sums, with their standard errors", () => {
  fc.assert(
    fc.property(rows, mode, (list, chosen) => {
      const expected = plainCells(list, chosen === "cumulative");
      for (const cell of cohortRevenue(list, { bucket, asOf, mode: chosen })) {
        const cents = expected.get(`${cell.cohort} ${cell.offset}`) ?? [];
        const sum = cents.reduce((a, b) => a + b, 0);
        expect(cell.size).toBe(cents.length);
        expect(cell.revenue).toBeCloseTo(sum / 100, 9);
        if (cell.size === 0) continue;
        const mean = sum / cents.length;
        const squares = cents.reduce((total, x) => total + (x - mean) ** 2, 0);
        expect(cell.estimate).toBeCloseTo(mean / 100, 9);
        const error = Math.sqrt(squares / (cents.length - 1) / cents.length) / 100;
        if (cell.standardError === null) expect(cents.every((x) => x === cents[0])).toBe(true);
        else expect(cell.standardError).toBeCloseTo(error, 9);
      }
    }),
  );
});

for (const method of meanMethods) {
  // A bootstrap costs thousands of resamples for each cell.
  const [numRuns, maxLength] = method === "bootstrap" ? [3, 8] : [60, 40];
  const list = transactions(true, maxLength);
  test(`${method}: sound records, nested levels, frozen input`, () => {
    fc.assert(
      fc.property(list, mode, level, level, (given, chosen, a, b) => {
        const at = (asked: number): CohortRevenueCell[] =>
          cohortRevenue(deepFreeze(given), { bucket, asOf, mode: chosen, method, level: asked });
        const [narrow, wide] = [at(Math.min(a, b)), at(Math.max(a, b))];
        for (const [i, cell] of narrow.entries()) {
          // An end may lie beyond any range at a level next to 1: the t distribution has no bound.
          expectSound(cell, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
          expectNested(cell, wide[i] as CohortRevenueCell, RANGE);
        }
      }),
      { numRuns },
    );
  });

  test(`${method}: the order of rows, and reading them once, change nothing`, () => {
    fc.assert(
      fc.property(shuffled(list), mode, ([given, other], chosen) => {
        const options = { bucket, asOf, mode: chosen, method };
        const cells = cohortRevenue(given, options);
        expect(cohortRevenue(other, options)).toEqual(cells);
        expect(cohortRevenue(given.values(), options)).toEqual(cells);
      }),
      { numRuns },
    );
  });
}

test("doubles of any size: order shows in the last digit at most", () => {
  const wild = fc.array(
    fc.record({
      customerId: fc.integer({ min: 0, max: 3 }),
      at: fc.constantFrom("2024-01-05", "2024-02-05"),
      amount: fc.double({ min: -1e150, max: 1e300, noNaN: true, noDefaultInfinity: true }),
    }),
  );
  fc.assert(
    fc.property(shuffled(wild), mode, ([list, other], chosen) => {
      const cells = cohortRevenue(list, { bucket, mode: chosen });
      for (const [i, cell] of cohortRevenue(other, { bucket, mode: chosen }).entries()) {
        const close = Math.abs(cell.revenue) * 1e-14;
        expect(Math.abs(cell.revenue - (cells[i]?.revenue ?? 0))).toBeLessThanOrEqual(close);
        expectSound(cell, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
      }
    }),
  );
});

test("the triangle is that of cohortRetention, and cumulative revenue adds the buckets", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const on = cohortRevenue(list, { bucket, asOf });
      const cumulative = cohortRevenue(list, { bucket, asOf, mode: "cumulative" });
      const place = (cell: {
        cohort: string;
        offset: number;
        size: number;
        complete: boolean;
      }): unknown[] => [cell.cohort, cell.offset, cell.size, cell.complete];
      expect(on.map(place)).toEqual(cohortRetention(list, { bucket, asOf }).map(place));
      let sum = 0;
      for (const [i, cell] of on.entries()) {
        sum = cell.offset === 0 ? cell.revenue : sum + cell.revenue;
        expect(cumulative[i]?.revenue).toBeCloseTo(sum, 9);
      }
    }),
  );
});
