import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  cohortRevenue,
  type Estimate,
  inactivityChurn,
  kaplanMeier,
  lifetimesFromPurchaseGaps,
  repeatPurchaseRate,
  type TransactionRow,
  timeBetweenPurchases,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { countedLaws, expectSound } from "../../support/laws.ts";
import { proportionMethods } from "../../support/methods.ts";
import { shuffled, transactions } from "../../support/transactions.ts";

const asOf = "2024-06-10";
const day = (text: string | number): number =>
  Math.floor((typeof text === "number" ? text : Date.parse(text)) / 86_400_000);
const D = day(asOf);

/** Each customer's purchase days up to asOf, in the plainest way there is. */
function purchaseDays(rows: readonly TransactionRow[]): number[][] {
  const byCustomer = new Map<unknown, Set<number>>();
  for (const { customerId, at, amount = 0 } of rows) {
    const on = day(at as string | number);
    if (amount < 0 || on > D) continue;
    byCustomer.set(customerId, (byCustomer.get(customerId) ?? new Set()).add(on));
  }
  return [...byCustomer.values()].map((days) => [...days].sort((a, b) => a - b));
}

const rows = transactions(false);
const window = fc.integer({ min: 1, max: 70 });

for (const method of proportionMethods) {
  countedLaws(
    `inactivityChurn, ${method}`,
    fc.tuple(rows, window),
    ([list, length], level) => inactivityChurn(list, { asOf, window: length, level, method }),
    [0, 1],
    40,
  );
  countedLaws(
    `repeatPurchaseRate, ${method}`,
    rows,
    (list, level) => repeatPurchaseRate(list, { level, method }),
    [0, 1],
    40,
  );
}
const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const level = fc.double({ min: 1e-6, max: 1 - 1e-9, noNaN: true });

describe.each(["logLog", "log", "plain"] as const)("timeBetweenPurchases, %s", (method) => {
  test("sound records; a higher level contains a lower one; frozen input", () => {
    fc.assert(
      fc.property(rows, probability, level, level, (list, p, a, b) => {
        const at = (asked: number): Estimate =>
          timeBetweenPurchases(deepFreeze(list), {
            asOf,
            probabilities: [p],
            level: asked,
            method,
          })[0] as Estimate;
        const [narrow, wide] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expectSound(narrow, [0, 200]);
        expectSound(wide, [0, 200]);
        // An end that is not reached is null; the upper one of a wider interval may be.
        if (narrow.low !== null) expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          narrow.high ?? Number.POSITIVE_INFINITY,
        );
      }),
    );
  });
});

test("inactivityChurn is the share of a plain count, and its customers balance", () => {
  fc.assert(
    fc.property(rows, window, (list, length) => {
      const customers = purchaseDays(list);
      const active = (end: number, days: number[]): boolean => days.some((d) => d > end - length && d <= end);
      const atRisk = customers.filter((days) => active(D - length, days));
      const churned = atRisk.filter((days) => !active(D, days)).length;
      const lapsed = customers.filter((days) => !active(D, days)).length;
      const record = inactivityChurn(list, { asOf, window: length });
      expect(record).toMatchObject({ churned, atRisk: atRisk.length, lapsed, customers: customers.length });
      expect(record.atRisk - record.churned + record.newOrReturned).toBe(record.customers - record.lapsed);
    }),
  );
});

test("repeatPurchaseRate is the share of a plain count", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const customers = purchaseDays(list);
      const repeated = customers.filter((days) => days.length > 1).length;
      expect(repeatPurchaseRate(list, { asOf })).toMatchObject({ repeated, customers: customers.length });
    }),
  );
});

test("gaps are the differences of purchase days, and the last one is open", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const expected = purchaseDays(list).flatMap((days) =>
        days.map((from, i) => ({ duration: (days[i + 1] ?? D) - from, churned: i + 1 < days.length })),
      );
      const gaps = lifetimesFromPurchaseGaps(list, { asOf });
      expect(gaps.map(({ duration, churned }) => ({ duration, churned }))).toEqual(expected);
    }),
  );
});

test("a quantile is where the curve of the same gaps gets down to it", () => {
  fc.assert(
    fc.property(rows, probability, (list, p) => {
      const curve = kaplanMeier(lifetimesFromPurchaseGaps(list, { asOf }));
      const reached = curve.find(({ estimate }) => (estimate ?? 1) <= 1 - p);
      const [row] = timeBetweenPurchases(list, { asOf, probabilities: [p] });
      if (reached === undefined) expect(row?.estimate).toBeNull();
      else expect(row?.estimate).toBeGreaterThanOrEqual(reached.time);
      if (reached !== undefined && (reached.estimate ?? 1) < 1 - p - 1e-6)
        expect(row?.estimate).toBe(reached.time);
    }),
  );
});

test("half a million rows, without spread or recursion", () => {
  const many = Array.from({ length: 500_000 }, (_, i) => ({
    customerId: i % 100_000,
    at: Date.UTC(2024, 0, 1 + (i % 140)),
    amount: 1,
  }));
  // Customer c buys on the days c, c + 20, c + 40, c + 80 and c + 120 of a cycle of 140.
  expect(repeatPurchaseRate(many)).toMatchObject({ repeated: 100_000, customers: 100_000 });
  expect(inactivityChurn(many, { asOf, window: 60 }).customers).toBe(100_000);
  expect(timeBetweenPurchases(many, { asOf })[0]).toMatchObject({ gaps: 400_000, n: 500_000 });
  const [cell] = cohortRevenue(many, { bucket: calendarMonths(), asOf, mode: "cumulative" });
  expect(cell?.cohort).toBe("2024-01");
});

describe("the order of rows, and reading them once, change nothing", () => {
  const metrics: Record<string, (list: Iterable<TransactionRow>) => unknown> = {
    inactivityChurn: (list) => inactivityChurn(list, { asOf, window: 30, timeZone: "America/Toronto" }),
    repeatPurchaseRate: (list) => repeatPurchaseRate(list, { asOf, timeZone: "Asia/Tokyo" }),
    timeBetweenPurchases: (list) => timeBetweenPurchases(list, { asOf }),
  };
  test.each(Object.entries(metrics))("%s", (_, metric) => {
    fc.assert(
      fc.property(shuffled(rows), ([list, other]) => {
        expect(metric(other)).toEqual(metric(list));
        expect(metric(list.values())).toEqual(metric(list));
      }),
    );
  });
});
