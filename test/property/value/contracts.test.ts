import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  discountedExpectedLifetime,
  fitBdw,
  fitSbg,
  type LifetimeRow,
  type ModelFit,
  survivalCurve,
  tallyLifetimes,
} from "../../../src/index.ts";
import { seededUniform } from "../../../src/stats/random.ts";
import { logRetained } from "../../../src/value/contractModel.ts";
import { deepFreeze } from "../../support/answers.ts";
import { expectNested, expectSound } from "../../support/laws.ts";
import { doubled, lifetimes } from "../../support/lifetimes.ts";

const parameter = fc.double({ min: -3, max: 3, noNaN: true }).map((log) => 10 ** log);
const sbgFit = fc
  .record({ alpha: parameter, beta: parameter })
  .map((parameters) => ({ model: "sbg", parameters, converged: true }) as const);
const bdwFit = fc
  .record({ alpha: parameter, beta: parameter, c: fc.double({ min: 0.2, max: 3, noNaN: true }) })
  .map((parameters) => ({ model: "bdw", parameters, converged: true }) as const);
// Whoever left did so at the first renewal or later.
const contracts = lifetimes({ least: 1 });

describe.each<[string, (rows: Iterable<LifetimeRow>) => ModelFit]>([
  ["fitSbg", fitSbg],
  ["fitBdw", fitBdw],
])("%s", (_, fitModel) => {
  const holds = (law: (rows: LifetimeRow[]) => void): void =>
    fc.assert(
      fc.property(contracts, (rows) => {
        law(rows);
      }),
      { numRuns: 40 },
    );

  test("numbers are finite or null, and survive JSON", () =>
    holds((rows) => {
      const fit = fitModel(rows);
      expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
      for (const value of Object.values(fit.parameters))
        if (value !== null) expect(Number.isFinite(value)).toBe(true);
      if (!fit.converged) expect(fit.reason).toBeTypeOf("string");
      for (const [i, row] of fit.covariance.entries())
        for (const [j, value] of row.entries()) expect(value).toBe(fit.covariance[j]?.[i] ?? null);
    }));
  test("count: 2 equals the row twice", () =>
    holds((rows) => expect(fitModel(doubled(rows))).toEqual(fitModel([...rows, ...rows]))));
  test("a tally changes nothing, nor does the order", () =>
    holds((rows) => {
      expect(fitModel(tallyLifetimes(rows))).toEqual(fitModel(rows));
      expect(fitModel(rows.slice().reverse())).toEqual(fitModel(rows));
    }));
  test("frozen rows from a one-shot iterator", () =>
    holds((rows) => {
      const frozen = Object.freeze(rows.map((row) => deepFreeze({ ...row })));
      expect(fitModel(frozen.values())).toEqual(fitModel(rows));
    }));
  test("a fit that converged can be asked, and no other", () =>
    holds((rows) => {
      const fit = fitModel(rows) as unknown as Parameters<typeof survivalCurve>[0];
      if (!fit.converged) expect(() => survivalCurve(fit)).toThrow("fit.converged must be true");
      else
        for (const row of [...survivalCurve(fit), discountedExpectedLifetime(fit, { discountRate: 0.1 })])
          expectSound(row, [0, row.unit === "share" ? 1 : Number.MAX_VALUE]);
    }));
});

