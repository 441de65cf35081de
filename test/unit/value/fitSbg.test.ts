import { describe, expect, test } from "vitest";
import { fitSbg, type LifetimeRow, lifetimesFromSurvivors } from "../../../src/index.ts";
import { deepFreeze } from "../../support/answers.ts";

const SURVIVORS = [1000, 631, 468, 382, 326, 289, 262, 241];

test("Fader and Hardie's regular customers, years 1 to 7 [FaderHardie2007]", () => {
  const fit = fitSbg(lifetimesFromSurvivors(SURVIVORS), { unit: "month" });
  expect(fit.parameters.alpha).toBeCloseTo(0.7040772985, 7);
  expect(fit.parameters.beta).toBeCloseTo(1.1820430262, 7);
  expect(fit.standardErrors.alpha).toBeCloseTo(0.065599, 5);
  expect(fit.standardErrors.beta).toBeCloseTo(0.1524756, 5);
  expect(fit.logLikelihood).toBeCloseTo(-1680.26518846, 7);
  const { model, n, unit, level, method, converged, boundary, reason } = fit;
  expect({ model, n, unit, level, method, converged, boundary, reason }).toEqual({
    model: "sbg",
    n: 1000,
    unit: "month",
    level: 0.95,
    method: "log",
    converged: true,
    boundary: null,
    reason: null,
  });
});

test("two renewals are fitted exactly: 40 of 100 leave, then 20 of 60", () => {
  // alpha / (alpha + beta) = 0.4 and alpha / (alpha + beta + 1) = 1/3 give alpha = 2, beta = 3.
  const { alpha, beta } = fitSbg(lifetimesFromSurvivors([100, 60, 40])).parameters;
  expect(alpha).toBeCloseTo(2, 8);
  expect(beta).toBeCloseTo(3, 8);
});

test("those who came under observation later count from then on", () => {
  // The same decisions in two pieces: 60 seen until the first renewal, and the same 60 from then on.
  const pieces: LifetimeRow[] = [
    { duration: 1, churned: true, count: 40 },
    { duration: 1, churned: false, count: 60 },
    { duration: 2, churned: true, entry: 1, count: 20 },
    { duration: 2, churned: false, entry: 1, count: 40 },
  ];
  expect(fitSbg(pieces).parameters.alpha).toBeCloseTo(2, 8);
  expect(fitSbg(pieces).n).toBe(160);
});

test("profile intervals of two renewals have no upper end", () => {
  const { intervals } = fitSbg(lifetimesFromSurvivors([100, 60, 40]), { method: "profile" });
  expect(intervals.alpha.high).toBeNull();
  expect(intervals.alpha.low).toBeGreaterThan(0);
});

