import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CustomerRow, fitBgBb } from "../../../src/index.ts";
import { seededUniform } from "../../../src/stats/random.ts";
import { randomBeta } from "../../../src/stats/randomVariates.ts";
import { rowHazards } from "../../support/rowHazards.ts";

const TRUTH = [1.2, 0.75, 0.65, 2.8] as const;

/** Customers of the model itself, with 4 to 8 opportunities. */
function simulated(seed: number, size: number): CustomerRow[] {
  const uniform = seededUniform(seed);
  const [alpha, beta, gamma, delta] = TRUTH;
  return Array.from({ length: size }, () => {
    const [buys, leaves] = [randomBeta(alpha, beta, uniform), randomBeta(gamma, delta, uniform)];
    const age = 4 + Math.floor(5 * uniform());
    let [frequency, recency] = [0, 0];
    for (let i = 1; i <= age && uniform() >= leaves; i++) {
      if (uniform() < buys) [frequency, recency] = [frequency + 1, i];
    }
    return { frequency, recency, age };
  });
}

const ROWS = simulated(6, 400);
rowHazards("fitBgBb", (rows) => fitBgBb(rows as Iterable<CustomerRow>), ROWS.slice(0, 60));

describe("laws of the fit", () => {
  const fit = fitBgBb(ROWS);

  test("count is replication", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), (count) => {
        const counted = fitBgBb(ROWS.map((row) => ({ ...row, count })));
        expect(counted).toEqual(fitBgBb(Array.from({ length: count }, () => ROWS).flat()));
        expect(counted.n).toBe(count * ROWS.length);
      }),
      { numRuns: 3 },
    );
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), (rows) => {
        expect(fitBgBb(rows)).toEqual(fit);
      }),
      { numRuns: 5 },
    );
  });

  test("whatever the rows, the record is sound", () => {
    const row = fc
      .tuple(fc.nat(4), fc.nat(3), fc.nat(4), fc.integer({ min: 1, max: 5 }))
      .map(([frequency, more, silence, count]) => {
        const recency = frequency === 0 ? 0 : frequency + more;
        return { frequency, recency, age: recency + silence, count };
      });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const any = fitBgBb(rows);
        expect(JSON.parse(JSON.stringify(any))).toEqual(any);
        expect(any.converged || any.reason !== null).toBe(true);
        if (any.boundary !== null) expect(any.parameters[any.boundary]).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

test("refitting simulated customers recovers the parameters within 4 standard errors", () => {
  for (const seed of [1, 2, 3]) {
    const fit = fitBgBb(simulated(seed, 8000));
    expect(fit.converged).toBe(true);
    (["alpha", "beta", "gamma", "delta"] as const).forEach((name, i) => {
      const error = (fit.parameters[name] as number) - (TRUTH[i] as number);
      expect(Math.abs(error) / (fit.standardErrors[name] as number)).toBeLessThan(4);
    });
  }
});
