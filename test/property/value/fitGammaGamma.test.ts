import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitGammaGamma, type SpendRow } from "../../../src/index.ts";
import { seededUniform } from "../../../src/stats/random.ts";
import { randomGamma } from "../../../src/stats/randomVariates.ts";
import { rowHazards } from "../../support/rowHazards.ts";

interface Row {
  readonly frequency: number;
  readonly monetaryValue: number;
}

const TRUTH = [6.25, 3.74, 15.44] as const;

/** Customers of the model itself, with a long tail of frequencies. */
function simulated(seed: number, size: number): Row[] {
  const uniform = seededUniform(seed);
  const [p, q, v] = TRUTH;
  return Array.from({ length: size }, () => {
    const frequency = 1 + Math.floor(-Math.log1p(-uniform()) * 2 * randomGamma(0.7, uniform));
    const rate = (randomGamma(q, uniform) / v) * frequency;
    return { frequency, monetaryValue: randomGamma(p * frequency, uniform) / rate };
  });
}

const ROWS = simulated(4, 200);
rowHazards("fitGammaGamma", (rows) => fitGammaGamma(rows as Iterable<SpendRow>), ROWS.slice(0, 50));

describe("laws of the fit", () => {
  const fit = fitGammaGamma(ROWS);

  test("count is replication", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), (count) => {
        const counted = fitGammaGamma(ROWS.map((row) => ({ ...row, count })));
        expect(counted).toEqual(fitGammaGamma(Array.from({ length: count }, () => ROWS).flat()));
        expect(counted.n).toBe(count * ROWS.length);
      }),
      { numRuns: 4 },
    );
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        expect(fitGammaGamma(rows)).toEqual(fit);
      }),
      { numRuns: 5 },
    );
  });

  test("a unit of money c times as small moves the log-likelihood by -n log c, v by c, and nothing else", () => {
    for (const c of [100, 1 / 7, 1e9, 1e-12]) {
      const scaled = fitGammaGamma(
        ROWS.map(({ frequency, monetaryValue }) => ({ frequency, monetaryValue: c * monetaryValue })),
      );
      const moved = (fit.logLikelihood as number) - ROWS.length * Math.log(c);
      expect(Math.abs((scaled.logLikelihood as number) / moved - 1)).toBeLessThan(1e-12);
      for (const [own, expected] of [
        [scaled.parameters.p, fit.parameters.p],
        [scaled.parameters.q, fit.parameters.q],
        [scaled.parameters.v, c * (fit.parameters.v as number)],
        [scaled.meanSpend, c * (fit.meanSpend as number)],
        [scaled.spendFrequencyCorrelation.pValue, fit.spendFrequencyCorrelation.pValue],
      ])
        expect(Math.abs((own as number) / (expected as number) - 1)).toBeLessThan(1e-6);
    }
  });

  test("whatever the rows, the record is sound", () => {
    const row = fc.record({
      frequency: fc.nat(6),
      monetaryValue: fc.oneof(fc.nat(5), fc.double({ min: 1e-300, max: 1e300, noNaN: true })),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const any = fitGammaGamma(rows);
        expect(JSON.parse(JSON.stringify(any))).toEqual(any);
        expect(any.converged || any.reason !== null).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test("refitting simulated customers recovers the parameters within 4 standard errors", () => {
  for (const seed of [1, 2, 3]) {
    const fit = fitGammaGamma(simulated(seed, 3000));
    expect(fit.converged).toBe(true);
    (["p", "q", "v"] as const).forEach((name, i) => {
      const error = (fit.parameters[name] as number) - (TRUTH[i] as number);
      expect(Math.abs(error) / (fit.standardErrors[name] as number)).toBeLessThan(4);
    });
  }
});
