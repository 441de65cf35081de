import { describe, expect, test } from "vitest";
import { csatDifference, csatFromCounts, type ProportionMethod } from "../../../src/index.ts";
import { expectInterval } from "../../support/expectInterval.ts";

// The cases of table I in Newcombe (1998), Statistics in Medicine 17:857, to six digits by independent code; the raw
// Jeffreys and Agresti-Coull limits are clipped as the library does (Jeffreys is 0 at x = 0).
type Ends = readonly [low: number, high: number];
const single: readonly (readonly [number, number, Partial<Record<ProportionMethod, Ends>>])[] = [
  [
    81,
    263,
    {
      wilson: [0.255289, 0.36621],
      clopperPearson: [0.252737, 0.367622],
      jeffreys: [0.254522, 0.365647],
      agrestiCoull: [0.255221, 0.366277],
    },
  ],
  [
    15,
    148,
    {
      wilson: [0.062386, 0.160487],
      clopperPearson: [0.057844, 0.16165],
      jeffreys: [0.060449, 0.157643],
      agrestiCoull: [0.061386, 0.161488],
    },
  ],
  [
    0,
    20,
    {
      wilson: [0, 0.161125],
      clopperPearson: [0, 0.168433],
      jeffreys: [0, 0.116639],
      agrestiCoull: [0, 0.18981],
    },
  ],
  [
    1,
    29,
    {
      wilson: [0.006113, 0.171755],
      clopperPearson: [0.000873, 0.177644],
      jeffreys: [0.003746, 0.150078],
      agrestiCoull: [0, 0.186287],
    },
  ],
];

describe("one share", () => {
  test.each(single)("%i of %i", (satisfied, n, ends) => {
    for (const [method, [low, high]] of Object.entries(ends) as [ProportionMethod, Ends][])
      expectInterval(csatFromCounts({ satisfied, n }, { method }), low, high, 6);
  });

  // statsmodels issue 7386: rounding used to leave the range by an ulp.
  test("the end of the scale is exact", () => {
    expect(csatFromCounts({ satisfied: 38, n: 38 }).high).toBe(1);
    expect(csatFromCounts({ satisfied: 0, n: 77 }).low).toBe(0);
  });
});

// Newcombe's hybrid score interval by independent code; 7/34 - 1/34 agrees with Fagerland et al. (2015): .019, .34.
describe("the difference of two shares", () => {
  test.each([
    [56, 70, 48, 80, 0.052431, 0.333873],
    [9, 10, 3, 10, 0.170523, 0.809018],
    [7, 34, 1, 34, 0.018921, 0.340369],
  ])("%i/%i - %i/%i", (xA, nA, xB, nB, low, high) => {
    const record = csatDifference({ satisfied: xA, n: nA }, { satisfied: xB, n: nB });
    expectInterval(record, low, high, 6);
    expect(record.estimate).toBeCloseTo(xA / nA - xB / nB, 12);
  });

  test("wald", () => {
    const record = csatDifference({ satisfied: 56, n: 70 }, { satisfied: 48, n: 80 }, { method: "wald" });
    expectInterval(record, 0.057505, 0.342495, 6);
    const other = csatDifference({ satisfied: 7, n: 34 }, { satisfied: 1, n: 34 }, { method: "wald" });
    expectInterval(other, 0.02916942, 0.32377176, 8);
  });
});

// From the definitions, in 40-digit arithmetic: next to 0, an end has its own digits.
describe("one answer among very many", () => {
  const relativeError = (end: number | null, exact: number): number => Math.abs((end ?? 0) / exact - 1);
  test.each([
    [1, 1e9, 1.765245549569631e-10],
    [2, 1e12, 5.48472138257747e-13],
  ])("wilson, %i of %d", (satisfied, n, low) => {
    expect(relativeError(csatFromCounts({ satisfied, n }).low, low)).toBeLessThan(1e-13);
  });
  test.each([
    [1e9, 3.68887944731002e-9],
    [1e15, 3.68887945411393e-15],
  ])("clopperPearson, 0 of %d: 1 - .025^(1/n)", (n, high) => {
    expect(
      relativeError(csatFromCounts({ satisfied: 0, n }, { method: "clopperPearson" }).high, high),
    ).toBeLessThan(1e-12);
  });
  test("standard error of all but one", () => {
    const { standardError } = csatFromCounts({ satisfied: 999_999_999, n: 1e9 });
    expect(relativeError(standardError, 9.999999995e-10)).toBeLessThan(1e-13);
  });
});
