import { describe, expect, test } from "vitest";
import { csatDifference, csatFromCounts, type ProportionMethod } from "../../src/index.ts";
import { expectGenerated, markdownTable } from "../support/docTable.ts";
import { proportionMethods } from "../support/methods.ts";
import { allCounts, exactCoverage, type Outcome, show, summarize } from "./coverage.ts";

const sizes = [5, 10, 20, 50, 100];
const shares = Array.from({ length: 1999 }, (_, i) => (i + 1) * 0.0005);

function outcomesOf(n: number, method: ProportionMethod, level: number): Outcome[] {
  return [...allCounts(n, 2)].map((counts) => ({
    counts,
    interval: csatFromCounts({ satisfied: counts[0] ?? 0, n }, { method, level }),
  }));
}

function coverage(n: number, method: ProportionMethod, level: number): ReturnType<typeof summarize<number>> {
  const outcomes = outcomesOf(n, method, level);
  return summarize(shares, (p) => exactCoverage(outcomes, [p, 1 - p], p).covered);
}

describe("one share: exact coverage over p = .0005, .001, …, .9995", () => {
  const at95 = proportionMethods.map((method) => sizes.map((n) => coverage(n, method, 0.95)));

  test.each(sizes.map((n, i) => [n, i]))("wilson, the default, n = %i", (_, i) => {
    const { average, minimum, at } = at95[0]?.[i ?? 0] ?? { average: 0, minimum: 0, at: 0 };
    expect(average).toBeGreaterThanOrEqual(0.945);
    expect(minimum, `at p = ${at}`).toBeGreaterThanOrEqual(0.83);
  });

  test("clopperPearson never falls below its level", () => {
    for (const { minimum } of at95[1] ?? []) expect(minimum).toBeGreaterThanOrEqual(0.95);
  });

  // Brown, Cai and DasGupta (2001): the Wald interval is erratic and far too short for small n.
  test("the measurement can fail: wald does", () => {
    for (const { average } of at95[4]?.slice(0, 3) ?? []) expect(average).toBeLessThan(0.9);
  });

  test("the documented table is the measured one", () => {
    const rows = proportionMethods.map((method, i) => [
      `\`${method}\``,
      ...(at95[i] ?? []).map(
        ({ average, minimum, at }) => `${show(average)}, ${show(minimum)} at ${shown(at)}`,
      ),
    ]);
    expectGenerated(
      "docs/calibration.md",
      "shares",
      markdownTable(["method", ...sizes.map((n) => `n = ${n}`)], rows),
    );
  });

  test("the documented table of other levels is the measured one", () => {
    const rows = [0.8, 0.9, 0.99].map((level) => [
      String(level),
      ...sizes.map((n) => {
        const { average, minimum } = coverage(n, "wilson", level);
        return `${show(average)}, ${show(minimum)}`;
      }),
    ]);
    const head = ["level", ...sizes.map((n) => `n = ${n}`)];
    expectGenerated("docs/calibration.md", "share-levels", markdownTable(head, rows));
  });
});

describe("the difference of two shares: exact coverage over all pairs of p = .05, .1, …, .95", () => {
  const grid = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  const pairs = grid.flatMap((a) => grid.map((b) => [a, b] as const));
  const groups = [
    [10, 10],
    [20, 20],
    [10, 40],
    [50, 50],
  ] as const;

  function differences(nA: number, nB: number, method: ProportionMethod): ReturnType<typeof summarize> {
    const sides = [...allCounts(nA, 2)].flatMap((a) => [...allCounts(nB, 2)].map((b) => [a, b] as const));
    const outcomes = sides.map(([a, b]) => ({
      a,
      b,
      interval: csatDifference({ satisfied: a[0] ?? 0, n: nA }, { satisfied: b[0] ?? 0, n: nB }, { method }),
    }));
    return summarize(pairs, ([pA, pB]) => {
      // The joint probability of two independent samples is the product of their binomial probabilities.
      const first = [...allCounts(nA, 2)].map((counts) => probabilityOf(counts, pA));
      const second = [...allCounts(nB, 2)].map((counts) => probabilityOf(counts, pB));
      return outcomes.reduce((sum, { a, b, interval }) => {
        const { low, high } = interval;
        const holds = (low ?? 2) - 1e-10 <= pA - pB && pA - pB <= (high ?? -2) + 1e-10;
        return holds ? sum + (first[a[0] ?? 0] ?? 0) * (second[b[0] ?? 0] ?? 0) : sum;
      }, 0);
    });
  }

  test("the default is close to its level, and the documented table is the measured one", () => {
    const rows = (["wilson", "wald"] as const).map((method) => [
      `\`${method}\``,
      ...groups.map(([nA, nB]) => {
        const { average, minimum } = differences(nA, nB, method);
        if (method === "wilson") {
          expect(average).toBeGreaterThanOrEqual(0.945);
          expect(minimum).toBeGreaterThanOrEqual(0.9);
        }
        return `${show(average)}, ${show(minimum)}`;
      }),
    ]);
    const head = ["method", ...groups.map(([nA, nB]) => `n = ${nA} and ${nB}`)];
    expectGenerated("docs/calibration.md", "share-differences", markdownTable(head, rows));
  });
});

function probabilityOf(counts: readonly number[], p: number): number {
  const everything = [{ counts, interval: { low: 0, high: 1 } }];
  return exactCoverage(everything, [p, 1 - p], p).covered;
}

function shown(p: number): string {
  return `p ${p.toFixed(4).replace(/^0/, "")}`;
}
