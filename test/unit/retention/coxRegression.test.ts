import { describe, expect, test } from "vitest";
import { type CoxOptions, coxRegression } from "../../../src/index.ts";

/** Three churned early without a contract, two late with one, one still there. */
const lifetimes = [
  { contract: false, price: 30, plan: "basic", duration: 1, churned: true },
  { contract: true, price: 20, plan: "plus", duration: 2, churned: true },
  { contract: false, price: 25, plan: "basic", duration: 3, churned: true },
  { contract: true, price: 10, plan: "pro", duration: 4, churned: false },
];

test("one binary covariate, in closed form", () => {
  // With r the hazard ratio of a contract: L = 1/(2 + 2r) r/(1 + 2r) 1/(1 + r), largest where
  // 1/r = 2/(1 + r) + 2/(1 + 2r), that is where 4r^2 + r - 1 = 0.
  const r = (-1 + Math.sqrt(17)) / 8;
  const fit = coxRegression(lifetimes, { covariates: ["contract"] });
  const [contract] = fit.coefficients;
  expect(fit).toMatchObject({
    model: "coxRegression",
    ties: "efron",
    level: 0.95,
    n: 4,
    events: 3,
    converged: true,
  });
  expect(contract).toMatchObject({ covariate: "contract", reference: null });
  expect(contract?.hazardRatio).toBeCloseTo(r, 13);
  expect(contract?.coefficient).toBeCloseTo(Math.log(r), 13);
  // The information: the sum of p(1 - p), p the share of the contracts' risk in each risk set.
  const shares = [r / (1 + r), (2 * r) / (1 + 2 * r), r / (1 + r)];
  const information = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  expect(contract?.standardError).toBeCloseTo(1 / Math.sqrt(information), 12);
  expect(fit.covariance[0]?.[0]).toBeCloseTo(1 / information, 12);
  expect(fit.logLikelihood).toBeCloseTo(
    -Math.log(2 * (1 + r)) + Math.log(r / (1 + 2 * r)) - Math.log(1 + r),
    13,
  );
  expect(fit.logLikelihoodNull).toBeCloseTo(-Math.log(4 * 3 * 2), 13);
  // At 0: score 1 - 1/2 - 2/3 - 1/2, information 1/4 + 2/9 + 1/4.
  expect(fit.scoreTest.statistic).toBeCloseTo((2 / 3) ** 2 / (13 / 18), 13);
  expect(fit.waldTest.statistic).toBeCloseTo(Math.log(r) ** 2 * information, 12);
  expect(fit.likelihoodRatioTest.degreesOfFreedom).toBe(1);
});

test("concordance by hand", () => {
  // Higher price, earlier leaving: of the six pairs, 30 before all (3), 20 before 25 (against), 20 and 25 before 10.
  const { concordance } = coxRegression(lifetimes, { covariates: ["price"] });
  expect(concordance).toMatchObject({ metric: "concordance", unit: "share", method: "logit", n: 4 });
  expect(concordance.estimate).toBeCloseTo(5 / 6, 14);
  // Rows have 3, 2, 2, 3 of 3 pairs agreeing: influences (3 - 2.5, 2 - 2.5, …) / 6, each 1/12.
  expect(concordance.standardError).toBeCloseTo(Math.sqrt(4) / 12, 14);
});

test("predictions that are all alike have a concordance, and no interval for it", () => {
  const { concordance } = coxRegression(lifetimes, { covariates: { one: () => 1 } });
  expect(concordance).toMatchObject({ estimate: 0.5, standardError: 0, low: null, high: null });
});

test("text makes indicators against its first level", () => {
  const { coefficients } = coxRegression(lifetimes, { covariates: { plan: (row) => row.plan } });
  expect(coefficients.map(({ covariate, reference }) => [covariate, reference])).toEqual([
    ["plan=plus", "basic"],
    ["plan=pro", "basic"],
  ]);
});

