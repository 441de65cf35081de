import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  churnRate,
  churnRateFromCounts,
  cohortRetention,
  cohortRetentionFromCounts,
  inactivityChurn,
  kaplanMeier,
  lifetimesFromSurvivors,
  logRankTest,
  mrrMovements,
  repeatPurchaseRate,
  rollup,
  survivalAt,
  tallyLifetimes,
} from "../../../src/index.ts";
import { awkwardNames as names } from "../../support/awkward.ts";

const asOf = "2024-03-31";

describe("names of customers and groups", () => {
  const orders = names.flatMap((customerId) => [
    { customerId, at: "2024-01-10" },
    { customerId, at: "2024-03-10" },
  ]);

  test("are ordinary, and distinct: orders", () => {
    const [first, , third] = cohortRetention(orders, { bucket: calendarMonths(), asOf });
    expect(first).toMatchObject({ size: names.length, active: names.length });
    expect(third).toMatchObject({ offset: 2, size: names.length, active: names.length });
    expect(repeatPurchaseRate(orders, { asOf }).n).toBe(names.length);
    expect(inactivityChurn(orders, { asOf, window: 60 })).toMatchObject({
      churned: 0,
      customers: names.length,
    });
  });

  test("are ordinary, and distinct: subscriptions", () => {
    const rows = names.map((customerId) => ({ customerId, startedAt: "2024-01-10", mrr: 100 }));
    expect(churnRate(rows, { from: "2024-03-01", to: "2024-03-31" }).atRisk).toBe(names.length);
    expect(mrrMovements(rows, { bucket: calendarMonths(), asOf })[0]?.new).toBe(100 * names.length);
  });

  test("are ordinary, and distinct: groups", () => {
    const rows = names.flatMap((plan, index) => [
      { plan, duration: index + 1, churned: true },
      { plan, duration: 20, churned: false },
    ]);
    expect(logRankTest(rows, { group: "plan" }).groups.map(({ group }) => group)).toEqual(names);
    expect(rollup(rows, ["plan"], kaplanMeier)).toHaveLength(2 * names.length);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("of cohorts are ordinary, too", () => {
    const texts = names.filter((name) => typeof name === "string");
    const cells = cohortRetentionFromCounts(
      texts.map((cohort) => ({ cohort, offset: 0, active: 1, size: 2 })),
    );
    expect(cells.map(({ cohort }) => cohort)).toEqual([...texts].sort((a, b) => (a < b ? -1 : 1)));
  });
});

describe("sorting", () => {
  test("of times and cohorts is numeric", () => {
    const rows = [100, 9, 10, 1, 25].map((duration) => ({ duration, churned: true }));
    expect(kaplanMeier(rows).map(({ time }) => time)).toEqual([1, 9, 10, 25, 100]);
    expect(tallyLifetimes(rows).map(({ duration }) => duration)).toEqual([1, 9, 10, 25, 100]);
    const counts = [10, 9, 100].map((cohort) => ({ cohort, offset: 0, active: 1, size: 2 }));
    expect(cohortRetentionFromCounts(counts).map(({ cohort }) => cohort)).toEqual([9, 10, 100]);
  });
  test("of text is by code units, not by a locale", () => {
    const counts = ["ä", "b", "B", "a"].map((cohort) => ({ cohort, offset: 0, active: 1, size: 2 }));
    expect(cohortRetentionFromCounts(counts).map(({ cohort }) => cohort)).toEqual(["B", "a", "b", "ä"]);
  });
});

describe("counts of a database driver", () => {
  test("may be BigInt, and results are numbers", () => {
    const rows = [
      { duration: 1, churned: true, count: 3n },
      { duration: 2, churned: false, count: 1n },
    ];
    expect(kaplanMeier(rows)[0]).toMatchObject({ atRisk: 4, events: 3, n: 4, estimate: 0.25 });
    expect(churnRateFromCounts({ churned: 3n, atRisk: 12n })).toMatchObject({ estimate: 0.25, n: 12 });
    expect(lifetimesFromSurvivors([10n, 7n])[0]).toEqual({ duration: 1, churned: true, count: 3 });
    const [cell] = cohortRetentionFromCounts([{ cohort: "a", offset: 1n, active: 1n, size: 4n }]);
    expect(cell).toMatchObject({ offset: 1, active: 1, size: 4, estimate: 0.25 });
    expect(JSON.parse(JSON.stringify(cell))).toEqual(cell);
  });
  test("must be safe", () => {
    const row = { duration: 1, churned: true, count: 2n ** 53n };
    expect(() => kaplanMeier([row])).toThrow(
      "Cannot compute kaplanMeier: lifetimes[0].count must be an integer",
    );
    expect(() => kaplanMeier([{ ...row, count: 0 }])).toThrow("lifetimes[0].count must be");
    expect(() => churnRateFromCounts({ churned: 1, atRisk: 2n ** 53n })).toThrow("counts.atRisk must be");
  });
});

test("typed arrays are lists of times and of survivors", () => {
  expect(lifetimesFromSurvivors(Uint32Array.of(10, 7))).toEqual(lifetimesFromSurvivors([10, 7]));
  const curve = kaplanMeier([{ duration: 2, churned: true }]);
  expect(survivalAt(curve, Float64Array.of(1, 2))).toEqual(survivalAt(curve, [1, 2]));
});
