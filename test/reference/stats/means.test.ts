import { describe, expect, test } from "vitest";
import { ces, cesDifference, type Scale, type ScoreRow } from "../../../src/index.ts";
import fixture from "./fixtures/means.json" with { type: "json" };

function rowsOf(scale: readonly number[], counts: readonly number[]): { rows: ScoreRow[]; scale: Scale } {
  const [min = 0, max = 0] = scale;
  const rows = counts.flatMap((count, i) => (count > 0 ? [{ score: min + i, count }] : []));
  return { rows, scale: [min, max] };
}

/** R gives the raw ends; the library keeps them on the scale, or in the range of differences. */
function clip(end: number | undefined, [min, max]: readonly [number, number]): number {
  return Math.min(max, Math.max(min, end ?? Number.NaN));
}

describe(`t intervals (${fixture.madeBy})`, () => {
  test.each(fixture.t)("$counts at $level", ({ scale, counts, level, mean, sd, ends }) => {
    const { rows, scale: range } = rowsOf(scale, counts);
    const record = ces(rows, { scale: range, level });
    expect(record.estimate).toBeCloseTo(mean, 13);
    expect(record.standardDeviation).toBeCloseTo(sd, 13);
    expect(record.low).toBeCloseTo(clip(ends[0], range), 10);
    expect(record.high).toBeCloseTo(clip(ends[1], range), 10);
  });
});

describe("Welch's test", () => {
  test.each(fixture.welch)("$a and $b at $level", ({ scale, a, b, level, ends, pValue }) => {
    const first = rowsOf(scale, a);
    const second = rowsOf(scale, b);
    const record = cesDifference(ces(first.rows, first), ces(second.rows, second), { level });
    const width = first.scale[1] - first.scale[0];
    expect(record.low).toBeCloseTo(clip(ends[0], [-width, width]), 10);
    expect(record.high).toBeCloseTo(clip(ends[1], [-width, width]), 10);
    expect(Math.abs((record.pValue ?? Number.NaN) / pValue - 1)).toBeLessThan(1e-9);
  });

  // Means 48 and 35 with the standard deviations of (22, 60, 118) and (30, 70, 100), in points: R's t.test.
  test("of published numbers", () => {
    const sd = (d: number, q: number, p: number): number => {
      const n = d + q + p;
      return 100 * Math.sqrt((p + d - (p - d) ** 2 / n) / (n - 1));
    };
    const record = cesDifference(
      { estimate: 48, standardDeviation: sd(22, 60, 118), n: 200 },
      { estimate: 35, standardDeviation: sd(30, 70, 100), n: 200 },
    );
    expect(record.pValue).toBeCloseTo(0.0670259, 7);
  });

  // The 250 answers to CUSA1 of the mobi data (1 to 10), by their mean and standard deviation.
  test("a t interval is Welch's against a group without spread", () => {
    const mobi = { estimate: 7.988, standardDeviation: 1.233670854, n: 250 };
    const fixed = { estimate: 0, standardDeviation: null, n: 2 };
    const record = cesDifference(mobi, fixed);
    expect(record.low).toBeCloseTo(7.83432847, 8);
    expect(record.high).toBeCloseTo(8.14167153, 8);
  });
});
