import { expect, test } from "vitest";
import { groupColumns } from "../../../src/value/groupedColumns.ts";
import { type SpendFrequencyCorrelation, spendCorrelation } from "../../../src/value/spendCorrelation.ts";

function of(
  rows: readonly (readonly [x: number, m: number])[],
  counts?: readonly number[],
): SpendFrequencyCorrelation {
  const columns = [0, 1].map((i) => Float64Array.from(rows, (row) => row[i] as number));
  return spendCorrelation(groupColumns(columns, counts && Float64Array.from(counts)));
}

test("four customers by hand", () => {
  // x - 2.5 = -1.5, -.5, .5, 1.5 and m - 4 = -3, 0, -1, 4: Sxx = 5, Smm = 26, Sxm = 10. The slope is 2, the residuals
  // 0, 1, -2, 1 and the leverages .7, .3, .3, .7, so that the variance of the slope is
  // ((.5 / .7)^2 + (1 / .7)^2 + (1.5 / .3)^2) / 25 = 1.102041, and t = 1.905159 with 2 degrees of freedom, of which
  // P(|T| > t) = 1 - t / sqrt(2 + t^2).
  const { estimate, pValue, n } = of([
    [1, 1],
    [2, 4],
    [3, 3],
    [4, 8],
  ]);
  expect(estimate).toBeCloseTo(10 / Math.sqrt(130), 12);
  const variance = ((0.5 / 0.7) ** 2 + (1 / 0.7) ** 2 + (1.5 / 0.3) ** 2) / 25;
  const t = 2 / Math.sqrt(variance);
  expect(pValue).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 10);
  expect(n).toBe(4);
});

test("count is replication, and the unit of money changes nothing", () => {
  const rows = [
    [1, 7],
    [2, 9],
    [2, 3],
    [9, 4],
  ] as const;
  const repeated = of(rows.flatMap((row) => [row, row, row]));
  expect(of(rows, [3, 3, 3, 3])).toEqual(repeated);
  const scaled = of(
    rows.map(([x, m]) => [x, 1e300 * m] as const),
    [3, 3, 3, 3],
  );
  expect(scaled.pValue).toBeCloseTo(repeated.pValue as number, 12);
});

test("what the data do not determine is null", () => {
  const nothing = { estimate: null, pValue: null };
  expect(of([])).toEqual({ ...nothing, n: 0 });
  expect(
    of([
      [1, 2],
      [2, 3],
    ]),
  ).toEqual({ ...nothing, n: 2 });
  expect(of([[3, 2]], [10])).toEqual({ ...nothing, n: 10 });
  expect(
    of([
      [3, 2],
      [3, 5],
      [3, 9],
    ]),
  ).toEqual({ ...nothing, n: 3 });
  expect(
    of([
      [1, 5],
      [2, 5],
      [3, 5],
    ]),
  ).toEqual({ ...nothing, n: 3 });
  // One customer alone tells the slope, and nothing about its error.
  const alone = of([
    [1, 2],
    [1, 5],
    [1, 9],
    [8, 30],
  ]);
  expect(alone.estimate).toBeGreaterThan(0.9);
  expect(alone.pValue).toBeNull();
});
