import { describe, expect, test } from "vitest";
import { calendarYears, cohortRevenue } from "../../../src/index.ts";
import fixture from "./fixtures/hall.json" with { type: "json" };

describe(`Hall's interval by its definition (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$values at $level", ({ values, level, mean, low, high }) => {
    // One order of each customer in one year: the only cell is the mean of the values, or of them and a refund.
    const orders = values.flatMap((amount, customerId) =>
      amount < 0
        ? [
            { customerId, at: "2024-01-01", amount: 0 },
            { customerId, at: "2024-02-01", amount },
          ]
        : [{ customerId, at: "2024-01-01", amount }],
    );
    const [cell] = cohortRevenue(orders, { bucket: calendarYears(), asOf: "2024-12-31", level });
    expect(cell).toMatchObject({ method: "hall", n: values.length });
    const size = Math.abs(high - low);
    expect(Math.abs((cell?.estimate ?? Number.NaN) - mean)).toBeLessThan(1e-13 * Math.abs(mean) + 1e-13);
    expect(Math.abs((cell?.low ?? Number.NaN) - Math.min(low, mean))).toBeLessThan(1e-9 * size);
    expect(Math.abs((cell?.high ?? Number.NaN) - Math.max(high, mean))).toBeLessThan(1e-9 * size);
  });
});
