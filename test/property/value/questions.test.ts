import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CustomerRow,
  discountedExpectedPurchases,
  type Estimate,
  expectedPurchases,
  expectedPurchasesOfNewCustomer,
  type FittedPurchaseModel,
  probabilityAlive,
  purchaseCountDistribution,
  tallyCustomers,
} from "../../../src/index.ts";
import { countedLaws, expectSound } from "../../support/laws.ts";

const parameter = fc.double({ min: 0.05, max: 20, noNaN: true });
const names: readonly (readonly [model: string, parameters: readonly string[]])[] = [
  ["nbd", ["r", "alpha"]],
  ["bgNbd", ["r", "alpha", "a", "b"]],
  ["mbgNbd", ["r", "alpha", "a", "b"]],
  ["paretoNbd", ["r", "alpha", "s", "beta"]],
  ["bgBb", ["alpha", "beta", "gamma", "delta"]],
];

/** A model with any parameters and a covariance of logarithms B B' / 10, B of numbers from -1 to 1. */
const fits: fc.Arbitrary<FittedPurchaseModel> = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(parameter, { minLength: 4, maxLength: 4 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }),
  )
  .map(([[model, parameters], values, root]) => {
    const entry = (i: number, j: number): number => {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += (root[4 * i + k] ?? 0) * (root[4 * j + k] ?? 0);
      return (sum / 10) * (values[i] ?? 0) * (values[j] ?? 0);
    };
    return {
      model,
      parameters: Object.fromEntries(parameters.map((name, i) => [name, values[i] ?? 0])) as Record<
        "r" | "alpha",
        number
      >,
      converged: true,
      covariance: parameters.map((_, i) => parameters.map((__, j) => entry(i, j))),
    };
  });

/** Whole periods, so that every model can be asked; at most one purchase in each. */
const customers: fc.Arbitrary<CustomerRow> = fc
  .tuple(fc.nat(12), fc.nat(12), fc.nat(40), fc.integer({ min: 1, max: 3 }))
  .map(([frequency, more, silence, count]) => {
    const recency = frequency === 0 ? 0 : frequency + more;
    return { frequency, recency, age: recency + silence, count };
  });
const asked = fc.record({ fit: fits, row: customers });
const horizons = fc.nat(60);

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error("not one row");
  return row;
}

const SHARE = [0, 1] as const;
const COUNT = [0, Number.MAX_VALUE] as const;
countedLaws(
  "probabilityAlive",
  asked,
  ({ fit, row }, level) => only(probabilityAlive(fit, [row], { level })),
  SHARE,
);
countedLaws(
  "expectedPurchases",
  asked,
  ({ fit, row }, level) => only(expectedPurchases(fit, [row], { horizon: 12, level })),
  COUNT,
);
countedLaws(
  "expectedPurchases, predictive",
  asked,
  ({ fit, row }, level) =>
    only(expectedPurchases(fit, [row], { horizon: 12, level, method: "predictive", draws: 100 })),
  COUNT,
  30,
);
countedLaws(
  "discountedExpectedPurchases",
  asked,
  ({ fit, row }, level) => only(discountedExpectedPurchases(fit, [row], { discountRate: 0.05, level })),
  COUNT,
  50,
);
countedLaws(
  "expectedPurchasesOfNewCustomer",
  fits,
  (fit, level) => expectedPurchasesOfNewCustomer(fit, { horizon: 12, level }),
  COUNT,
);

describe("laws of the questions", () => {
  const holds = <Values extends [unknown, ...unknown[]]>(
    law: (...values: Values) => void,
    ...arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> }
  ): void => fc.assert(fc.property(...arbitraries, law), { numRuns: 60 });
  const estimateOf = ({ estimate }: Estimate): number => estimate ?? Number.NaN;
  const expectedOf = (fit: FittedPurchaseModel, row: CustomerRow, horizon: number): number =>
    estimateOf(only(expectedPurchases(fit, [row], { horizon })));
  // Rounding of sums and quadratures.
  const slack = 1 + 1e-10;

  test("expected purchases rise with the horizon, and from 0", () =>
    holds(
      ({ fit, row }, a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(expectedOf(fit, row, near)).toBeLessThanOrEqual(expectedOf(fit, row, far) * slack);
        expect(expectedOf(fit, row, 0)).toBe(0);
      },
      asked,
      horizons,
      horizons,
    ));
  test("they and P(alive) fall with silence", () =>
    holds(
      ({ fit, row }, longer) => {
        const silent = { ...row, age: row.age + longer };
        expect(expectedOf(fit, silent, 9)).toBeLessThanOrEqual(expectedOf(fit, row, 9) * slack);
        const [later, now] = probabilityAlive(fit, [silent, row]).map(estimateOf);
        expect(later).toBeLessThanOrEqual((now ?? Number.NaN) * slack);
      },
      asked,
      fc.nat(30),
    ));
  test("discounting lowers them; without it they are the expected ones", () =>
    holds(
      ({ fit, row }, horizon) => {
        const at = (discountRate: number): number =>
          estimateOf(only(discountedExpectedPurchases(fit, [row], { discountRate, horizon })));
        expect(Math.abs(at(0) - expectedOf(fit, row, horizon))).toBeLessThanOrEqual(1e-9 * at(0));
        expect(at(0.1)).toBeLessThanOrEqual(at(0.05) * slack);
        expect(at(0.05)).toBeLessThanOrEqual(at(0) * slack);
      },
      asked,
      horizons,
    ));
  test("a row's answer depends on nothing but the row: alone, in any order, tallied", () =>
    holds(
      (fit, rows) => {
        const ask = (some: readonly CustomerRow[]): unknown[] =>
          expectedPurchases(fit, some, { horizon: 6, method: "predictive", draws: 100 });
        const together = ask(rows);
        expect(rows.flatMap((row) => ask([row]))).toEqual(together);
        expect(ask([...rows].reverse()).reverse()).toEqual(together);
        const tallied = probabilityAlive(fit, tallyCustomers(rows));
        const raw = probabilityAlive(fit, rows);
        const total = (some: readonly Estimate[]): number =>
          some.reduce((sum, row) => sum + row.n * estimateOf(row), 0);
        expect(total(tallied)).toBeCloseTo(total(raw), 9);
      },
      fits,
      fc.array(customers, { maxLength: 6 }),
    ));
  test("shares of new customers add up to 1, each of them sound", () =>
    holds(
      (fit, horizon, most) => {
        const rows = purchaseCountDistribution(fit, { horizon, most });
        for (const row of rows) expectSound(row, SHARE);
        expect(rows.reduce((sum, row) => sum + estimateOf(row), 0)).toBeCloseTo(1, 12);
        expect(rows.map(({ orMore }) => orMore)).toEqual(rows.map((_, i) => i === most));
      },
      fits,
      horizons,
      fc.integer({ min: 1, max: 30 }),
    ));
});
