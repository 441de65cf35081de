import { describe, expect, test } from "vitest";
import {
  type DiscountedExpectedLifetimeOptions,
  discountedExpectedLifetime,
  fitSbg,
  lifetimesFromSurvivors,
} from "../../../src/index.ts";

const published = (alpha: number, beta: number) =>
  ({ model: "sbg", parameters: { alpha, beta }, converged: true }) as const;
const lifetime = (alpha: number, beta: number, options: DiscountedExpectedLifetimeOptions): number | null =>
  discountedExpectedLifetime(published(alpha, beta), options).estimate;

test("Fader and Hardie's segments at 10% [FaderHardie2010]", () => {
  expect(lifetime(0.668, 3.806, { discountRate: 0.1 })).toBeCloseTo(5.922596407612764, 10);
  expect(lifetime(0.704, 1.182, { discountRate: 0.1 })).toBeCloseTo(3.695147405574574, 10);
  expect(lifetime(0.668, 3.806, { discountRate: 0.1, renewals: 1 })).toBeCloseTo(5.901753167753022, 10);
  expect(lifetime(0.704, 1.182, { discountRate: 0.1, renewals: 1 })).toBeCloseTo(4.103458619598572, 10);
});

test("by hand: alpha = beta = 1 at 100% is the sum of (1/2)^t / (t + 1) = 2 log 2", () =>
  expect(lifetime(1, 1, { discountRate: 1 })).toBeCloseTo(2 * Math.log(2), 13));

test("before the first renewal, the period now ending does not count", () => {
  const all = lifetime(2, 3, { discountRate: 0.05 }) ?? 0;
  expect(lifetime(2, 3, { discountRate: 0.05, renewals: 0 })).toBeCloseTo((all - 1) * 1.05, 12);
});

test("without discounting it is the mean: (alpha + beta - 1) / (alpha - 1), if alpha > 1", () => {
  expect(lifetime(1.5, 2, { discountRate: 0 })).toBeCloseTo(5, 12);
  expect(lifetime(1, 2, { discountRate: 0 })).toBeNull();
  expect(lifetime(0.5, 2, { discountRate: 0 })).toBeNull();
});

test("at the boundaries the limiting model answers", () => {
  const stay = fitSbg(lifetimesFromSurvivors([9, 9]));
  expect(discountedExpectedLifetime(stay, { discountRate: 0.1 }).estimate).toBeCloseTo(11, 13);
  expect(discountedExpectedLifetime(stay, { discountRate: 0 }).estimate).toBeNull();
  const leave = fitSbg(lifetimesFromSurvivors([9, 0]));
  expect(discountedExpectedLifetime(leave, { discountRate: 0.1 }).estimate).toBe(1);
  expect(discountedExpectedLifetime(leave, { discountRate: 0.1, renewals: 0 }).estimate).toBe(0);
  expect(discountedExpectedLifetime(leave, { discountRate: 0.1, renewals: 1 }).estimate).toBeNull();
});

test("the record", () => {
  const fit = fitSbg(lifetimesFromSurvivors([1000, 631, 468, 382, 326, 289, 262, 241]));
  const { estimate, low, high, standardError, ...rest } = discountedExpectedLifetime(fit, {
    discountRate: 0.1,
  });
  expect(rest).toEqual({
    metric: "discountedExpectedLifetime",
    unit: "time",
    level: 0.95,
    method: "delta",
    n: 1,
    discountRate: 0.1,
    renewals: null,
  });
  // Symmetric on the log scale, with the standard error of the logarithm.
  const width = 1.959963984540054 * ((standardError ?? 0) / (estimate ?? 1));
  expect(Math.log((high ?? 0) / (estimate ?? 1))).toBeCloseTo(width, 10);
  expect(Math.log((estimate ?? 0) / (low ?? 1))).toBeCloseTo(width, 10);
});

describe("what cannot be asked", () => {
  test.each<[object, string]>([
    [{}, "discountRate must be a finite number from 0, received undefined"],
    [{ discountRate: -0.1 }, "discountRate must be a finite number from 0, received -0.1"],
    [{ discountRate: Number.NaN }, "discountRate must be a finite number from 0"],
    [{ discountRate: 0.1, renewals: 1.5 }, "renewals must be an integer from 0"],
    [{ discountRate: 0.1, horizon: 5 }, "option must be one of discountRate, renewals, level"],
  ])("%o", (options, message) =>
    expect(() =>
      discountedExpectedLifetime(published(1, 1), options as DiscountedExpectedLifetimeOptions),
    ).toThrow(`Cannot compute discountedExpectedLifetime: ${message}`),
  );
});
