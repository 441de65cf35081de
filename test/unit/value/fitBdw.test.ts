import { describe, expect, test } from "vitest";
import { fitBdw, type LifetimeRow, lifetimesFromSurvivors } from "../../../src/index.ts";

test("Fader and Hardie's high-end customers, years 1 to 7 [FaderHardie2007]", () => {
  const fit = fitBdw(lifetimesFromSurvivors([1000, 869, 743, 653, 593, 551, 517, 491]));
  const { alpha, beta, c } = fit.parameters;
  expect([alpha, beta, c].map((value) => value?.toFixed(6))).toEqual(["0.214253", "1.426575", "1.723565"]);
  expect(fit.logLikelihood).toBeCloseTo(-1605.314213, 6);
  expect([fit.converged, fit.boundary, fit.reason]).toEqual([true, null, null]);
});

describe("data without a finite maximum are told in the record", () => {
  const rows = (survivors: number[]): LifetimeRow[] => lifetimesFromSurvivors(survivors);
  const weibull = Array.from({ length: 9 }, (_, t) => Math.round(1e5 * Math.exp(-0.05 * t ** 1.8)));
  test.each<[string, LifetimeRow[], object, string]>([
    ["no rows", [], { converged: false }, "there are no customers"],
    ["two renewals", rows([100, 60, 40]), { converged: false }, "only two renewals were seen"],
    ["nobody left", rows([9, 9, 9]), { converged: true, boundary: "alpha" }, "nobody left"],
    ["all left at once", rows([9, 0]), { converged: true, boundary: "beta" }, "everybody left"],
    ["loyal after the first", rows([100, 60, 60, 60]), { converged: false }, "all who renewed once stayed"],
    ["the same chances for all", rows(weibull), { converged: false }, "everybody has the same chances"],
    [
      "one customer",
      [{ duration: 4, churned: true }],
      { converged: false },
      "everybody has the same chances",
    ],
  ])("%s", (_, lifetimes, expected, reason) => {
    const fit = fitBdw(lifetimes);
    expect(fit).toMatchObject(expected);
    expect(fit.reason).toContain(reason);
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  test("without heterogeneity c is still told: it is the Weibull distribution's", () =>
    expect(fitBdw(rows(weibull)).parameters).toEqual({ alpha: null, beta: null, c: expect.closeTo(1.8, 3) }));

  test("a tail that only falls as a power leaves c without an upper end", () => {
    const { intervals } = fitBdw(rows([1000, 700, 400, 300, 245, 210, 187]), { method: "profile" });
    expect(intervals.c.high).toBeNull();
    expect(intervals.beta.low).toBeNull();
    expect(intervals.c.low).toBeGreaterThan(1);
  });
});

test("a duration that is not whole is an error", () =>
  expect(() => fitBdw([{ duration: 2.5, churned: true }])).toThrow(
    "Cannot fit bdw: lifetimes[0].duration must be an integer from 1, the renewal at which they left",
  ));
