import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  type CohortRevenueMode,
  cohortRevenue,
  type LifetimeUnit,
  kaplanMeier,
  lifetimesFromPurchaseGaps,
  type SurvivalMethod,
  timeBetweenPurchases,
} from "../../../src/index.ts";
import fixture from "./fixtures/gaps.json" with { type: "json" };
import { readOrders } from "./readOrders.ts";

const orders = readOrders();
const { asOf, probabilities, quantiles, cells } = fixture;

describe(`gaps between purchases (${fixture.madeBy})`, () => {
  test.each(quantiles)("$unit, $method, $level", ({ unit, method, level, quantile, lower, upper }) => {
    const rows = timeBetweenPurchases(orders, {
      asOf,
      probabilities,
      unit: unit as LifetimeUnit,
      method: (method === "log-log" ? "logLog" : method) as SurvivalMethod,
      level,
    });
    const column = (field: "estimate" | "low" | "high"): (number | null)[] => rows.map((row) => row[field]);
    expectNear(column("estimate"), quantile);
    expectNear(column("low"), lower);
    expectNear(column("high"), upper);
  });

  test("as many gaps", () => {
    const [row] = timeBetweenPurchases(orders, { asOf });
    expect(row).toMatchObject({ n: fixture.lifetimes, gaps: fixture.gaps });
    expect(row?.customers).toBe(fixture.lifetimes - fixture.gaps);
  });

  test("the same gaps as lifetimes have the same curve", () => {
    const curve = kaplanMeier(lifetimesFromPurchaseGaps(orders, { asOf }));
    const [, median] = timeBetweenPurchases(orders, { asOf });
    expect(curve.find(({ estimate }) => (estimate ?? 1) <= 0.5)?.time).toBe(median?.estimate);
  });
});

describe("revenue by cohort, with R's t.test", () => {
  test.each(cells)("$mode, $cohort + $offset", ({ mode, cohort, offset, size, mean, ends }) => {
    const all = cohortRevenue(orders, {
      bucket: calendarMonths(),
      asOf,
      mode: mode as CohortRevenueMode,
      method: "t",
      level: 0.9,
    });
    const cell = all.find((candidate) => candidate.cohort === cohort && candidate.offset === offset);
    expect(cell?.size).toBe(size);
    expectNear([cell?.estimate ?? null, cell?.low ?? null, cell?.high ?? null], [mean, ...ends]);
  });
});

function expectNear(values: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(values).toHaveLength(expected.length);
  for (const [i, value] of values.entries()) {
    const target = expected[i] ?? null;
    if (value === null || target === null) expect(value).toBe(target);
    else expect(value).toBeCloseTo(target, 9);
  }
}
