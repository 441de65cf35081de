import { expect, test } from "vitest";
import { predictiveCounts } from "../../../src/value/predictiveCounts.ts";

const theta = Float64Array.of(3);

test("a constant is predicted for certain", () => {
  expect(predictiveCounts({ theta, covariance: null }, 0.95, 1, 100)(([p]) => p ?? 0)).toEqual({
    low: 3,
    high: 3,
  });
});

test("ends of a uniform count leave out no more than they may", () => {
  // 0 … 9, each with probability 0.1: at level 0.7 the ends are 1 and 8, since 0.1 < 0.15 < 0.2.
  const predict = predictiveCounts({ theta, covariance: null }, 0.7, 1, 20_000);
  expect(predict((_, uniform) => Math.floor(10 * uniform()))).toEqual({ low: 1, high: 8 });
});

test("parameters are drawn with the covariance of their logarithms", () => {
  const covariance = [Float64Array.of(0.25, 0.2), Float64Array.of(0.2, 0.16)];
  const two = Float64Array.of(1000, 1000);
  const predict = predictiveCounts({ theta: two, covariance }, 0.9, 1, 20_000);
  // log p is N(log 1000, 0.25): the ends are 1000 e^(-+0.822). The error of a quantile of the draws is about 1.5 %.
  const { low, high } = predict(([p]) => p ?? 0);
  expect(Math.abs(low / (1000 * Math.exp(-0.822)) - 1)).toBeLessThan(0.04);
  expect(Math.abs(high / (1000 * Math.exp(0.822)) - 1)).toBeLessThan(0.04);
  // The correlation is 1, so that p^0.8 / q is always the same.
  const same = predict(([p = 0, q = 0]) => p ** 0.8 / q);
  expect(same.low).toBeCloseTo(same.high, 9);
});

test("what was asked before makes no difference", () => {
  const asked = predictiveCounts({ theta, covariance: null }, 0.5, 4, 200);
  const draw = (_: Float64Array, uniform: () => number): number => Math.floor(1000 * uniform());
  const first = asked(draw);
  asked((_, uniform) => uniform() + uniform());
  expect(asked(draw)).toEqual(first);
  expect(predictiveCounts({ theta, covariance: null }, 0.5, 5, 200)(draw)).not.toEqual(first);
});

test("of 0 to 99, a tenth lies outside of 5 to 94", () => {
  let next = 0;
  const predict = predictiveCounts({ theta: Float64Array.of(1), covariance: null }, 0.9, 1, 100);
  expect(predict(() => next++)).toEqual({ low: 5, high: 94 });
});
