import { expect, test } from "vitest";
import { normalQuantile } from "../../../src/math/normal.ts";
import { deltaMethod } from "../../../src/value/deltaMethod.ts";

const theta = Float64Array.of(2, 5);
const covariance = [Float64Array.of(0.04, 0.01), Float64Array.of(0.01, 0.09)];
const z = normalQuantile(0.975);

test("a power of the parameters is exact: the gradient of the logarithm is (3, -1)", () => {
  const [answer] = deltaMethod(
    { theta, covariance },
    0.95,
    "log",
    1,
  )(([p = 0, q = 0], values) => {
    values[0] = p ** 3 / q;
  });
  // Var = 9 (0.04) - 6 (0.01) + 0.09 = 0.39
  const s = Math.sqrt(0.39);
  expect(answer?.estimate).toBe(1.6);
  expect(answer?.standardError).toBeCloseTo(1.6 * s, 10);
  expect(answer?.low).toBeCloseTo(1.6 * Math.exp(-z * s), 10);
  expect(answer?.high).toBeCloseTo(1.6 * Math.exp(z * s), 10);
});

test("odds that are a power are exact on the logit scale", () => {
  const [answer] = deltaMethod(
    { theta, covariance },
    0.95,
    "logit",
    1,
  )(([p = 0, q = 0], values) => {
    values[0] = p / (p + q);
  });
  // The logit is log p - log q: Var = 0.04 - 0.02 + 0.09 = 0.11.
  const s = Math.sqrt(0.11);
  expect(answer?.standardError).toBeCloseTo((2 / 7) * (5 / 7) * s, 10);
  expect(answer?.low).toBeCloseTo(2 / (2 + 5 * Math.exp(z * s)), 10);
  expect(answer?.high).toBeCloseTo(2 / (2 + 5 * Math.exp(-z * s)), 10);
});

test("a share next to 1 is not blown up by rounding", () => {
  const [answer] = deltaMethod(
    { theta, covariance },
    0.95,
    "logit",
    1,
  )(([p = 0], values) => {
    values[0] = 1 / (1 + p * 1e-15);
  });
  expect(answer?.low).toBeGreaterThan(1 - 1e-13);
  expect(answer?.high).toBe(answer?.estimate);
});

test("a share that rounding puts above 1 is 1", () => {
  const [answer] = deltaMethod(
    { theta, covariance },
    0.95,
    "logit",
    1,
  )((_, values) => {
    values[0] = 1 + Number.EPSILON;
  });
  expect(answer).toEqual({ estimate: 1, low: 1, high: 1, standardError: 0 });
});

test("several numbers of the same parameters", () => {
  const answers = deltaMethod(
    { theta, covariance },
    0.95,
    "log",
    2,
  )(([p = 0, q = 0], values) => {
    values[0] = p;
    values[1] = q;
  });
  expect(answers.map(({ estimate }) => estimate)).toEqual([2, 5]);
  expect(answers[0]?.standardError).toBeCloseTo(2 * 0.2, 10);
  expect(answers[1]?.standardError).toBeCloseTo(5 * 0.3, 10);
});

test.each([0, 1])("a constant %d is certain", (constant) => {
  const [answer] = deltaMethod(
    { theta, covariance },
    0.95,
    "logit",
    1,
  )((_, values) => {
    values[0] = constant;
  });
  expect(answer).toEqual({ estimate: constant, low: constant, high: constant, standardError: 0 });
});

test("without a covariance there is no interval; what is infinite is not determined", () => {
  const [answer] = deltaMethod(
    { theta, covariance: null },
    0.95,
    "log",
    1,
  )(([p = 0], values) => {
    values[0] = p;
  });
  expect(answer).toEqual({ estimate: 2, low: null, high: null, standardError: null });
  const [infinite] = deltaMethod(
    { theta, covariance },
    0.95,
    "log",
    1,
  )((_, values) => {
    values[0] = Infinity;
  });
  expect(infinite).toEqual({ estimate: null, low: null, high: null, standardError: null });
  const vague = [Float64Array.of(1e9, 0), Float64Array.of(0, 0)];
  const [wide] = deltaMethod(
    { theta, covariance: vague },
    0.95,
    "log",
    1,
  )(([p = 0], values) => {
    values[0] = p;
  });
  expect([wide?.low, wide?.high]).toEqual([0, null]);
});
