import { describe, expect, test } from "vitest";
import { type BgBbFit, type CustomerRow, fitBgBb } from "../../../src/index.ts";

const row = (frequency: number, recency: number, age: number, count = 1): CustomerRow => ({
  frequency,
  recency,
  age,
  count,
});
const DONORS: readonly CustomerRow[] = [
  row(0, 0, 3, 350),
  row(1, 1, 3, 128),
  row(1, 2, 3, 55),
  row(1, 3, 3, 42),
  row(2, 2, 3, 91),
  row(2, 3, 3, 106),
  row(3, 3, 3, 227),
];

function expectSound(fit: BgBbFit): BgBbFit {
  expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  expect(fit.converged || fit.reason !== null).toBe(true);
  return fit;
}

test("the record", () => {
  const fit = expectSound(fitBgBb(DONORS, { unit: "month", level: 0.8 }));
  expect(fit).toMatchObject({ model: "bgBb", n: 999, unit: "month", level: 0.8, method: "log" });
  expect(fit).toMatchObject({ converged: true, boundary: null, reason: null });
  expect(Object.keys(fit.parameters)).toEqual(["alpha", "beta", "gamma", "delta"]);
  const { low, high } = fit.intervals.alpha;
  expect((low as number) * (high as number)).toBeCloseTo((fit.parameters.alpha as number) ** 2, 9);
});

test("the likelihood by hand: one opportunity each", () => {
  // P(buys) = E(stays) E(buys) = 1/4 is all that one opportunity tells: of 3 and 1, log L = 3 log(3/4) + log(1/4).
  const fit = expectSound(fitBgBb([row(0, 0, 1, 3), row(1, 1, 1)]));
  expect(fit.logLikelihood).toBeCloseTo(3 * Math.log(0.75) + Math.log(0.25), 8);
  expect(fit.reason).not.toBeNull();
});

describe("errors", () => {
  test.each([
    [row(1, 1, 2.5), "customers[1].age"],
    [row(1, 1.5, 3), "customers[1].recency"],
    [row(2, 1, 3), "customers[1].frequency"],
    [row(1.5, 2, 3), "customers[1].frequency"],
    [row(1, 4, 3), "customers[1].age"],
    [row(0, 1, 3), "customers[1].recency"],
    [row(1, 1, 3, 0), "customers[1].count"],
  ])("%j", (bad, path) => {
    const rows = [row(1, 1, 2), bad];
    expect(() => fitBgBb(rows)).toThrow(expect.objectContaining({ name: "InvalidInputError", path }));
  });

  test("options", () => {
    expect(() => fitBgBb(DONORS, { level: 2 })).toThrow("Cannot fit bgBb: level");
    expect(() => fitBgBb(DONORS, { horizon: 2 } as object)).toThrow("Cannot fit bgBb: option");
  });
});

describe("trouble is named, never thrown", () => {
  test.each([
    ["no rows", [], "there are no customers"],
    ["no opportunities", [row(0, 0, 0, 5)], "every age is 0"],
    ["nobody bought", [row(0, 0, 4, 5)], "nobody bought"],
    ["everybody did, always", [row(4, 4, 4, 5), row(2, 2, 2)], "everybody bought at every opportunity"],
  ])("%s", (_, rows, reason) => {
    const fit = expectSound(fitBgBb(rows));
    expect(fit).toMatchObject({ converged: false, logLikelihood: null });
    expect(fit.reason).toContain(reason);
  });

  test("one customer, who may have stayed: a coin", () => {
    const fit = expectSound(fitBgBb([row(2, 3, 4)]));
    expect(fit).toMatchObject({ converged: false, boundary: "gamma", parameters: { gamma: 0, alpha: null } });
    expect(fit.reason).toContain("nobody leaves");
    expect(fit.reason).toContain("all buy with the same probability");
    // Two of four.
    expect(fit.logLikelihood).toBeCloseTo(4 * Math.log(0.5), 8);
  });

  test("all leave with the same probability, 1/2, and buy with a uniform one", () => {
    // There for 0, 1, 2, 3 opportunities: 1/2, 1/4, 1/8, 1/8. Of m opportunities, x in a certain order are taken with
    // probability x! (m - x)! / (m + 1)!. These are 4800 customers, as many as expected of each kind.
    const rows = [
      row(0, 0, 3, 3350),
      row(1, 1, 3, 750),
      row(1, 2, 3, 150),
      row(1, 3, 3, 50),
      row(2, 2, 3, 250),
      row(2, 3, 3, 100),
      row(3, 3, 3, 150),
    ];
    const fit = expectSound(fitBgBb(rows));
    expect(fit).toMatchObject({ converged: false, boundary: null, parameters: { gamma: null, delta: null } });
    expect(fit.reason).toContain("all leave with the same probability");
    expect(fit.parameters.alpha).toBeCloseTo(1, 5);
    expect(fit.parameters.beta).toBeCloseTo(1, 5);
  });
});

describe("nobody leaves: the beta-binomial model", () => {
  // As many as a beta-binomial distribution with alpha = beta = 1 gives: every number of purchases, and every order
  // of them, is as likely.
  const rows = [
    row(0, 0, 3, 60),
    row(1, 1, 3, 20),
    row(1, 2, 3, 20),
    row(1, 3, 3, 20),
    row(2, 2, 3, 20),
    row(2, 3, 3, 40),
    row(3, 3, 3, 60),
  ];

  test("is a maximum at gamma = 0, named", () => {
    const fit = expectSound(fitBgBb(rows));
    expect(fit).toMatchObject({ converged: true, boundary: "gamma" });
    expect(fit.parameters.alpha).toBeCloseTo(1, 6);
    expect(fit.parameters.beta).toBeCloseTo(1, 6);
    expect(fit.parameters).toMatchObject({ gamma: 0, delta: null });
    expect(fit.standardErrors).toMatchObject({ gamma: null, delta: null });
    expect(fit.covariance[2]).toEqual([null, null, null, null]);
    // 240 customers, each pattern of x of 3 with probability 1/4 / (3 over x).
    expect(fit.logLikelihood).toBeCloseTo(120 * Math.log(1 / 4) + 120 * Math.log(1 / 12), 8);
    expect(fit.reason).toContain("nobody leaves");
  });
});

test("all buy until they leave: beta = 0, and leaving as in a contract", () => {
  // gamma = delta = 1: of 3 opportunities, P(x = 0, 1, 2) = 1/2, 1/6, 1/12 and P(x = 3) = 1/4.
  const rows = [row(0, 0, 3, 600), row(1, 1, 3, 200), row(2, 2, 3, 100), row(3, 3, 3, 300)];
  const fit = expectSound(fitBgBb(rows));
  expect(fit).toMatchObject({ converged: true, boundary: "beta", parameters: { alpha: null, beta: 0 } });
  expect(fit.parameters.gamma).toBeCloseTo(1, 6);
  expect(fit.parameters.delta).toBeCloseTo(1, 6);
  expect(fit.reason).toContain("all buy until they leave");
});
