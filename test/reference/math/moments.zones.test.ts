import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countedMoments } from "../../../src/math/moments.ts";

interface ExactMoments {
  readonly name: string;
  readonly values: readonly number[];
  readonly counts: readonly number[] | null;
  readonly n: number;
  readonly mean: number;
  /** null: beyond the largest double. */
  readonly sumOfSquares: number | null;
  readonly sumOfCubes: number | null;
  readonly sumOfAbsoluteCubes: number | null;
  readonly standardDeviation: number;
}

const sets = JSON.parse(
  readFileSync(new URL("./fixtures/moments.json", import.meta.url), "utf8"),
) as readonly ExactMoments[];

const certified: Readonly<Record<string, readonly [mean: number, standardDeviation: number]>> = {
  NumAcc1: [10000002, 1],
  NumAcc2: [1.2, 0.1],
  NumAcc3: [1000000.2, 0.1],
  NumAcc4: [10000000.2, 0.1],
};

function relativeError(computed: number, exact: number): number {
  return computed === exact ? 0 : Math.abs(computed - exact) / Math.abs(exact);
}

function momentsOf({ values, counts }: ExactMoments): ReturnType<typeof countedMoments> {
  return countMoments(values, counts);
}

function countMoments(
  values: readonly number[],
  counts: readonly number[] | null,
): ReturnType<typeof countedMoments> {
  return counts === null ? countedMoments(values) : countedMoments(values, counts);
}

function reversed(values: readonly number[]): readonly number[] {
  return [...values].reverse();
}

describe.each(sets)("countedMoments of $name, against exact rational arithmetic", (set) => {
  const moments = momentsOf(set);

  it("has the exact mean to the last bit or the one before", () => {
    expect(moments.n).toBe(set.n);
    expect(relativeError(moments.mean, set.mean)).toBeLessThanOrEqual(2 ** -52);
  });

  it("has the exact squares, and the standard deviation within 2 units in the last place", () => {
    if (set.sumOfSquares === null) {
      expect(moments.sumOfSquares).toBe(Infinity);
      return;
    }
    expect(relativeError(moments.sumOfSquares, set.sumOfSquares)).toBeLessThanOrEqual(1e-15);
    const standardDeviation = Math.sqrt(moments.sumOfSquares / (moments.n - 1));
    expect(relativeError(standardDeviation, set.standardDeviation)).toBeLessThanOrEqual(2 ** -52);
  });

  it("has the cubes to 1e-15 of their absolute sum", () => {
    if (set.sumOfCubes === null || set.sumOfAbsoluteCubes === null) {
      expect(moments.sumOfCubes).toBe(-Infinity);
      return;
    }
    const error = Math.abs(moments.sumOfCubes - set.sumOfCubes);
    expect(error).toBeLessThanOrEqual(1e-15 * set.sumOfAbsoluteCubes);
  });

  it("does not depend on the order", () => {
    const backwards = countMoments(reversed(set.values), set.counts && reversed(set.counts));
    expect(relativeError(backwards.mean, moments.mean)).toBeLessThanOrEqual(1e-15);
    expect(relativeError(backwards.sumOfSquares, moments.sumOfSquares)).toBeLessThanOrEqual(1e-15);
  });
});

describe.each(Object.entries(certified))("countedMoments of NIST %s", (name, [mean, standardDeviation]) => {
  it("has the certified mean to 14 digits", () => {
    const set = sets.find((candidate) => candidate.name === name);
    const moments = countedMoments(set?.values ?? []);
    expect(relativeError(moments.mean, mean)).toBeLessThanOrEqual(1e-14);
    // The doubles next to the decimals are not the decimals: for NumAcc4 their spread differs by 6e-9.
    const computed = Math.sqrt(moments.sumOfSquares / (moments.n - 1));
    expect(relativeError(computed, standardDeviation)).toBeLessThanOrEqual(1e-8);
  });
});
