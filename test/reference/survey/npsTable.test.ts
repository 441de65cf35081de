import { describe, expect, test } from "vitest";
import { type NpsCounts, npsDifference, npsFromCounts, npsSampleSize } from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

// Computed with independent code and, for Tango's limits, R's NPS package (agreement to 1e-6). Detractors, passives,
// promoters; the published raw limits are clipped to the range and widened to the estimate as the library does.
type Ends = readonly [low: number, high: number];
interface Row {
  readonly counts: readonly [detractors: number, passives: number, promoters: number];
  readonly nps: number;
  readonly standardError: number;
  readonly wald: Ends;
  readonly adjustedWald: Ends;
  readonly score: Ends;
}
const table: readonly Row[] = [
  {
    counts: [1, 2, 3],
    nps: 33.3333,
    standardError: 30.429031,
    wald: [-26.306471, 92.973138],
    adjustedWald: [-26.743259, 71.187703],
    score: [-31.107378, 75.395666],
  },
  {
    counts: [5, 10, 15],
    nps: 33.3333,
    standardError: 13.608276,
    wald: [6.661602, 60.005065],
    adjustedWald: [4.778131, 55.82793],
    score: [4.298094, 56.655296],
  },
  {
    counts: [22, 60, 118],
    nps: 48,
    standardError: 4.845617,
    wald: [38.502766, 57.497234],
    adjustedWald: [37.825742, 56.755539],
    score: [37.879306, 56.868629],
  },
  {
    counts: [0, 0, 10],
    nps: 100,
    standardError: 0,
    wald: [100, 100],
    adjustedWald: [47.503552, 100],
    score: [44.49344, 100],
  },
  {
    counts: [0, 10, 0],
    nps: 0,
    standardError: 0,
    wald: [0, 0],
    adjustedWald: [-18.465045, 18.465045],
    score: [-27.75328, 27.75328],
  },
  {
    counts: [5, 0, 5],
    nps: 0,
    standardError: 31.622777,
    wald: [-61.979503, 61.979503],
    adjustedWald: [-51.127394, 51.127394],
    score: [-52.681382, 52.681382],
  },
];

const group = (detractors: number, passives: number, promoters: number): NpsCounts => ({
  detractors,
  passives,
  promoters,
});

describe("one net promoter score", () => {
  test.each(table)("$counts", ({ counts, nps, standardError, ...ends }) => {
    for (const method of ["wald", "adjustedWald", "score"] as const) {
      const record = npsFromCounts(group(...counts), { method });
      expect(record.estimate).toBeCloseTo(nps, 4);
      expect(record.standardError).toBeCloseTo(standardError, 6);
      const [low, high] = ends[method];
      expectInterval(record, low, high, 6);
    }
  });

  // The small facts of the tests of R's NPS package: counts, variance of one answer, standard error, as shares.
  test.each([
    { counts: [1, 2, 3], variance: 0.555556, standardError: 0.304 },
    { counts: [1, 0, 1], variance: 1, standardError: 0.707 },
    { counts: [0, 1, 1], variance: 0.25, standardError: 0.354 },
    { counts: [1, 1, 1], variance: 0.666667, standardError: 0.471 },
  ] as const)("variance of $counts", ({ counts, variance, standardError }) => {
    const [detractors, passives, promoters] = counts;
    const record = npsFromCounts({ detractors, passives, promoters });
    const share = (record.standardError ?? Number.NaN) / 100;
    expect(share ** 2 * record.n).toBeCloseTo(variance, 6);
    expect(share).toBeCloseTo(standardError, 3);
  });
});

describe("the difference of two net promoter scores", () => {
  const [a, b] = [group(22, 60, 118), group(30, 70, 100)];

  test("wald", () => {
    const record = npsDifference(a, b, { method: "wald" });
    expect(record.estimate).toBe(13);
    expect(record.standardError).toBeCloseTo(7.060807, 6);
    expectInterval(record, -0.838928, 26.838928, 6);
    expect(record.pValue).toBeCloseTo(0.0655997, 7);
  });

  test("adjusted Wald, around the adjusted centre", () => {
    const record = npsDifference(a, b, { method: "adjustedWald" });
    expect(record.estimate).toBe(13);
    expectInterval(record, -0.964049, 26.579813, 6);
    expect(record.pValue).toBeCloseTo(0.0683391, 7);
  });

  test("recovered from Tango's limits", () => {
    const record = npsDifference(a, b);
    expect(record).toMatchObject({ estimate: 13, method: "score", n: 400, nA: 200, nB: 200 });
    expectInterval(record, -0.949121, 26.740833, 6);
    expect(record.pValue).toBeCloseTo(0.067607, 6);
  });
});

test.each([
  { variance: 0.5512, n: 844 },
  { variance: 2 / 3, n: 1022 },
  { variance: 1, n: 1534 },
])("sample size for five points, variance $variance", ({ variance, n }) => {
  expect(npsSampleSize({ marginOfError: 5, variance })).toBe(n);
});