describe("data without a finite maximum are told in the record", () => {
  const rows = (survivors: number[]): LifetimeRow[] => lifetimesFromSurvivors(survivors);
  const late: LifetimeRow[] = [
    { duration: 3, churned: true, entry: 1, count: 30 },
    { duration: 2, churned: true, entry: 1, count: 50 },
    { duration: 4, churned: false, entry: 1, count: 60 },
  ];
  test.each<[string, LifetimeRow[], object]>([
    ["no rows", [], { converged: false, reason: "there are no customers", logLikelihood: null }],
    ["no renewal", [{ duration: 0, churned: false }], { converged: false, boundary: null }],
    ["nobody left", rows([9, 9, 9]), { converged: true, boundary: "alpha", logLikelihood: 0 }],
    ["all left at once", rows([9, 0]), { converged: true, boundary: "beta", logLikelihood: 0 }],
    ["the same chance for all", rows([10000, 9000, 8100, 7290]), { converged: false, boundary: null }],
    ["rising chances", rows([1000, 950, 800, 500, 100]), { converged: false, boundary: null }],
    [
      "one renewal",
      rows([100, 60]),
      { converged: false, logLikelihood: 40 * Math.log(0.4) + 60 * Math.log(0.6) },
    ],
    ["loyal after the first", rows([100, 60, 60, 60]), { converged: false }],
    ["nobody seen at the first", late, { converged: true, boundary: "beta" }],
    ["one customer", [{ duration: 4, churned: true }], { converged: false }],
  ])("%s", (_, lifetimes, expected) => {
    const fit = fitSbg(lifetimes);
    expect(fit).toMatchObject(expected);
    expect(fit.reason).toBeTypeOf("string");
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  test("the reason names the share that leaves", () => {
    expect(fitSbg(rows([10000, 9000, 8100, 7290])).reason).toContain("alpha / (alpha + beta) = 0.100000");
    expect(fitSbg(rows([100, 60])).reason).toContain(
      "only renewal 1 was seen, where a share of 0.400000 left",
    );
  });
  test("nobody left: nothing is known of beta", () =>
    expect(fitSbg(rows([9, 9])).parameters).toEqual({ alpha: 0, beta: null }));
  test("all left at once: nothing is known of alpha", () =>
    expect(fitSbg(rows([9, 0])).parameters).toEqual({ alpha: null, beta: 0 }));
  test("the limit of the likelihood: 19 of 190 leave with the same chance", () => {
    const fit = fitSbg([
      { duration: 1, churned: true, count: 10 },
      { duration: 2, churned: true, count: 9 },
      { duration: 2, churned: false, count: 81 },
    ]);
    expect(fit.logLikelihood).toBeCloseTo(19 * Math.log(0.1) + 171 * Math.log(0.9), 9);
  });
});

describe("input that is not valid", () => {
  test.each<[string, unknown, string]>([
    ["half a period", [{ duration: 1.5, churned: false }], "lifetimes[0].duration must be an integer from 0"],
    [
      "left before the first",
      [{ duration: 0, churned: true }],
      "lifetimes[0].duration must be an integer from 1",
    ],
    ["half an entry", [{ duration: 3, churned: true, entry: 0.5 }], "lifetimes[0].entry must be an integer"],
    ["late entry", [{ duration: 3, churned: true, entry: 3 }], "lifetimes[0].entry must be 0 or a number"],
    ["a code", [{ duration: 3, churned: 1 }], "lifetimes[0].churned must be true or false"],
    ["a count", [{ duration: 3, churned: true, count: 0 }], "lifetimes[0].count must be"],
    ["no rows", 7, "lifetimes must be an iterable"],
  ])("%s", (_, lifetimes, message) =>
    expect(() => fitSbg(lifetimes as LifetimeRow[])).toThrow(`Cannot fit sbg: ${message}`),
  );
  test.each<[object, string]>([
    [{ levle: 0.9 }, "option must be one of level, method, unit"],
    [{ level: 1 }, "level must be strictly between 0 and 1"],
    [{ method: "wald" }, "method must be one of log, profile"],
    [{ unit: "year" }, "unit must be one of day, week, month"],
  ])("%o", (options, message) => expect(() => fitSbg([], options)).toThrow(`Cannot fit sbg: ${message}`));
});

test("BigInt counts, a generator and frozen rows", () => {
  const rows = lifetimesFromSurvivors(SURVIVORS).map((row) =>
    deepFreeze({ ...row, count: BigInt(row.count) }),
  );
  expect(fitSbg(rows.values())).toEqual(fitSbg(lifetimesFromSurvivors(SURVIVORS)));
});

test("those who came later: decisions seen before they came do not count", () => {
  // Half of those left leave at each renewal, whenever they came: 40 leave and 40 stay, in all.
  const fit = fitSbg([
    { entry: 2, duration: 3, churned: true, count: 20 },
    { entry: 2, duration: 4, churned: true, count: 10 },
    { entry: 2, duration: 4, churned: false, count: 10 },
    { duration: 1, churned: true, count: 10 },
    { duration: 1, churned: false, count: 10 },
  ]);
  expect(fit.reason).toContain("alpha / (alpha + beta) = 0.500000");
  expect(fit.logLikelihood).toBeCloseTo(80 * Math.log(0.5), 10);
  const one = fitSbg([
    { entry: 3, duration: 4, churned: true, count: 2 },
    { entry: 3, duration: 4, churned: false, count: 3 },
  ]);
  expect(one.reason).toContain("only renewal 4 was seen, where a share of 0.400000 left");
});
