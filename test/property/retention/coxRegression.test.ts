import fc from "fast-check";
import { expect, test } from "vitest";
import { type CoxRegression, type CoxTies, coxRegression } from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";
import { expectSound } from "../../support/laws.ts";

const ROW = fc
  .record({
    price: fc.integer({ min: -20, max: 20 }),
    trial: fc.boolean(),
    region: fc.constantFrom("north", "south"),
    duration: fc.integer({ min: 1, max: 8 }),
    churned: fc.boolean(),
    late: fc.integer({ min: 0, max: 7 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ late, ...row }) => ({ ...row, entry: late < row.duration ? late : 0 }));
const ROWS = fc.array(ROW, { maxLength: 25 });
const OPTIONS = fc.tuple(fc.constantFrom<CoxTies>("efron", "breslow"), fc.boolean()).map(([ties, split]) => ({
  covariates: ["price", "trial"] as const,
  ties,
  ...(split ? { strata: "region" as const } : {}),
}));
type ValueOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function law(
  name: string,
  check: (rows: ValueOf<typeof ROWS>, options: ValueOf<typeof OPTIONS>) => void,
): void {
  test(name, () => fc.assert(fc.property(ROWS, OPTIONS, check), { numRuns: 150 }));
}

/** Every number of a record, wherever it stands. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function expectAlike(a: CoxRegression, b: CoxRegression, factor: number): void {
  expect(b.reason).toBe(a.reason);
  expect(b.logLikelihood === null).toBe(a.logLikelihood === null);
  if (a.logLikelihood !== null) expect(b.logLikelihood).toBeCloseTo(a.logLikelihood, 8);
  a.coefficients.forEach((each, place) => {
    const other = b.coefficients[place];
    const scale = place === 0 ? factor : 1;
    expect(other?.coefficient === null).toBe(each.coefficient === null);
    if (each.standardError === null || each.coefficient === null) return;
    // In units of the standard error, which may be large where there is little information.
    const shift = ((other?.coefficient ?? 0) * scale - each.coefficient) / each.standardError;
    expect(Math.abs(shift)).toBeLessThan(1e-6);
    expect(Math.abs(((other?.standardError ?? 0) * Math.abs(scale)) / each.standardError - 1)).toBeLessThan(
      1e-6,
    );
  });
}

law("a result is sound, safe as JSON, and inputs are left as they were", (rows, options) => {
  const fit = coxRegression(deepFreeze(rows), options);
  for (const value of numbersOf(fit)) {
    expect(Number.isFinite(value)).toBe(true);
    expect(Object.is(value, -0)).toBe(false);
  }
  expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  expectSound(fit.concordance, [0, 1]);
  if (!fit.converged || fit.coefficients.some(({ coefficient }) => coefficient === null))
    expect(fit.reason).not.toBeNull();
  for (const { coefficient, low, high, hazardRatio } of fit.coefficients) {
    if (coefficient === null) expect([low, high, hazardRatio]).toEqual([null, null, null]);
    else if (low !== null && high !== null) {
      expect(low).toBeLessThanOrEqual(coefficient);
      expect(high).toBeGreaterThanOrEqual(coefficient);
    }
  }
});

law("count: 2 equals the row twice", (rows, options) => {
  const apart = rows.flatMap((row) => Array.from({ length: row.count }, () => ({ ...row, count: 1 })));
  expect(coxRegression(apart, options)).toEqual(coxRegression(rows, options));
});

law("the order of rows does not matter", (rows, options) => {
  expect(coxRegression([...rows].reverse().values(), options)).toEqual(coxRegression(rows, options));
});

law("a monotone map of time changes nothing", (rows, options) => {
  const mapped = rows.map((row) => ({ ...row, duration: row.duration ** 3, entry: row.entry ** 3 }));
  expect(coxRegression(mapped, options)).toEqual(coxRegression(rows, options));
});

law("a time of 0 is a time like any other", (rows, options) => {
  // Late entries stay between the same times, and above 0, which is no late entry.
  const earlier = rows.map((row) => ({
    ...row,
    duration: row.duration - 1,
    entry: row.entry && row.entry - 0.75,
  }));
  expect(coxRegression(earlier, options)).toEqual(coxRegression(rows, options));
});

law(
  "scaling a covariate scales its coefficient inversely, and shifting it changes nothing",
  (rows, options) => {
    const changed = rows.map((row) => ({ ...row, price: 1000 * row.price + 12345 }));
    expectAlike(coxRegression(rows, options), coxRegression(changed, options), 1000);
  },
);

law("the opposite of a covariate has the opposite coefficient", (rows, options) => {
  const opposite = rows.map((row) => ({ ...row, price: -row.price }));
  const [fit, other] = [coxRegression(rows, options), coxRegression(opposite, options)];
  if (fit.converged && fit.reason === null) expectAlike(fit, other, -1);
});
