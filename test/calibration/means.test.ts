import { describe, expect, test } from "vitest";
import { csatMean, type MeanMethod } from "../../src/index.ts";
import { countedMoments } from "../../src/math/moments.ts";
import { type MeanSummary, welchInterval } from "../../src/stats/welch.ts";
import { expectGenerated, markdownTable } from "../support/docTable.ts";
import { allCounts, exactCoverage, type Outcome, show } from "./coverage.ts";
import { fivePoint, meanOf } from "./populations.ts";

const points = [1, 2, 3, 4, 5];

function outcomesOf(n: number, method: MeanMethod): Outcome[] {
  return [...allCounts(n, 5)].map((counts) => {
    const rows = counts.flatMap((count, i) => (count > 0 ? [{ score: i + 1, count }] : []));
    return { counts, interval: csatMean(rows, { method }) };
  });
}

describe("one mean on five points: exact coverage at 95 %", () => {
  const sizes = [
    ["t", 5],
    ["t", 10],
    ["t", 20],
    ["bootstrap", 5],
    ["bootstrap", 10],
  ] as const;
  const measured = sizes.map(([method, n]) => {
    const outcomes = outcomesOf(n, method);
    return Object.values(fivePoint).map((population) =>
      exactCoverage(outcomes, population, meanOf(population)),
    );
  });

  test("t is close to its level where answers spread over the scale", () => {
    for (const [i, [method, n]] of sizes.entries())
      if (method === "t" && n >= 10) expect(measured[i]?.[0]?.covered).toBeGreaterThanOrEqual(0.94);
  });

  test("the documented table is the measured one, with the samples that determine no interval", () => {
    const rows = sizes.map(([method, n], i) => [
      `\`${method}\`, n = ${n}`,
      ...(measured[i] ?? []).map(({ covered, open }) => `${show(covered)} (${show(open)})`),
    ]);
    expectGenerated("docs/calibration.md", "means", markdownTable(["", ...Object.keys(fivePoint)], rows));
  });
});

describe("the difference of two means on five points: exact coverage at 95 %", () => {
  const pairs = [
    ["uniform", "satisfied"],
    ["satisfied", "satisfied"],
    ["satisfied", "very satisfied"],
    ["polarized", "very satisfied"],
  ] as const;
  const groups = [
    [5, 5],
    [5, 10],
    [10, 10],
  ] as const;

  test("the documented table of Welch's interval is the measured one", () => {
    const rows = pairs.map(([a, b]) => [
      `${a}, ${b}`,
      ...groups.map(([nA, nB]) => show(welchCoverage(fivePoint[a] ?? [], nA, fivePoint[b] ?? [], nB))),
    ]);
    const head = ["populations", ...groups.map(([nA, nB]) => `n = ${nA} and ${nB}`)];
    expectGenerated("docs/calibration.md", "mean-differences", markdownTable(head, rows));
  });
});

function welchCoverage(a: readonly number[], nA: number, b: readonly number[], nB: number): number {
  const truth = meanOf(a) - meanOf(b);
  let covered = 0;
  let determined = 0;
  const second = sides(b, nB);
  for (const sideA of sides(a, nA))
    for (const sideB of second) {
      const { low, high } = welchInterval(sideA.summary, sideB.summary, 1 - 0.95);
      if (low === null || high === null) continue;
      const probability = sideA.probability * sideB.probability;
      determined += probability;
      if (low - 1e-10 <= truth && truth <= high + 1e-10) covered += probability;
    }
  return covered / determined;
}

/** Samples that differ only in how their answers are spread have the same summary; their probabilities add up. */
function sides(population: readonly number[], n: number): { summary: MeanSummary; probability: number }[] {
  const bySummary = new Map<string, { summary: MeanSummary; probability: number }>();
  for (const counts of allCounts(n, 5)) {
    const { mean, sumOfSquares } = countedMoments(points, counts);
    const summary = { mean, standardDeviation: Math.sqrt(sumOfSquares / (n - 1)), n };
    const everything = [{ counts, interval: { low: 0, high: 0 } }];
    const probability = exactCoverage(everything, population, 0).covered;
    const key = `${mean.toFixed(9)} ${sumOfSquares.toFixed(9)}`;
    const known = bySummary.get(key);
    if (known) known.probability += probability;
    else bySummary.set(key, { summary, probability });
  }
  return [...bySummary.values()];
}
