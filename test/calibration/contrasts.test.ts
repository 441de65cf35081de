import { describe, expect, test } from "vitest";
import { type ContrastMethod, npsFromCounts } from "../../src/index.ts";
import { contrastInterval } from "../../src/stats/contrastInterval.ts";
import { mover } from "../../src/stats/difference.ts";
import { expectGenerated, markdownTable } from "../support/docTable.ts";
import { contrastMethods } from "../support/methods.ts";
import { allCounts, exactCoverage, type Outcome, show, summarize } from "./coverage.ts";

const sizes = [5, 10, 20, 50, 100];

type Population = readonly [detractors: number, passives: number, promoters: number];

function outcomesOf(n: number, method: ContrastMethod, level = 0.95): Outcome[] {
  return [...allCounts(n, 3)].map((counts) => {
    const [detractors = 0, passives = 0, promoters = 0] = counts;
    return { counts, interval: npsFromCounts({ promoters, passives, detractors }, { method, level }) };
  });
}

function coverageIn(outcomes: readonly Outcome[], population: Population): number {
  return exactCoverage(outcomes, population, 100 * (population[2] - population[0])).covered;
}

/** Every population on a grid over the simplex, its edges included. */
function simplex(steps: number): Population[] {
  return [...allCounts(steps, 3)].map(([q = 0, passive = 0, p = 0]) => [
    q / steps,
    passive / steps,
    p / steps,
  ]);
}

// Full enumeration by independent code, clipped limits: detractors, passives, promoters; Wald, adjusted Wald, Tango.
const published: readonly (readonly [Population, number, number, number | null, number])[] = [
  [[0.15, 0.35, 0.5], 10, 0.894, 0.958, 0.959],
  [[0.15, 0.35, 0.5], 20, 0.928, 0.945, 0.949],
  [[0.15, 0.35, 0.5], 50, 0.938, 0.949, 0.952],
  [[0.05, 0.15, 0.8], 5, 0.665, 0.929, 0.964],
  [[0.05, 0.15, 0.8], 10, 0.884, 0.944, 0.969],
  [[0.05, 0.15, 0.8], 50, 0.931, 0.956, 0.956],
  [[1 / 12, 1 / 12, 10 / 12], 5, 0.591, 0.924, 0.969],
  [[1 / 12, 1 / 12, 10 / 12], 20, 0.865, 0.962, 0.962],
  [[0.5, 0, 0.5], 10, 0.891, 0.891, 0.979],
];

test.each(published)("published coverage of %j at n = %i", (population, n, wald, adjustedWald, score) => {
  expect(Math.abs(coverageIn(outcomesOf(n, "wald"), population) - wald)).toBeLessThan(0.002);
  expect(Math.abs(coverageIn(outcomesOf(n, "adjustedWald"), population) - (adjustedWald ?? 0))).toBeLessThan(
    0.002,
  );
  expect(Math.abs(coverageIn(outcomesOf(n, "score"), population) - score)).toBeLessThan(0.002);
});

describe("one contrast: exact coverage over a grid on the simplex", () => {
  const measured = contrastMethods.map((method) =>
    sizes.map((n) => {
      const outcomes = outcomesOf(n, method);
      return summarize(simplex(n === 100 ? 20 : 40), (population) => coverageIn(outcomes, population));
    }),
  );

  test.each(sizes.map((n, i) => [n, i]))("score, the default, n = %i", (_, i) => {
    const { average, minimum, at } = measured[0]?.[i ?? 0] ?? { average: 0, minimum: 0, at: [] };
    expect(average).toBeGreaterThanOrEqual(0.945);
    expect(minimum, `at ${at}`).toBeGreaterThanOrEqual(0.88);
  });

  test("the measurement can fail: wald does", () => {
    for (const { average } of measured[2]?.slice(0, 2) ?? []) expect(average).toBeLessThan(0.9);
  });

  test("the documented table is the measured one", () => {
    const rows = contrastMethods.map((method, i) => [
      `\`${method}\``,
      ...(measured[i] ?? []).map(
        ({ average, minimum, at }) =>
          `${show(average)}, ${show(minimum)} at ${at.map((s) => Number(s.toFixed(3))).join("/")}`,
      ),
    ]);
    const head = ["method", ...sizes.map((n) => `n = ${n}`)];
    expectGenerated("docs/calibration.md", "contrasts", markdownTable(head, rows));
  });
});

describe("the difference of two contrasts: exact coverage", () => {
  const populations: readonly (readonly [Population, Population])[] = [
    [
      [0.15, 0.35, 0.5],
      [0.25, 0.35, 0.4],
    ],
    [
      [0.05, 0.15, 0.8],
      [0.15, 0.35, 0.5],
    ],
    [
      [0.1, 0.1, 0.8],
      [0.1, 0.1, 0.8],
    ],
    [
      [0.4, 0.2, 0.4],
      [0.6, 0.3, 0.1],
    ],
    [
      [0, 0.1, 0.9],
      [0.05, 0.05, 0.9],
    ],
  ];
  const groups = [
    [10, 10],
    [10, 30],
    [30, 30],
  ] as const;

  test("the default is close to its level, and the documented table is the measured one", () => {
    const rows = populations.map(([a, b]) => [
      `${a.join("/")} and ${b.join("/")}`,
      ...groups.map(([nA, nB]) => {
        const covered = differenceCoverage(a, nA, b, nB);
        expect(covered).toBeGreaterThanOrEqual(0.93);
        return show(covered);
      }),
    ]);
    const head = ["populations", ...groups.map(([nA, nB]) => `n = ${nA} and ${nB}`)];
    expectGenerated("docs/calibration.md", "contrast-differences", markdownTable(head, rows));
  });
});

function differenceCoverage(a: Population, nA: number, b: Population, nB: number): number {
  const truth = a[2] - a[0] - (b[2] - b[0]);
  const first = arms(a, nA);
  const second = arms(b, nB);
  let covered = 0;
  for (const armA of first)
    for (const armB of second) {
      const { low, high } = mover(armA.d, armA.interval, armB.d, armB.interval);
      if ((low ?? 9) - 1e-10 <= truth && truth <= (high ?? -9) + 1e-10)
        covered += armA.probability * armB.probability;
    }
  return covered;
}

function arms(
  population: Population,
  n: number,
): { d: number; interval: ReturnType<typeof contrastInterval>; probability: number }[] {
  return [...allCounts(n, 3)].map((counts) => {
    const [negative = 0, , positive = 0] = counts;
    const interval = contrastInterval("score", { positive, negative, n }, 1 - 0.95);
    const everything = [{ counts, interval: { low: 0, high: 0 } }];
    return {
      d: (positive - negative) / n,
      interval,
      probability: exactCoverage(everything, population, 0).covered,
    };
  });
}
