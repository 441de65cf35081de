import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  type Estimate,
  grossRevenueRetention,
  mrrMovements,
  netRevenueRetention,
  quickRatio,
  type RevenueOptions,
  type SubscriptionRevenueRow,
} from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { expectNested, expectSound } from "../../support/laws.ts";
import { revenueRows } from "../../support/revenueRows.ts";

const march = { from: "2024-03-01", to: "2024-03-31" };
const rows = revenueRows();

type Metric = (rows: Iterable<SubscriptionRevenueRow>, options: RevenueOptions) => Estimate;
const metrics: readonly (readonly [name: string, metric: Metric, most: number])[] = [
  ["grossRevenueRetention", grossRevenueRetention, 1],
  ["netRevenueRetention", netRevenueRetention, 1000],
  [
    "netRevenueRetention, chartmogul",
    (given, options) => netRevenueRetention(given, { ...options, convention: "chartmogul" }),
    1000,
  ],
  ["quickRatio", quickRatio, 1000],
  [
    "quickRatio, chartmogul",
    (given, options) => quickRatio(given, { ...options, convention: "chartmogul" }),
    1000,
  ],
];

describe.each(metrics)("%s", (_name, metric, most) => {
  test("is sound, and a higher level contains a lower one", () => {
    const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(rows, level, level, (given, a, b) => {
        const narrow = metric(deepFreeze(given), { ...march, level: Math.min(a, b) });
        const wide = metric(given, { ...march, level: Math.max(a, b) });
        expectSound(narrow, [0, most]);
        // An end is null from the level on at which resamples without a denominator, which are infinite, reach it.
        if (narrow.high !== null && wide.high === null)
          expectNested(narrow, { ...wide, high: narrow.high }, [0, most]);
        else expectNested(narrow, wide, [0, most]);
      }),
      { numRuns: 25 },
    );
  });

  test("the order of rows does not matter, and an iterator will do", () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(metric([...given].reverse().values(), march)).toEqual(metric(given, march));
      }),
      { numRuns: 15 },
    );
  });
});

test("they are made of the row that mrrMovements has for the same period", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const row = mrrMovements(given, { bucket: calendarMonths(), asOf: "2024-10-31" }).find(
        ({ period }) => period === "2024-03",
      ) ?? { opening: 0, new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 };
      const lost = row.churn + row.contraction;
      const share = (top: number, bottom: number): number | null => (bottom === 0 ? null : top / bottom);
      const gross = grossRevenueRetention(given, march);
      expect(gross.estimate).toBe(share(row.opening - lost, row.opening));
      expect(gross).toMatchObject({ start: row.opening, churn: row.churn, contraction: row.contraction });
      if (gross.estimate !== null) expect(gross.estimate).toBeCloseTo(1 - lost / row.opening, 14);
      for (const convention of ["standard", "chartmogul"] as const) {
        const back = convention === "standard" ? 0 : row.reactivation;
        const net = netRevenueRetention(given, { ...march, convention });
        expect(net.estimate).toBe(share(row.opening + row.expansion + back - lost, row.opening));
        const quick = quickRatio(given, { ...march, convention });
        expect(quick.estimate).toBe(share(row.new + row.expansion + back, lost));
        for (const record of [net, quick]) expect(record).toMatchObject({ reactivation: row.reactivation });
        expect(quick.new).toBe(row.new);
      }
    }),
    { numRuns: 40 },
  );
});

test("net is at least gross, and equal when nothing expands or returns", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const gross = grossRevenueRetention(given, march);
      const net = netRevenueRetention(given, march);
      const chartmogul = netRevenueRetention(given, { ...march, convention: "chartmogul" });
      expect(net.estimate ?? 0).toBeGreaterThanOrEqual(gross.estimate ?? 0);
      expect(chartmogul.estimate ?? 0).toBeGreaterThanOrEqual(net.estimate ?? 0);
      if (net.expansion === 0) expect(net.estimate).toBe(gross.estimate);
      if (net.expansion + net.reactivation === 0) expect(chartmogul.estimate).toBe(gross.estimate);
      // Without anybody who joins, returns or upgrades within the month, nothing can expand.
      const steady = netRevenueRetention(
        given.filter((row) => row.startedAt < new Date("2024-03-01")),
        march,
      );
      expect(steady.expansion + steady.reactivation).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("parts with different customers add up", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const fields = ["start", "retained", "contraction", "churn", "n"] as const;
      const whole = grossRevenueRetention(given, march);
      const parts = [0, 1].map((rest) =>
        grossRevenueRetention(
          given.filter((row) => Number(row.customerId.slice(1)) % 2 === rest),
          march,
        ),
      );
      for (const field of fields)
        expect((parts[0]?.[field] ?? 0) + (parts[1]?.[field] ?? 0)).toBe(whole[field]);
    }),
    { numRuns: 20 },
  );
});
