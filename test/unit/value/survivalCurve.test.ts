import { describe, expect, test } from "vitest";
import { type FittedContract, fitSbg, lifetimesFromSurvivors, survivalCurve } from "../../../src/index.ts";

const uniform = { model: "sbg", parameters: { alpha: 1, beta: 1 }, converged: true } as const;

test("by hand: with alpha = beta = 1, S(t) = 1 / (t + 1) and r(t) = t / (t + 1)", () => {
  const curve = survivalCurve(uniform, { periods: 3 });
  expect(curve.map(({ period }) => period)).toEqual([0, 1, 2, 3]);
  curve.forEach(({ estimate, retentionRate, period }) => {
    expect(estimate).toBeCloseTo(1 / (period + 1), 14);
    if (period > 0) expect(retentionRate).toBeCloseTo(period / (period + 1), 14);
    else expect(retentionRate).toBeNull();
  });
  expect(survivalCurve(uniform)).toHaveLength(13);
});

test("the delta method by hand: the first renewal", () => {
  const fit = fitSbg(lifetimesFromSurvivors([1000, 631, 468, 382, 326, 289, 262, 241]));
  const { alpha, beta } = fit.parameters as { alpha: number; beta: number };
  const [[aa, ab], [, bb]] = fit.covariance as [[number, number], [number, number]];
  // S(1) = beta / (alpha + beta); its logit is log(beta / alpha).
  const error = Math.sqrt(aa / alpha ** 2 - (2 * ab) / alpha / beta + bb / beta ** 2);
  const S = beta / (alpha + beta);
  const [zero, row] = survivalCurve(fit, { periods: 1, level: 0.9 });
  expect(row?.standardError).toBeCloseTo(S * (1 - S) * error, 9);
  const logit = (p: number): number => Math.log(p / (1 - p));
  expect(logit(row?.high ?? 0) - logit(S)).toBeCloseTo(1.6448536269514722 * error, 8);
  expect([zero?.low, zero?.high, zero?.standardError]).toEqual([1, 1, 0]);
});

test("without a covariance there is no interval", () => {
  const [, row] = survivalCurve(uniform);
  expect([row?.low, row?.high, row?.standardError, row?.n]).toEqual([null, null, null, 1]);
});

test("at the boundaries the limiting model answers", () => {
  const stay = survivalCurve(fitSbg(lifetimesFromSurvivors([9, 9])), { periods: 2 });
  expect(stay.map(({ estimate }) => estimate)).toEqual([1, 1, 1]);
  expect(stay.map(({ low }) => low)).toEqual([null, null, null]);
  const leave = survivalCurve(fitSbg(lifetimesFromSurvivors([9, 0])), { periods: 2 });
  expect(leave.map(({ estimate }) => estimate)).toEqual([1, 0, 0]);
});

describe("what cannot be asked", () => {
  const broken = (change: object): FittedContract => ({ ...uniform, ...change }) as FittedContract;
  test.each<[object, object, string]>([
    [{ converged: false, reason: "so" }, {}, "fit.converged must be true, but so, received false"],
    [{ model: "nbd" }, {}, "fit.model must be one of sbg, bdw"],
    [
      { parameters: { alpha: -1, beta: 1 } },
      {},
      "fit.parameters.alpha must be a finite number above 0, received -1",
    ],
    [{ parameters: { alpha: 1, beta: null } }, {}, "fit.parameters.beta must be a finite number above 0"],
    [{ model: "bdw" }, {}, "fit.parameters.c must be a finite number above 0, received undefined"],
    [{ covariance: [[1]] }, {}, "fit.covariance must be 2 rows of 2"],
    [{}, { periods: -1 }, "periods must be an integer from 0 to 100000, received -1"],
    [{}, { periods: 1.5 }, "periods must be an integer"],
    [{}, { level: 2 }, "level must be strictly between 0 and 1"],
    [{}, { horizon: 3 }, "option must be one of periods, level"],
  ])("%o %o", (change, options, message) =>
    expect(() => survivalCurve(broken(change), options)).toThrow(`Cannot compute survivalCurve: ${message}`),
  );
});
