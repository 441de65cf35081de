import { describe, expect, test } from "vitest";
import { bootstrapTotals } from "../../../src/stats/bootstrapTotals.ts";
import fixture from "./fixtures/totals.json" with { type: "json" };

/** Of the sums of x, u, x^2 and u^2. */
const statistics: Readonly<Record<string, (totals: Float64Array) => number>> = {
  ratio: ([x = 0, u = 0]) => x / u,
  twoRatios: ([x = 0, u = 0, xx = 0, uu = 0]) => x / u + xx / (x + uu),
};

describe(`BCa intervals of ratios lie where R puts them (${fixture.madeBy})`, () => {
  test.each(fixture.cases)("$statistic of $name at $level", (example) => {
    const { x, u, counts, level } = example;
    const sums = x.map((value, i) => [value, u[i] ?? 0, value ** 2, (u[i] ?? 0) ** 2]);
    const resampling = {
      counts,
      size: 4,
      add: (totals: Float64Array, kind: number, times: number): void => {
        (sums[kind] ?? []).forEach((value, i) => {
          totals[i] = (totals[i] ?? 0) + times * value;
        });
      },
      statistic: statistics[example.statistic] ?? (() => Number.NaN),
    };
    for (const seed of [1, 2, 3]) {
      const { low, high, standardError } = bootstrapTotals(resampling, 1 - level, seed);
      expect(standardError).toBeCloseTo(example.standardError, 11);
      expectWithin(low, example.low);
      expectWithin(high, example.high);
    }
  });
});

test("of many kinds there are fewer resamples, and still an interval", () => {
  const kinds = 60_000;
  let computed = 0;
  const { low, high, standardError } = bootstrapTotals(
    {
      counts: new Float64Array(kinds).fill(1),
      size: 2,
      add: (totals, kind, times) => {
        totals[0] = (totals[0] ?? 0) + times * (kind % 2);
        totals[1] = (totals[1] ?? 0) + times;
      },
      statistic: ([x = 0, u = 0]) => {
        computed += 1;
        return x / u;
      },
    },
    0.05,
    1,
  );
  // The mean of n zeros and ones, half of each, has s = 1/2 sqrt(n / (n - 1)), so the standard error 1/2 / sqrt(n - 1).
  const error = 0.5 / Math.sqrt(kinds - 1);
  expect(standardError).toBeCloseTo(error, 14);
  // Once for all, once without each, and once for each resample.
  expect(computed - 1 - kinds).toBe(Math.floor(1e8 / (kinds + 2)));
  // 1,666 resamples put an end 1.96 standard errors away, give or take 0.06; four times that is allowed.
  expect(Math.abs((0.5 - (low ?? 0)) / error - 1.96)).toBeLessThan(0.25);
  expect(Math.abs(((high ?? 0) - 0.5) / error - 1.96)).toBeLessThan(0.25);
});

function expectWithin(end: number | null, range: readonly number[]): void {
  expect(end).toBeGreaterThanOrEqual(range[0] ?? Number.NaN);
  expect(end).toBeLessThanOrEqual(range[1] ?? Number.NaN);
}
