import { describe, expect, test } from "vitest";
import { bootstrapTotals, type Resampling } from "../../../src/stats/bootstrapTotals.ts";

/** The ratio of two sums over kinds of customers [numerator, denominator, how many]. */
function ratioOf(kinds: readonly (readonly [number, number, number])[]): Resampling {
  return {
    counts: kinds.map(([, , count]) => count),
    size: 2,
    add: (totals, kind, times) => {
      const [x = 0, u = 0] = kinds[kind] ?? [];
      totals[0] = (totals[0] ?? 0) + times * x;
      totals[1] = (totals[1] ?? 0) + times * u;
    },
    statistic: ([x = 0, u = 0]) => x / u,
  };
}

const UNKNOWN = { low: null, high: null, standardError: null };

test("the standard error of a mean is s / sqrt(n)", () => {
  // 1, 2, 3 and 6: mean 3, s^2 = (4 + 1 + 0 + 9) / 3, so the standard error is sqrt(14 / 12).
  const { standardError } = bootstrapTotals(
    ratioOf([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
      [6, 1, 1],
    ]),
    0.05,
    1,
  );
  expect(standardError).toBeCloseTo(Math.sqrt(14 / 12), 14);
});

test("kinds with a count are as many customers of their own", () => {
  const counted = ratioOf([
    [0, 1, 3],
    [1, 1, 2],
    [5, 2, 1],
  ]);
  const single = ratioOf([
    [0, 1, 1],
    [0, 1, 1],
    [0, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
    [5, 2, 1],
  ]);
  expect(bootstrapTotals(counted, 0.05, 1).standardError).toBeCloseTo(
    bootstrapTotals(single, 0.05, 1).standardError ?? Number.NaN,
    14,
  );
  // Both draw customer by customer, from the same table of customers.
  expect(bootstrapTotals(counted, 0.05, 7)).toMatchObject({ low: bootstrapTotals(single, 0.05, 7).low });
});

test("the seed fixes the interval", () => {
  const some = ratioOf([
    [0, 1.5, 30],
    [1.25, 2, 10],
    [3.5, 1, 2],
  ]);
  expect(bootstrapTotals(some, 0.05, 3)).toEqual(bootstrapTotals(some, 0.05, 3));
  expect(bootstrapTotals(some, 0.05, 3)).not.toEqual(bootstrapTotals(some, 0.05, 4));
});

test("a kind that nobody is of changes nothing", () => {
  const some = [
    [0, 1, 30],
    [1, 1, 10],
  ] as const;
  expect(bootstrapTotals(ratioOf([[9, 9, 0], ...some]), 0.05, 1)).toEqual(
    bootstrapTotals(ratioOf(some), 0.05, 1),
  );
});

describe("null where the data determine no interval", () => {
  test.each([
    ["nobody", [], null],
    ["nobody of any kind", [[1, 1, 0]], null],
    ["nobody at risk", [[0, 0, 50]], null],
    ["an infinite statistic", [[1, 0, 50]], null],
    ["all alike", [[1, 2, 50]], 0.5],
    ["one customer", [[1, 1, 1]], 1],
  ] as const)("%s", (_, kinds, estimate) => {
    expect(bootstrapTotals(ratioOf(kinds), 0.05, 1)).toEqual({ ...UNKNOWN, estimate });
  });

  test("one customer at risk among many: without them there is no rate", () => {
    // 1 - (99/100)^100 = 0.634 of the resamples hold them, each with the rate 1.
    const one = ratioOf([
      [0, 0, 99],
      [1, 1, 1],
    ]);
    expect(bootstrapTotals(one, 0.05, 1)).toEqual({ ...UNKNOWN, estimate: 1 });
  });

  test("fewer than half of the resamples have a rate", () => {
    // Both of two of the four customers must be drawn: 1 - 2 (3/4)^4 + (1/2)^4 = 0.43 of the resamples hold them.
    const both: Resampling = {
      counts: [1, 1, 2],
      size: 3,
      add: (totals, kind, times) => {
        totals[kind] = (totals[kind] ?? 0) + times;
      },
      statistic: ([a = 0, b = 0]) => (a > 0 && b > 0 ? a / b : Number.NaN),
    };
    expect(bootstrapTotals(both, 0.05, 1)).toEqual({ ...UNKNOWN, estimate: 1 });
    // Of five, two of whom are as the first, 1 - (3/5)^5 - (4/5)^5 + (2/5)^5 = 0.60 do.
    expect(bootstrapTotals({ ...both, counts: [2, 1, 2] }, 0.05, 1).low).not.toBeNull();
  });

  test("an end that is infinite", () => {
    // Of 3 customers the one with a denominator is missing in (2/3)^3 = 0.296 of the resamples.
    const ratio = ratioOf([
      [1, 0, 2],
      [1, 1, 1],
    ]);
    const { low, high } = bootstrapTotals(ratio, 0.05, 1);
    expect([typeof low, high]).toEqual(["number", null]);
  });
});

test("resamples that have no rate are left out of the others", () => {
  // Two customers at risk, one of whom left, among 8: resamples without either are no rate of 0.
  const few = ratioOf([
    [0, 0, 6],
    [0, 1, 1],
    [1, 1, 1],
  ]);
  const { low, high } = bootstrapTotals(few, 0.05, 1);
  expect([low, high]).toEqual([0, 1]);
});