describe("survivalCurve", () => {
  test("falls from 1, and the retention rates multiply to it", () => {
    fc.assert(
      fc.property(fc.oneof(sbgFit, bdwFit), (fit) => {
        let [before, product] = [1, 1];
        for (const { estimate, retentionRate } of survivalCurve(fit, { periods: 30 })) {
          expect(estimate).toBeLessThanOrEqual(before);
          before = estimate ?? Number.NaN;
          product *= retentionRate ?? 1;
          expect(Math.abs(product - before)).toBeLessThanOrEqual(1e-12 * before + Number.MIN_VALUE);
        }
      }),
    );
  });
  test("the chances to leave at 1, 2, … and to stay sum to one", () => {
    fc.assert(
      fc.property(bdwFit, fc.integer({ min: 1, max: 60 }), ({ parameters }, periods) => {
        let sum = Math.exp(logRetained(parameters, 0, periods));
        for (let t = 1; t <= periods; t++)
          sum -= Math.exp(logRetained(parameters, 0, t - 1)) * Math.expm1(logRetained(parameters, t - 1, t));
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });
  test("the shifted-beta-geometric model is the other with c = 1", () => {
    fc.assert(
      fc.property(sbgFit, (fit) => {
        const same = { model: "bdw", parameters: { ...fit.parameters, c: 1 }, converged: true } as const;
        expect(survivalCurve(same)).toEqual(survivalCurve(fit));
        const options = { discountRate: 0.05, renewals: 2 };
        expect(discountedExpectedLifetime(same, options)).toEqual(discountedExpectedLifetime(fit, options));
      }),
    );
  });
});

describe("discountedExpectedLifetime", () => {
  const rate = fc.double({ min: -9, max: 1, noNaN: true }).map((log) => 10 ** log);
  const renewals = fc.option(fc.nat(50), { nil: undefined });
  test("falls with the discount rate, within what nobody leaving gives", () => {
    fc.assert(
      fc.property(fc.oneof(sbgFit, bdwFit), rate, renewals, (fit, discountRate, k) => {
        const of = (d: number): number =>
          discountedExpectedLifetime(fit, { discountRate: d, ...(k === undefined ? {} : { renewals: k }) })
            .estimate ?? NaN;
        expect(of(discountRate * 1.5)).toBeLessThanOrEqual(of(discountRate) * (1 + 1e-12));
        expect(of(discountRate)).toBeLessThanOrEqual(((1 + discountRate) / discountRate) * (1 + 1e-12));
        expect(of(discountRate)).toBeGreaterThanOrEqual(k === undefined ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });
  test("one renewal on: D(k) = r (1 + D(k + 1) / (1 + d))", () => {
    fc.assert(
      fc.property(fc.oneof(sbgFit, bdwFit), rate, fc.nat(20), (fit, discountRate, k) => {
        const of = (renewals: number): number =>
          discountedExpectedLifetime(fit, { discountRate, renewals }).estimate ?? NaN;
        const r = survivalCurve(fit, { periods: k + 1 })[k + 1]?.retentionRate ?? NaN;
        const next = r * (1 + of(k + 1) / (1 + discountRate));
        expect(Math.abs(of(k) - next)).toBeLessThanOrEqual(1e-11 * next);
      }),
      { numRuns: 60 },
    );
  });
});

const simulate = (alpha: number, beta: number, c: number): LifetimeRow[] => {
  const uniform = seededUniform(7);
  return Array.from({ length: 20_000 }, () => {
    const u = uniform();
    let t = 1;
    while (t < 13 && Math.exp(logRetained({ alpha, beta, c }, 0, t)) > u) t++;
    return t < 13 ? { duration: t, churned: true } : { duration: 12, churned: false };
  });
};

test("refitting simulated data recovers the parameters within 4 standard errors", () => {
  for (const truth of [
    { alpha: 0.7, beta: 1.2 },
    { alpha: 2, beta: 9 },
  ]) {
    const fit = fitSbg(simulate(truth.alpha, truth.beta, 1));
    for (const name of ["alpha", "beta"] as const)
      expect(
        Math.abs((fit.parameters[name] ?? NaN) - truth[name]) / (fit.standardErrors[name] ?? NaN),
      ).toBeLessThan(4);
  }
  const truth = { alpha: 0.8, beta: 3, c: 1.4 };
  const fit = fitBdw(simulate(truth.alpha, truth.beta, truth.c));
  for (const name of ["alpha", "beta", "c"] as const)
    expect(
      Math.abs((fit.parameters[name] ?? NaN) - truth[name]) / (fit.standardErrors[name] ?? NaN),
    ).toBeLessThan(4);
});

test("a higher level contains a lower one", () => {
  const fit = fitSbg([
    { duration: 1, churned: true, count: 40 },
    { duration: 2, churned: true, count: 20 },
    { duration: 3, churned: false, count: 40 },
  ]);
  const [narrow, wide] = [0.8, 0.99].map((level) => survivalCurve(fit, { level })) as [
    ReturnType<typeof survivalCurve>,
    ReturnType<typeof survivalCurve>,
  ];
  narrow.forEach((row, i) => {
    if (wide[i] !== undefined) expectNested(row, wide[i], [0, 1]);
  });
});
