import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  type Estimate,
  grossRevenueRetention,
  mrrMovements,
  netRevenueRetention,
  quickRatio,
} from "../../../src/index.ts";
import fixture from "./fixtures/revenue.json" with { type: "json" };

const { rows, asOf, quarter } = fixture;

describe(`a subscription table, customer by customer (${fixture.madeBy})`, () => {
  test.each(Object.entries(fixture.movements))("movements by month in %s", (zone, expected) => {
    expect(mrrMovements(rows, { bucket: calendarMonths(zone), asOf })).toEqual(expected);
  });

  describe.each(Object.entries(quarter.zones))("a quarter in %s", (timeZone, expected) => {
    const options = { from: quarter.from, to: quarter.to, timeZone };
    const chartmogul = { ...options, convention: "chartmogul" } as const;
    const cases: [Estimate, (typeof expected)["quickRatio"]][] = [
      [grossRevenueRetention(rows, options), expected.grossRevenueRetention],
      [netRevenueRetention(rows, options), expected.netRevenueRetention],
      [netRevenueRetention(rows, chartmogul), expected["netRevenueRetention chartmogul"]],
      [quickRatio(rows, options), expected.quickRatio],
      [quickRatio(rows, chartmogul), expected["quickRatio chartmogul"]],
    ];
    test.each(cases.map(([record, want]) => ({ ...record, record, want })))(
      "$metric, n = $n",
      ({ record, want }) => {
        expect(record.n).toBe(want.n);
        expect(record.estimate).toBeCloseTo(want.estimate, 14);
        expect(record.standardError).toBeCloseTo(want.standardError, 14);
        // The Monte-Carlo error of an end of 9999 resamples is about 2 % of the width; four times that is allowed.
        const slack = 0.08 * (want.high - want.low);
        expect(Math.abs((record.low ?? Number.NaN) - want.low)).toBeLessThan(slack);
        expect(Math.abs((record.high ?? Number.NaN) - want.high)).toBeLessThan(slack);
      },
    );
  });
});
