import { describe, expect, test } from "vitest";
import {
  calendarMonths,
  type CohortRevenueOptions,
  cohortRevenue,
  type TransactionRow,
} from "../../../src/index.ts";

const options: CohortRevenueOptions = { bucket: calendarMonths(), asOf: "2024-03-15" };

test("amounts all alike have no interval, even where adding them rounds", () => {
  const alike = [1, 2, 3].flatMap((customerId) =>
    [0.1, 0.2, 0.3].map((amount) => ({ customerId, at: "2024-01-02", amount })),
  );
  for (const method of ["t", "bootstrap"] as const)
    expect(cohortRevenue(alike, { ...options, mode: "cumulative", method })[2]).toMatchObject({
      estimate: 0.6,
      low: null,
      high: null,
      standardError: null,
    });
});

test("refunds of all there was leave 0, never -0", () => {
  const back = [
    { customerId: "ann", at: "2024-01-02", amount: 0.3 },
    { customerId: "ann", at: "2024-01-03", amount: -0.1 },
    { customerId: "ann", at: "2024-01-04", amount: -0.2 },
    { customerId: "ann", at: "2024-02-04", amount: -0 },
  ];
  const [first, second] = cohortRevenue(back, { bucket: calendarMonths() });
  // The sum of these three doubles is 2^-55 below 0; exactly so, not what one after the other leaves.
  expect(first?.revenue).toBe(-(2 ** -55));
  expect([second?.revenue, second?.estimate]).toEqual([0, 0]);
});

describe("what is added to every amount moves the interval, and takes no digit of its skewness", () => {
  const small = [1, 2, 3, 7, 19, 4, 5, 52].map((sixteenths) => sixteenths / 16);
  const ends = (added: number, method: "hall" | "t"): number[] => {
    const rows = small.map((x, customerId) => ({ customerId, at: "2024-01-02", amount: added + x }));
    const { low, high } = cohortRevenue(rows, { ...options, method })[0] ?? {};
    return [(low ?? Number.NaN) - added, (high ?? Number.NaN) - added];
  };

  test.each([2 ** 17, 2 ** 20 + 0.5, 2 ** 27, 2 ** 30, -(2 ** -20)])("%d", (added) => {
    const [low = Number.NaN, high = Number.NaN] = ends(0, "hall");
    const [movedLow, movedHigh] = ends(added, "hall");
    expect(movedLow).toBeCloseTo(low, 5);
    expect(movedHigh).toBeCloseTo(high, 5);
  });

  test("where the digits do not show the skewness any more, there is none: Student's interval", () => {
    expect(ends(2 ** 42, "hall")).toEqual(ends(2 ** 42, "t"));
  });
});

test("spread is found beside large amounts", () => {
  // The standard deviation of 1, 2, 3 is 1; adding 1e12 takes no digit of it.
  const large = [1, 2, 3].map((x) => ({ customerId: x, at: "2024-01-02", amount: 1e12 + x }));
  expect(cohortRevenue(large, options)[0]?.standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
});

describe("at the end of the range of doubles", () => {
  const huge = (...amounts: number[]): TransactionRow[] =>
    amounts.map((amount, customerId) => ({ customerId, at: "2024-01-02", amount }));
  test("a sum that overflows is an error that says so", () => {
    expect(() => cohortRevenue(huge(1e308, 1e308), options)).toThrow(
      "Cannot compute cohortRevenue: transactions must have amounts whose sums do not overflow, received Infinity",
    );
  });
  test("a sum that does not is a number, and so is its spread", () => {
    const [cell] = cohortRevenue(huge(1e308, 5e307), options);
    expect(cell?.revenue).toBeCloseTo(1.5e308, -296);
    expect((cell?.standardError ?? 0) / 1e308).toBeCloseTo(0.25, 12);
    // The interval reaches over 12 standard errors, which no double holds.
    expect([cell?.low, cell?.high]).toEqual([null, null]);
    expect(cohortRevenue(huge(5e-324, 1.5e-323), options)[0]?.revenue).toBe(2e-323);
    expect(cohortRevenue(huge(Number.MAX_VALUE), options)[0]?.revenue).toBe(Number.MAX_VALUE);
  });
});

test("bootstrap: seeded, and it follows the skew", () => {
  const skewed = Array.from({ length: 40 }, (_, customerId) => ({
    customerId,
    at: "2024-01-02",
    amount: customerId ** 3,
  }));
  const at = (more: object): ReturnType<typeof cohortRevenue>[number] | undefined =>
    cohortRevenue(skewed, { ...options, method: "bootstrap", ...more })[0];
  expect(at({})).toEqual(at({ seed: 1 }));
  expect(at({ seed: 2 })?.estimate).toBe(15210);
  expect(at({ seed: 2 })?.low).not.toBe(at({})?.low);
  const { low = null, high = null } = at({}) ?? {};
  expect(Number(high) - 15210).toBeGreaterThan(15210 - Number(low));
});
