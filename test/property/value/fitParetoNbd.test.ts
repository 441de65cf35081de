import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededUniform } from "../../../src/stats/random.ts";
import { randomGamma, randomPoisson } from "../../../src/stats/randomVariates.ts";
import { fitParetoNbd } from "../../../src/value/fitParetoNbd.ts";
import { rowHazards } from "../../support/rowHazards.ts";

interface Row {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
}

/** Customers of the model itself, in days; rounded to whole ones they group. */
function simulated(seed: number, size: number, [r, alpha, s, beta]: readonly number[] = TRUTH): Row[] {
  const uniform = seededUniform(seed);
  return Array.from({ length: size }, () => {
    const buying = randomGamma(r as number, uniform) / (alpha as number);
    const leaving = randomGamma(s as number, uniform) / (beta as number);
    const age = 200 + Math.floor(165 * uniform());
    const end = Math.min(age, -Math.log1p(-uniform()) / leaving);
    const frequency = randomPoisson(buying * end, uniform);
    // The last of so many uniform times.
    const recency = frequency === 0 ? 0 : end * uniform() ** (1 / frequency);
    return { frequency, recency, age };
  });
}

const TRUTH: readonly number[] = [0.8, 70, 1.2, 180];
const ROWS = simulated(5, 150);

rowHazards("fitParetoNbd", (rows) => fitParetoNbd(rows as Iterable<Row>), ROWS.slice(0, 40));

describe("laws of the fit", () => {
  const fit = fitParetoNbd(ROWS);

  test("count is replication", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), (count) => {
        const counted = fitParetoNbd(ROWS.map((row) => ({ ...row, count })));
        const repeated = fitParetoNbd(Array.from({ length: count }, () => ROWS).flat());
        expect(counted).toEqual(repeated);
        expect(counted.n).toBe(count * ROWS.length);
      }),
      { numRuns: 3 },
    );
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        expect(fitParetoNbd(rows)).toEqual(fit);
      }),
      { numRuns: 5 },
    );
  });

  test("a unit of time c times as short moves the log-likelihood by -(sum of x) log c, and nothing else", () => {
    const purchases = ROWS.reduce((sum, { frequency }) => sum + frequency, 0);
    for (const c of [7, 1 / 7, 86_400, 1e-6]) {
      const scaled = fitParetoNbd(
        ROWS.map(({ frequency, recency, age }) => ({ frequency, recency: c * recency, age: c * age })),
      );
      const moved = (fit.logLikelihood as number) - purchases * Math.log(c);
      expect(Math.abs((scaled.logLikelihood as number) / moved - 1)).toBeLessThan(1e-12);
      for (const [name, factor] of [
        ["r", 1],
        ["alpha", c],
        ["s", 1],
        ["beta", c],
      ] as const) {
        const expected = factor * (fit.parameters[name] as number);
        expect(Math.abs((scaled.parameters[name] as number) / expected - 1)).toBeLessThan(1e-6);
      }
    }
  });

  test("whatever the rows, the record is sound", () => {
    const row = fc.tuple(fc.nat(6), fc.nat(30), fc.nat(30)).map(([frequency, last, silence]) => ({
      frequency,
      recency: frequency === 0 ? 0 : last,
      age: (frequency === 0 ? 0 : last) + silence,
    }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const any = fitParetoNbd(rows);
        expect(JSON.parse(JSON.stringify(any))).toEqual(any);
        expect(any.converged || any.reason !== null).toBe(true);
        if (any.boundary === "s") expect(any.parameters).toMatchObject({ s: 0, beta: null });
      }),
      { numRuns: 40 },
    );
  });
});

test("refitting simulated customers recovers the parameters within 4 standard errors", () => {
  for (const seed of [1, 2, 3]) {
    const fit = fitParetoNbd(simulated(seed, 4000));
    expect(fit.converged).toBe(true);
    (["r", "alpha", "s", "beta"] as const).forEach((name, i) => {
      const error = (fit.parameters[name] as number) - (TRUTH[i] as number);
      expect(Math.abs(error) / (fit.standardErrors[name] as number)).toBeLessThan(4);
    });
  }
});