describe("what cannot be determined is null", () => {
  test.each([
    ["there are no lifetimes", []],
    ["nobody left", lifetimes.map((row) => ({ ...row, churned: false }))],
  ])("%s", (reason, rows: typeof lifetimes) => {
    const fit = coxRegression(rows, { covariates: ["price"] });
    expect(fit).toMatchObject({ converged: false, reason, logLikelihood: null, events: 0 });
    expect(fit.coefficients[0]?.coefficient).toBeNull();
    expect(fit.covariance).toEqual([[null]]);
    expect(fit.scoreTest).toEqual({ statistic: null, degreesOfFreedom: 0, pValue: null });
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  test("one row", () => {
    const fit = coxRegression(lifetimes.slice(0, 1), { covariates: ["price"] });
    expect(fit).toMatchObject({ reason: "constant among those at risk: price", logLikelihood: 0 });
    expect(fit.concordance).toMatchObject({ estimate: null, standardError: null, low: null });
  });

  test("constant and collinear covariates are named, the rest is fitted", () => {
    const covariates = {
      price: (row: (typeof lifetimes)[number]) => row.price,
      one: () => 1,
      only: () => "same",
      cents: (row: (typeof lifetimes)[number]) => 100 * row.price + 5,
    };
    const fit = coxRegression(lifetimes, { covariates });
    const alone = coxRegression(lifetimes, { covariates: ["price"] });
    expect(fit.converged).toBe(true);
    expect(fit.reason).toBe(
      "constant among those at risk: one, only; determined by the covariates before: cents",
    );
    expect(fit.coefficients[0]?.coefficient).toBe(alone.coefficients[0]?.coefficient);
    expect(fit.coefficients.map(({ coefficient }) => coefficient === null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(fit.likelihoodRatioTest).toEqual(alone.likelihoodRatioTest);
    expect(fit.proportionalHazards.at(-1)).toEqual(alone.proportionalHazards.at(-1));
  });

  test("one time at which somebody left shows no trend in time", () => {
    const rows = lifetimes.map((row) => ({
      ...row,
      duration: 1,
      churned: row.price > 10 && row.price !== 25,
    }));
    const fit = coxRegression(rows, { covariates: ["price"] });
    expect(fit.converged).toBe(true);
    expect(fit.proportionalHazards.map(({ statistic }) => statistic)).toEqual([null, null]);
  });
});

test.each([
  [{ covariates: [] }, "covariates must name at least one covariate"],
  [{ covariates: ["price", "price"] }, "covariates must not name a covariate twice"],
  [{ covariates: "price" }, "covariates must be a list of field names or a record of functions"],
  [{ covariates: { price: 1 } }, "covariates.price must be a function, received 1"],
  [{ covariates: ["price"], ties: "exact" }, "ties must be one of efron, breslow"],
  [{ covariates: ["price"], level: 1 }, "level must be strictly between 0 and 1"],
  [{ covariates: ["price"], stratum: "plan" }, "option must be one of covariates, ties, strata, level"],
  [
    { covariates: ["nothing"] },
    "lifetimes[0].nothing must be a finite number up to 1e100, a boolean or text",
  ],
  [{ covariates: { x: () => Number.NaN } }, "covariates.x(lifetimes[0]) must be a finite number up to 1e100"],
  [
    { covariates: { x: (row: { price: number }) => (row.price > 20 ? 1 : "low") } },
    "covariates.x(lifetimes[1]) must be a finite number up to 1e100, as in the rows before it",
  ],
  [
    { covariates: { x: (row: { price: number }) => (row.price > 20 ? "high" : null) } },
    "covariates.x(lifetimes[1]) must be text, as in the rows before it, received null",
  ],
])("the options %o are an error", (options, message) => {
  const given = options as unknown as CoxOptions<(typeof lifetimes)[number]>;
  expect(() => coxRegression(lifetimes, given)).toThrow(`Cannot compute coxRegression: ${message}`);
});

test("too many levels are an error rather than a long wait", () => {
  const rows = Array.from({ length: 600 }, (_, i) => ({ id: `c${i}`, duration: i, churned: true }));
  expect(() => coxRegression(rows, { covariates: ["id"] })).toThrow("must make at most 500 coefficients");
});

test("rows and their fields are read once, frozen or not, with counts of any kind", () => {
  let reads = 0;
  const row = Object.freeze({
    get price(): number {
      reads++;
      return reads;
    },
    duration: 1,
    churned: true,
    count: 3n,
  });
  const fit = coxRegression([row, row].values(), { covariates: ["price"] });
  expect([reads, fit.n, fit.events]).toEqual([2, 6, 6]);
});

test("names of object fields are ordinary covariates, levels and strata", () => {
  const levels = ["", "__proto__", "constructor", "toString"];
  const rows = Array.from({ length: 40 }, (_, i) => ({
    level: levels[i % 4] ?? "",
    stratum: levels[i % 3] ?? "",
    duration: 1 + ((i * 7) % 11),
    churned: i % 5 > 0,
  }));
  const fit = coxRegression(rows, {
    covariates: { ["__proto__"]: (row) => row.level },
    strata: "stratum",
  });
  expect(fit).toMatchObject({ converged: true, reason: null });
  expect(fit.coefficients.map(({ covariate }) => covariate)).toEqual([
    "__proto__=__proto__",
    "__proto__=constructor",
    "__proto__=toString",
  ]);
  expect(fit.coefficients[0]?.reference).toBe("");
});

test("a higher level contains a lower one, and the hazard ratio's interval is the exponential", () => {
  const [low, high] = [0.9, 0.999].map(
    (level) => coxRegression(lifetimes, { covariates: ["price"], level }).coefficients[0],
  );
  expect(high?.low).toBeLessThan(low?.low ?? 0);
  expect(high?.high).toBeGreaterThan(low?.high ?? 0);
  expect(high?.hazardRatioLow).toBe(Math.exp(high?.low ?? 0));
});
